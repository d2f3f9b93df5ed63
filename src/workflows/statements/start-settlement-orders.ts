import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { JsonObject } from "../../domain/shared/json"
import { requireChannels } from "../channels/require-channels"
import { marketplacesOf } from "../marketplaces"
import { startRun } from "../runs/start-run"
import { SettlementOrdersParams } from "./download-settlement-orders"

/** Settlements a run; the rest is left for the next one. */
const MOST_ORDERS = 10_000

/**
 * Starts the download of orders that statements name and that were never downloaded: those of
 * one statement, or of some settlements. Which they are is settled here and stays with the run.
 *
 * @throws {MedusaError} NOT_FOUND for an unknown statement; NOT_ALLOWED when there is none to
 * download, or naming the channel that makes no calls.
 */
export async function startSettlementOrders(
  container: MedusaContainer,
  {
    statement_id,
    ids,
    created_by,
  }: { statement_id?: string; ids?: string[]; created_by: string }
) {
  const marketplaces = marketplacesOf(container)
  if (statement_id) {
    await marketplaces.retrieveMarketplaceStatement(statement_id)
  }
  const { settlements } = await marketplaces.settlementReader.listSettlements(
    {
      state: ["not_found"],
      ...(statement_id ? { statement_id: [statement_id] } : { id: ids ?? [] }),
    },
    { limit: MOST_ORDERS, offset: 0, order: "external_order_id" }
  )
  if (!settlements.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "All of these orders are downloaded already."
    )
  }
  const channel_ids = [
    ...new Set(settlements.map(({ channel_id }) => channel_id)),
  ]
  await requireChannels(container, channel_ids)
  const params: SettlementOrdersParams = {
    statement_id: statement_id ?? null,
    orders: channel_ids.map((channel_id) => ({
      channel_id,
      external_ids: settlements
        .filter((settlement) => settlement.channel_id === channel_id)
        .map(({ external_order_id }) => external_order_id),
    })),
  }
  return startRun(container, {
    kind: "settlement_orders",
    params: params as unknown as JsonObject,
    created_by,
  })
}
