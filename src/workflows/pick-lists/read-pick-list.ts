import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { OrderStatus } from "../../domain/orders/order-status"
import { PickListRow } from "../../modules/marketplace-channel/services/pick-list-register"
import { marketplacesOf } from "../marketplaces"
import { gatherPickLines, PickLine } from "./gather-pick-lines"
import { needsNoGoods } from "./needs-goods"
import { ordersToPick } from "./orders-to-pick"

/** A pick list as the list of them shows it. */
export type PickListSummary = Omit<
  PickListRow,
  "order_ids" | "picked" | "finished_by"
> & { order_count: number }

export type PickListDetail = PickListSummary & {
  lines: PickLine[]
  /** Orders that the list fetches nothing for (any more). */
  dropped: { id: string; external_id: string; status: string | null }[]
  /** Orders that are on another open list as well, with the newest one's number. */
  elsewhere: { id: string; external_id: string; number: number }[]
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
    order: { created_at: "DESC", id: "DESC" },
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
  const waiting = orders
    .filter(({ status }) => !status || !needsNoGoods(status as OrderStatus))
    .map((order) => order.id)
  const toPick = await ordersToPick(
    container,
    waiting,
    new Date(row.created_at)
  )
  const needed = new Set(
    waiting.filter((order_id) => toPick.get(order_id)?.needs_goods ?? true)
  )
  const [lines, others] = await Promise.all([
    gatherPickLines(container, [...needed], toPick),
    row.status === "open"
      ? marketplaces.pickLists.openListsOf([...needed], id)
      : new Map<string, number>(),
  ])
  return {
    ...summaryOf(row),
    lines: withPicked(lines, row.picked),
    dropped: orders
      .filter((order) => !needed.has(order.id))
      .map(({ id, external_id, status }) => ({ id, external_id, status })),
    elsewhere: orders.flatMap(({ id, external_id }) => {
      const number = others.get(id)
      return number === undefined ? [] : { id, external_id, number }
    }),
  }
}

/** Lines with what was fetched of them, never more than is needed now. */
export function withPicked(
  lines: PickLine[],
  picked: PickListRow["picked"]
): PickLine[] {
  return lines.map((line) => ({
    ...line,
    picked: Math.min(picked[line.key] ?? 0, line.quantity),
  }))
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
