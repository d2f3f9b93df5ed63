import { MedusaContainer } from "@medusajs/framework/types"
import { adjustLevels } from "./adjust-levels"
import { inventoryTransaction } from "./inventory-transaction"
import { MovePlan } from "./move-plan"

export type StockEffect = {
  level_ids: string[]
  lowered_reservation_ids: string[]
  ended_reservation_ids: string[]
}

/** Where a reservation that still keeps something notes what was taken from it. */
const CONSUMED_BY = "marketplaces_consumed_by"

type Place = { inventory_item_id: string; location_id: string; units: number }

/**
 * Takes the planned units off the shelf and out of their reservations, in one
 * transaction. Units count as taken when the reservation is gone or names the
 * fulfilment, so a replay takes nothing twice.
 */
export async function consumeReservations(
  container: MedusaContainer,
  plans: MovePlan[]
): Promise<StockEffect> {
  const wanted = plans.flatMap(({ fulfillments }) =>
    fulfillments.flatMap(({ id, items }) =>
      items.flatMap(({ inventory_item_id, ...item }) =>
        inventory_item_id
          ? [{ ...item, inventory_item_id, fulfillment_id: id }]
          : []
      )
    )
  )
  const effect: StockEffect = {
    level_ids: [],
    lowered_reservation_ids: [],
    ended_reservation_ids: [],
  }
  if (!wanted.length) {
    return effect
  }

  await inventoryTransaction(
    container,
    wanted.map(({ inventory_item_id }) => inventory_item_id),
    async (inventory, context) => {
      const live = await inventory.listReservationItems(
        { line_item_id: wanted.map(({ line_item_id }) => line_item_id) },
        { take: null },
        context
      )
      const lowered: {
        id: string
        quantity: number
        metadata: Record<string, unknown>
      }[] = []
      const places = new Map<string, Place>()

      for (const item of wanted) {
        const reservation = live.find(
          (row) =>
            row.line_item_id === item.line_item_id &&
            row.inventory_item_id === item.inventory_item_id &&
            row.metadata?.[CONSUMED_BY] !== item.fulfillment_id
        )
        if (!reservation) {
          continue
        }
        const { inventory_item_id, location_id } = reservation
        const left = Number(reservation.quantity) - item.quantity
        if (left > 0) {
          lowered.push({
            id: reservation.id,
            quantity: left,
            metadata: {
              ...reservation.metadata,
              [CONSUMED_BY]: item.fulfillment_id,
            },
          })
        } else {
          effect.ended_reservation_ids.push(reservation.id)
        }
        const key = `${inventory_item_id} ${location_id}`
        const units = (places.get(key)?.units ?? 0) + item.quantity
        places.set(key, { inventory_item_id, location_id, units })
      }
      if (!places.size) {
        return
      }

      effect.level_ids = await adjustLevels(
        inventory,
        [...places.values()].map((place) => ({
          ...place,
          units: -place.units,
        })),
        context
      )
      if (lowered.length) {
        await inventory.updateReservationItems(lowered, context)
        effect.lowered_reservation_ids = lowered.map(({ id }) => id)
      }
      if (effect.ended_reservation_ids.length) {
        await inventory.softDeleteReservationItems(
          effect.ended_reservation_ids,
          undefined,
          context
        )
      }
    }
  )
  return effect
}
