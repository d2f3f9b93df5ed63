import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ReduceHostOrdersInput } from "../types"
import { reduceOrders } from "../utils/reduce-orders"

export const reduceOrdersStepId = "marketplaces-reduce-orders"

/** Takes cancelled units out of orders. */
export const reduceOrdersStep = createStep(
  reduceOrdersStepId,
  async ({ drafts }: ReduceHostOrdersInput, { container }) =>
    new StepResponse(await reduceOrders(container, drafts))
)
