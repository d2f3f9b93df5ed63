import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MoveRequest } from "../utils/move-plan"
import { moveOrders } from "../utils/move-orders"

export const moveOrdersStepId = "marketplaces-move-orders"

/** Fulfils, ships and delivers as asked; without compensation, a replay goes on. */
export const moveOrdersStep = createStep(
  moveOrdersStepId,
  async ({ requests }: { requests: MoveRequest[] }, { container }) =>
    new StepResponse(await moveOrders(container, requests))
)
