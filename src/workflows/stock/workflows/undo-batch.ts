import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { lookAgainStep } from "../steps/look-again"
import { UndoBatchInput, undoBatchStep } from "../steps/undo-batch"

/**
 * Takes the raises of one batch of writes back: each listing is limited to the number that it
 * showed before, until a person lifts the limit. Writes that lowered a number are left.
 */
export const undoBatchWorkflow = createWorkflow(
  "marketplaces-undo-stock-batch",
  (input: WorkflowData<UndoBatchInput>) => {
    const undone = undoBatchStep(input)
    const again = transform(
      { input, undone },
      ({ input: { actor }, undone: { listing_ids } }) => ({
        listing_ids,
        cause: "undo" as const,
        actor,
      })
    )
    lookAgainStep(again)
    return new WorkflowResponse(undone)
  }
)
