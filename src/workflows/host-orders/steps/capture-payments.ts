import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CaptureHostPaymentsInput } from "../types"
import { capturePayments } from "../utils/capture-payments"

export const capturePaymentsStepId = "marketplaces-capture-payments"

/** Captures what carriers have collected. */
export const capturePaymentsStep = createStep(
  capturePaymentsStepId,
  async (input: CaptureHostPaymentsInput, { container }) =>
    new StepResponse(await capturePayments(container, input))
)
