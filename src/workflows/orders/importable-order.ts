import { MedusaContainer } from "@medusajs/framework/types"
import { HostState } from "../../domain/orders/host-state"
import { JsonObject } from "../../domain/shared/json"
import { marketplacesOf } from "../marketplaces"
import { UNTOUCHED } from "../../domain/orders/determine-status"
import { PlannableOrder } from "./plan-copies"
import { readHostUnits } from "./read-host-units"
import { readUnrecordedOrders } from "./read-unrecorded-orders"
import { readStatusContexts } from "./status-context"

/** A stored order with all that importing it looks at. */
export type ImportableOrder = PlannableOrder & {
  channel_id: string
  display_id: string
  content_hash: string
  external_updated_at: Date
  host_state: string
  /** Where its Medusa order stands, if it has one that this row does not name. */
  unrecorded: HostState | null
  import_rule: string | null
  settle_due_at: Date | null
  /** `OrderCount[]`: what the stock demand holds of it. */
  counted: unknown
  /** Ids of the lines stored so far. */
  line_ids: string[]
}

/** Reads the newest copies, inside the lock. */
export async function readImportable(
  container: MedusaContainer,
  ids: string[]
): Promise<(ImportableOrder & { updated_at: Date })[]> {
  const marketplaces = marketplacesOf(container)
  const [orders, lines, contexts] = await Promise.all([
    marketplaces.listMarketplaceChannelOrders({ id: ids }),
    marketplaces.listMarketplaceChannelOrderLines(
      { channel_order_id: ids },
      { select: ["id", "channel_order_id"] }
    ),
    readStatusContexts(marketplaces, ids),
  ])
  const [hostUnits, unrecorded] = await Promise.all([
    readHostUnits(container, orders, contexts),
    readUnrecordedOrders(container, orders),
  ])
  const lineIds = new Map<string, string[]>()
  for (const { id, channel_order_id } of lines) {
    lineIds.set(channel_order_id, [
      ...(lineIds.get(channel_order_id) ?? []),
      id,
    ])
  }
  return orders.map((order) => ({
    ...order,
    payload: order.payload as JsonObject,
    line_ids: lineIds.get(order.id) ?? [],
    context: contexts.get(order.id) ?? UNTOUCHED,
    host_units: hostUnits.get(order.id) ?? null,
    unrecorded: unrecorded.get(order.id) ?? null,
  }))
}
