import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { RestoreHostOrdersInput } from "../types"
import { restoreOrders } from "../utils/restore-orders"

export const restoreOrdersStepId = "marketplaces-restore-orders"

/** Sets canceled orders back to pending. */
export const restoreOrdersStep = createStep(
  restoreOrdersStepId,
  async ({ order_ids }: RestoreHostOrdersInput, { container }) =>
    new StepResponse(await restoreOrders(container, order_ids))
)
