import { deleteReservationsWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { whileInventoryLocked } from "../../locks"
import { ReleaseUnitsInput } from "../types"
import { inventoryService } from "../utils/module-services"

export const releaseUnitsStepId = "marketplaces-release-units"

/** Gives live reservations back; released ones and unknown ids are left alone. */
export async function releaseUnits(
  container: MedusaContainer,
  { reservation_ids = [], line_item_ids = [] }: ReleaseUnitsInput
): Promise<string[]> {
  const inventory = inventoryService(container)
  const config = { select: ["id"], take: null }
  // An empty filter would match every reservation of the shop.
  const byId = reservation_ids.length
    ? await inventory.listReservationItems({ id: reservation_ids }, config)
    : []
  const byLine = line_item_ids.length
    ? await inventory.listReservationItems(
        { line_item_id: line_item_ids },
        config
      )
    : []
  const ids = [...new Set([...byId, ...byLine].map(({ id }) => id))]
  if (ids.length) {
    await whileInventoryLocked(container, () =>
      deleteReservationsWorkflow(container).run({ input: { ids } })
    )
  }
  return ids
}

export const releaseUnitsStep = createStep(
  releaseUnitsStepId,
  async (input: ReleaseUnitsInput, { container }) =>
    new StepResponse({ released: await releaseUnits(container, input) })
)
