import { OrderIdentities } from "./identities"
import { NeutralOrder } from "./neutral-order"
import { DraftReservation } from "./order-draft"
import { VariantFacts } from "./planning-facts"

/** Units of one line that are to be kept for the order. */
export type KeptLine = {
  line_item_id: string
  variant: VariantFacts
  /** Units of the variant. */
  quantity: number
}

/** True when the variant is counted somewhere, so that its units can be kept. */
export function isCounted(variant: VariantFacts): boolean {
  return (
    variant.manage_inventory &&
    variant.inventory.some(({ required_quantity }) => required_quantity > 0)
  )
}

/** One reservation per line and inventory item; a kit is kept by its components. */
export function planReservations(
  order: NeutralOrder,
  lines: KeptLine[],
  location_id: string,
  generation: number,
  ids: OrderIdentities
): DraftReservation[] {
  return lines
    .filter(({ variant }) => isCounted(variant))
    .flatMap(({ line_item_id, variant, quantity }) =>
      unitsByItem(variant).map(([inventory_item_id, units]) => ({
        id: ids.reservationId(line_item_id, inventory_item_id, generation),
        line_item_id,
        inventory_item_id,
        location_id,
        quantity: quantity * units,
        external_id: order.external_id,
      }))
    )
}

/** Medusa allows an item to be named twice; its units then count together. */
function unitsByItem(variant: VariantFacts): [string, number][] {
  const units = new Map<string, number>()
  for (const { inventory_item_id, required_quantity } of variant.inventory) {
    const before = units.get(inventory_item_id) ?? 0
    units.set(inventory_item_id, before + required_quantity)
  }
  return [...units].filter(([, quantity]) => quantity > 0)
}
