import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CancelHostOrdersInput } from "../types"
import { cancelOrders } from "../utils/cancel-orders"

export const cancelOrdersStepId = "marketplaces-cancel-orders"

/** Cancels the orders that can be; without compensation, a replay goes on. */
export const cancelOrdersStep = createStep(
  cancelOrdersStepId,
  async (input: CancelHostOrdersInput, { container }) =>
    new StepResponse(await cancelOrders(container, input))
)
