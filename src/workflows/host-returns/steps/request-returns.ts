import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { RequestHostReturnsInput } from "../types"
import { requestReturns } from "../utils/request-returns"

export const requestReturnsStepId = "marketplaces-request-returns"

/** Makes and closes returns; without compensation, a replay goes on. */
export const requestReturnsStep = createStep(
  requestReturnsStepId,
  async (input: RequestHostReturnsInput, { container }) =>
    new StepResponse(await requestReturns(container, input))
)
