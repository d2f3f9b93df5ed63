import { OrderDraft } from "../orders/order-draft"
import { currencyExponent } from "../shared/amount"

/** Units that a line of an order still has. */
export type RemainingUnits = {
  line_id: string
  /** In the order. */
  units: number
  /** Of those, on the shelf: not shipped yet. */
  reserved: number
}

/**
 * The draft with fewer units: discounts in proportion, reservations for what has not been
 * shipped; lines without units are left out.
 */
export function reduceDraft(
  draft: OrderDraft,
  remaining: RemainingUnits[]
): OrderDraft {
  const byLine = new Map(remaining.map((line) => [line.line_id, line]))
  const ordered = new Map(draft.items.map(({ id, quantity }) => [id, quantity]))
  const scale = 10 ** currencyExponent(draft.currency_code)
  return {
    ...draft,
    items: draft.items.flatMap((item) => {
      const units = Math.min(byLine.get(item.id)?.units ?? 0, item.quantity)
      return units > 0
        ? {
            ...item,
            quantity: units,
            adjustments: item.adjustments.map((adjustment) => ({
              ...adjustment,
              amount:
                Math.round(
                  (adjustment.amount * scale * units) / item.quantity
                ) / scale,
            })),
          }
        : []
    }),
    reservations: draft.reservations.flatMap((reservation) => {
      const { line_item_id, quantity } = reservation
      const units = byLine.get(line_item_id)?.reserved ?? 0
      const of = ordered.get(line_item_id) ?? 0
      return units > 0 && of > 0
        ? { ...reservation, quantity: (quantity / of) * Math.min(units, of) }
        : []
    }),
  }
}
