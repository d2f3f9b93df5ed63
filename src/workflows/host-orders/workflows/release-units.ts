import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { releaseUnitsStep } from "../steps/release-units"
import { ReleaseUnitsInput } from "../types"

export const releaseUnitsWorkflowId = "marketplaces-release-units"

/** Gives reserved units back, by reservation or by line. Idempotent. */
export const releaseUnitsWorkflow = createWorkflow(
  releaseUnitsWorkflowId,
  (input: WorkflowData<ReleaseUnitsInput>) =>
    new WorkflowResponse(releaseUnitsStep(input))
)
