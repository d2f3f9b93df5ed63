import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { reserveUnitsStep } from "../steps/reserve-units"
import { ReserveUnitsInput } from "../types"

export const reserveUnitsWorkflowId = "marketplaces-reserve-units"

/**
 * Reserves units for lines whose order may come later; the order then uses the
 * same line and reservation ids and finds them taken. Idempotent by id.
 */
export const reserveUnitsWorkflow = createWorkflow(
  reserveUnitsWorkflowId,
  (input: WorkflowData<ReserveUnitsInput>) =>
    new WorkflowResponse(reserveUnitsStep(input))
)
