import { orderIdentities } from "../../domain/orders/identities"
import { lineItemId } from "../../domain/orders/draft-order"
import { OrderPlan } from "../../domain/orders/order-plan"
import { countOrder, OrderCount } from "../../domain/stock/count-order"
import { CountedOrder } from "../../modules/marketplace-channel/services/stock-demand-counter"
import { Channel } from "../orders/channel"
import { ImportableOrder } from "../orders/importable-order"
import { ChannelFacts } from "../orders/load-planning-facts"
import { PlannedCopy } from "../orders/plan-copies"

type Planned = PlannedCopy<ImportableOrder>

/**
 * What each order stands for of the marketplace's counters.
 * @param isImported whether Medusa has, or is about to have, the order: all its units are then
 * taken from the free ones or have left. Otherwise only lines with units kept for them count.
 * @param unkept ids of lines whose units were to be kept, and Medusa would not.
 */
export function countsOf(
  planned: Planned[],
  { settings }: Channel,
  facts: Pick<ChannelFacts, "default_location_id">,
  isImported: (copy: Planned) => boolean,
  unkept: ReadonlySet<string> = new Set()
): CountedOrder[] {
  const default_warehouse =
    settings.warehouses.find(
      ({ stock_location_id }) => stock_location_id === facts.default_location_id
    )?.external_id ?? ""
  return planned.flatMap((copy) => {
    const { row, order, plan } = copy
    if (!order) {
      return []
    }
    if (leftBeforeCounting(copy)) {
      return { id: row.id, placed_at: order.placed_at, counts: [] }
    }
    const ids = orderIdentities(row.id)
    const held = heldLines(plan)
    const all = isImported(copy)
    return {
      id: row.id,
      placed_at: order.placed_at,
      counts: countOrder(
        order,
        (line) => {
          const id = lineItemId(line, ids)
          return all || (held.has(id) && !unkept.has(id))
        },
        default_warehouse
      ),
    }
  })
}

/** Its units take nothing from the shelf, and no look has ever missed them there. */
function leftBeforeCounting({ row, plan }: Planned): boolean {
  const rule =
    row.medusa_order_id === null
      ? plan.kind === "ready" && plan.stock_rule
      : row.import_rule
  return rule === "before_stock_from"
}

/** Orders that were counted before. */
export function countedBefore(planned: Planned[]): Planned[] {
  return planned.filter(
    ({ row }) => ((row.counted as OrderCount[] | null)?.length ?? 0) > 0
  )
}

function heldLines(plan: OrderPlan): Set<string> {
  switch (plan.kind) {
    case "ready":
      return lineIds(plan.draft.reservations)
    case "blocked":
      return lineIds(plan.holds)
    case "ignored":
      return new Set()
  }
}

function lineIds(reservations: { line_item_id: string }[]): Set<string> {
  return new Set(reservations.map(({ line_item_id }) => line_item_id))
}
