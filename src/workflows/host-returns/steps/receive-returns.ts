import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ReceiveHostReturnsInput } from "../types"
import { receiveReturns } from "../utils/receive-returns"

export const receiveReturnsStepId = "marketplaces-receive-returns"

/** Takes receipts into Medusa; without compensation, a replay goes on. */
export const receiveReturnsStep = createStep(
  receiveReturnsStepId,
  async (input: ReceiveHostReturnsInput, { container }) =>
    new StepResponse(await receiveReturns(container, input))
)
