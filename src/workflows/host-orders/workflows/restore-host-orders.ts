import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { restoreOrdersStep } from "../steps/restore-orders"
import { RestoreHostOrdersInput } from "../types"

export const restoreHostOrdersWorkflowId = "marketplaces-restore-host-orders"

/**
 * Sets canceled orders back to pending when the marketplace takes its cancel back,
 * the way core's own cancel step undoes itself. Units are not reserved by it: run
 * `reserveUnitsWorkflow` with new reservation ids afterwards. An order whose payment
 * was refunded is refused, as refund and credit line stand for good.
 */
export const restoreHostOrdersWorkflow = createWorkflow(
  restoreHostOrdersWorkflowId,
  (input: WorkflowData<RestoreHostOrdersInput>) =>
    new WorkflowResponse(restoreOrdersStep(input))
)
