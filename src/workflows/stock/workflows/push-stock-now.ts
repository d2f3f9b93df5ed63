import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { lookAgainStep } from "../steps/look-again"

export type PushStockNowInput = { listing_ids: string[]; actor: string }

/** A person wants these listings' numbers right at once: waits after refusals are over. */
export const pushStockNowWorkflow = createWorkflow(
  "marketplaces-push-stock-now",
  (input: WorkflowData<PushStockNowInput>) => {
    const again = transform(input, ({ listing_ids, actor }) => ({
      listing_ids,
      cause: "person" as const,
      actor,
    }))
    return new WorkflowResponse(lookAgainStep(again))
  }
)
