import { MedusaContainer } from "@medusajs/framework/types"
import { RawOrder } from "../../domain/provider/marketplace-provider"
import { isMovedBack, UNTOUCHED } from "../../domain/orders/determine-status"
import { OrderStatus } from "../../domain/orders/order-status"
import { SavedCopy } from "../../modules/marketplace-channel/services/order-copies"
import { OrderState } from "../../modules/marketplace-channel/services/order-reader"
import { RunResultLine } from "../../modules/marketplace-channel/services/run-log"
import { marketplacesOf } from "../marketplaces"
import { Channel } from "./channel"
import { describeReasons, resultLine } from "./describe-orders"
import { loadPlanningFacts } from "./load-planning-facts"
import { toOrderCopy } from "./order-copy"
import { readStatusContexts } from "./status-context"
import {
  mapCopies,
  planCopies,
  PlannableOrder,
  PlannedCopy,
  skusOf,
} from "./plan-copies"

/** Stands in for the id of an order that is not stored; nothing made from it is kept. */
const PREVIEW_ID = "mpord_preview"

/** The result lines that ingesting these orders would give; writes nothing. */
export async function previewOrders(
  container: MedusaContainer,
  input: { channel: Channel; raws: RawOrder[]; read_started_at: Date }
): Promise<RunResultLine[]> {
  const { channel, raws, read_started_at } = input
  const marketplaces = marketplacesOf(container)
  const copies = raws.map(toOrderCopy)
  const ids = copies.map(({ external_id }) => external_id)
  const [saved, before] = await Promise.all([
    marketplaces.orderCopies.compare(channel.id, copies, read_started_at),
    marketplaces.orderReader.statesOf(channel.id, ids),
  ])
  const contexts = await readStatusContexts(
    marketplaces,
    [...before.values()].map(({ id }) => id)
  )
  const outcomes = new Map(saved.map((copy) => [copy.external_id, copy]))
  const rows: PlannableOrder[] = copies.map((copy) => {
    const id = before.get(copy.external_id)?.id ?? PREVIEW_ID
    return {
      ...copy,
      id,
      // Of orders that are imported already nothing is told of the plan.
      medusa_order_id: null,
      reservation_generation: 0,
      context: contexts.get(id) ?? UNTOUCHED,
      host_units: null,
    }
  })
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  const mapped = mapCopies(provider, channel, rows)
  const facts = await loadPlanningFacts(container, channel, skusOf(mapped))
  return planCopies(mapped, facts).flatMap((copy) =>
    describePlan(
      channel,
      copy,
      outcomes.get(copy.row.external_id),
      before.get(copy.row.external_id)
    )
  )
}

function describePlan(
  channel: Channel,
  { row, plan, status }: PlannedCopy<PlannableOrder>,
  saved: SavedCopy | undefined,
  before: OrderState | undefined
): RunResultLine[] {
  const { external_id } = row
  const line = (code: string, params: RunResultLine["params"]) => [
    resultLine(channel, external_id, code, params),
  ]
  if (before?.import_state === "imported") {
    if (saved?.outcome !== "changed") {
      return line("unchanged", {})
    }
    const from = before.status as OrderStatus | null
    const to = status.kind === "status" ? status.status : null
    const back = from && to && isMovedBack(from, to)
    return line(back ? "moved_back" : "updated", { from, to })
  }
  switch (plan.kind) {
    case "blocked":
      return describeReasons(channel, external_id, plan.reasons)
    case "ignored":
      return line("ignored", { rule: plan.rule })
    case "ready":
      return line("imported", {})
  }
}
