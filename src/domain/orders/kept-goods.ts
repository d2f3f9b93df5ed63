import { DraftReservation, OrderDraft } from "./order-draft"

/** A live reservation of an order's line. */
export type KeptUnits = Omit<DraftReservation, "external_id">

/** A line of an order that Medusa has, with what is reserved for it. */
export type KeptLine = {
  id: string
  /** Units of the line that have gone out. */
  fulfilled: number
  kept: (KeptUnits & {
    /** Inventory units in one unit of the line's variant. */
    required_quantity: number
  })[]
}

type Planned = Pick<OrderDraft, "items" | "reservations" | "metadata">

/** True when the plan names every reservation that there is, and all are where they belong. */
export function isKeptAsPlanned(
  { reservations }: Planned,
  kept: Pick<KeptUnits, "id" | "location_id">[],
  named_location_id: string | null
): boolean {
  const planned = new Set(reservations.map(({ id }) => id))
  return kept.every(
    ({ id, location_id }) =>
      planned.has(id) && location_id === (named_location_id ?? location_id)
  )
}

/** True when something is kept that the holds do not name: other goods, another place or number. */
export function isHeldOtherwise(
  holds: DraftReservation[],
  kept: Pick<KeptUnits, "id" | "location_id" | "quantity">[]
): boolean {
  const byId = new Map(holds.map((hold) => [hold.id, hold]))
  return kept.some(({ id, location_id, quantity }) => {
    const hold = byId.get(id)
    return hold?.location_id !== location_id || hold.quantity !== quantity
  })
}

/**
 * What an order that Medusa has is to keep: the goods that are reserved for it, in the
 * quantities that it still wants. What its listings are linked to by now is for later orders:
 * reserved beside the goods it was made with, they would go out as well. Only a line for which
 * nothing is reserved takes what the plan says.
 *
 * Goods of which nothing has gone out yet are kept where the marketplace says that they leave.
 * @param named_location_id null where it names no warehouse, or one that is not in the shop:
 * then everything stays where it is.
 */
export function keptGoods(
  draft: Planned,
  lines: KeptLine[],
  named_location_id: string | null
): DraftReservation[] {
  const byId = new Map(lines.map((line) => [line.id, line]))
  return draft.items.flatMap(({ id, quantity: wanted }) => {
    const planned = draft.reservations.filter(
      ({ line_item_id }) => line_item_id === id
    )
    const line = byId.get(id)
    if (!line?.kept.length) {
      return planned
    }
    const elsewhere = line.fulfilled === 0 ? named_location_id : null
    const left = Math.max(wanted - line.fulfilled, 0)
    return line.kept.flatMap(({ required_quantity, ...kept }) => {
      const same = planned.find(
        ({ inventory_item_id }) => inventory_item_id === kept.inventory_item_id
      )
      const quantity =
        left * (same ? same.quantity / wanted : required_quantity)
      return quantity > 0
        ? {
            ...kept,
            location_id: elsewhere ?? kept.location_id,
            quantity,
            external_id: externalId(draft),
          }
        : []
    })
  })
}

function externalId({ metadata }: Planned): string {
  return metadata.marketplace_order_id ?? ""
}
