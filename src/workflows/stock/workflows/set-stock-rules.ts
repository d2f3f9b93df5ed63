import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { lookAgainStep } from "../steps/look-again"
import { SetStockRulesInput, setStockRulesStep } from "../steps/set-stock-rules"

/** Gives a listing rules of its own for its stock; its number follows at once. */
export const setStockRulesWorkflow = createWorkflow(
  "marketplaces-set-stock-rules",
  (input: WorkflowData<SetStockRulesInput>) => {
    const changed = setStockRulesStep(input)
    const again = transform(
      { input, changed },
      ({ input: { actor }, changed: { listing_ids } }) => ({
        listing_ids,
        cause: "settings" as const,
        actor,
      })
    )
    lookAgainStep(again)
    return new WorkflowResponse(changed)
  }
)
