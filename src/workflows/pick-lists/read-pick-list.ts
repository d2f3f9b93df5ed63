import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { isCancelled, OrderStatus } from "../../domain/orders/order-status"
import { PickListRow } from "../../modules/marketplace-channel/services/pick-list-register"
import { marketplacesOf } from "../marketplaces"
import { gatherPickLines, PickLine } from "./gather-pick-lines"

/** A pick list as the list of them shows it. */
export type PickListSummary = Omit<
  PickListRow,
  "order_ids" | "picked" | "finished_by"
> & { order_count: number }

export type PickListDetail = PickListSummary & {
  lines: PickLine[]
  /** Orders that need no goods any more. */
  dropped: { id: string; external_id: string; status: string | null }[]
}

/** Pick lists, newest first. */
export async function listPickLists(
  container: MedusaContainer,
  filters: { status?: string[] },
  page: { limit: number; offset: number }
): Promise<{ pick_lists: PickListSummary[]; count: number }> {
  const [rows, count] = await marketplacesOf(
    container
  ).listAndCountMarketplacePickLists(filters, {
    take: page.limit,
    skip: page.offset,
    order: { created_at: "DESC" },
  })
  return {
    pick_lists: rows.map((row) => summaryOf(row as unknown as PickListRow)),
    count,
  }
}

/**
 * A pick list with what is to be fetched, as its orders stand now.
 * @throws MedusaError `not_found`.
 */
export async function readPickList(
  container: MedusaContainer,
  id: string
): Promise<PickListDetail> {
  const marketplaces = marketplacesOf(container)
  const [stored] = await marketplaces.listMarketplacePickLists({ id })
  if (!stored) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no pick list ${id}.`
    )
  }
  const row = stored as unknown as PickListRow
  const orders = await marketplaces.listMarketplaceChannelOrders(
    { id: row.order_ids },
    { select: ["id", "external_id", "status"] }
  )
  const dropped = orders.filter(
    ({ status }) => status !== null && needsNoGoods(status as OrderStatus)
  )
  const gone = new Set(dropped.map(({ id }) => id))
  const lines = await gatherPickLines(
    container,
    row.order_ids.filter((order_id) => !gone.has(order_id))
  )
  return {
    ...summaryOf(row),
    lines: lines.map((line) => ({
      ...line,
      picked: Math.min(row.picked[line.key] ?? 0, line.quantity),
    })),
    dropped: dropped.map(({ id, external_id, status }) => ({
      id,
      external_id,
      status,
    })),
  }
}

const WITH_THE_CARRIER: readonly OrderStatus[] = [
  "awaiting_collection",
  "in_transit",
  "succeeded",
  "returning",
  "returned",
]

/** True for an order that is cancelled, or whose goods have left the shop. */
export function needsNoGoods(status: OrderStatus): boolean {
  return isCancelled(status) || WITH_THE_CARRIER.includes(status)
}

function summaryOf(row: PickListRow): PickListSummary {
  const { id, number, status, created_at, created_by, finished_at } = row
  return {
    id,
    number,
    status,
    order_count: row.order_ids.length,
    created_at,
    created_by,
    finished_at,
  }
}
