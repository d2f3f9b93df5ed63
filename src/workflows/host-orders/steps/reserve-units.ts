import {
  createInventoryLevelsWorkflow,
  createReservationsWorkflow,
} from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DraftReservation } from "../../../domain/orders/order-draft"
import { whileInventoryLocked } from "../../locks"
import { ReserveUnitsInput, ReserveUnitsResult } from "../types"
import { createMissing } from "../utils/halving"
import { inventoryService } from "../utils/module-services"

export const reserveUnitsStepId = "marketplaces-reserve-units"

export type Place = { inventory_item_id: string; location_id: string }

const placeKey = (place: Place) =>
  `${place.inventory_item_id} ${place.location_id}`

/** A reservation needs a level even when the item was never counted there. */
export async function createMissingLevels(
  container: MedusaContainer,
  places: Place[]
): Promise<void> {
  const inventory = inventoryService(container)
  await createMissing({
    rows: places,
    idOf: placeKey,
    findExisting: async () =>
      (
        await inventory.listInventoryLevels(
          {
            inventory_item_id: [
              ...new Set(places.map((place) => place.inventory_item_id)),
            ],
            location_id: [...new Set(places.map((place) => place.location_id))],
          },
          { select: ["id", "inventory_item_id", "location_id"], take: null }
        )
      ).map(placeKey),
    create: (missing) =>
      createInventoryLevelsWorkflow(container).run({
        input: {
          inventory_levels: missing.map(
            ({ inventory_item_id, location_id }) => ({
              inventory_item_id,
              location_id,
              stocked_quantity: 0,
            })
          ),
        },
      }),
  })
}

/**
 * Reserves under the given ids. An id is used once for ever: a released
 * reservation keeps its own, so reserving again takes a new one.
 */
export async function reserveUnits(
  container: MedusaContainer,
  reservations: DraftReservation[]
): Promise<ReserveUnitsResult> {
  const inventory = inventoryService(container)
  const spent = new Set<string>()
  let levelsChecked = false
  const { created, existing, refused } = await createMissing({
    rows: reservations,
    idOf: (reservation) => reservation.id,
    findExisting: async (id) => {
      const taken = await inventory.listReservationItems(
        { id },
        { select: ["id", "deleted_at"], take: id.length, withDeleted: true }
      )
      taken
        .filter(({ deleted_at }) => deleted_at)
        .forEach((reservation) => spent.add(reservation.id))
      return taken.map((reservation) => reservation.id)
    },
    create: async (missing) => {
      if (!levelsChecked) {
        await createMissingLevels(container, missing)
        levelsChecked = true
      }
      await whileInventoryLocked(container, () =>
        createReservationsWorkflow(container).run({
          input: {
            // Medusa locks the goods in this sequence.
            reservations: [...missing]
              .sort(byInventoryItem)
              .map((reservation) => ({
                ...reservation,
                allow_backorder: true,
              })),
          },
        })
      )
    },
  })
  return {
    created,
    existing,
    spent: [...spent],
    refused: refused.map(({ row, message }) => ({
      id: row.id,
      line_item_id: row.line_item_id,
      message,
    })),
  }
}

/**
 * Keeps units for lines, whether or not their order exists yet. Always succeeds
 * on short stock, as the marketplace has sold the units already.
 */
export const reserveUnitsStep = createStep(
  reserveUnitsStepId,
  async ({ reservations }: ReserveUnitsInput, { container }) =>
    new StepResponse(await reserveUnits(container, reservations))
)

function byInventoryItem(
  one: DraftReservation,
  other: DraftReservation
): number {
  return one.inventory_item_id < other.inventory_item_id ? -1 : 1
}
