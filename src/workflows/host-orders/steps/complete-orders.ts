import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CompleteHostOrdersInput } from "../types"
import { completeOrders } from "../utils/complete-orders"

export const completeOrdersStepId = "marketplaces-complete-orders"

/** Captures what the carrier collected, then completes. */
export const completeOrdersStep = createStep(
  completeOrdersStepId,
  async (input: CompleteHostOrdersInput, { container }) =>
    new StepResponse(await completeOrders(container, input, new Date()))
)
