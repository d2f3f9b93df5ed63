import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { capturePaymentsStep } from "../steps/capture-payments"
import { CaptureHostPaymentsInput } from "../types"

export const captureHostPaymentsWorkflowId =
  "marketplaces-capture-host-payments"

/**
 * Captures unpaid collections (cash on delivery) of orders in bulk, as completing them does. No
 * event goes out, as no money moves through the host. Idempotent; canceled orders, and those
 * that were paid otherwise, stay as they are.
 */
export const captureHostPaymentsWorkflow = createWorkflow(
  captureHostPaymentsWorkflowId,
  (input: WorkflowData<CaptureHostPaymentsInput>) =>
    new WorkflowResponse(capturePaymentsStep(input))
)
