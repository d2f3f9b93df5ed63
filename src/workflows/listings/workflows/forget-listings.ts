import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { marketplacesOf } from "../../marketplaces"
import { unlinkListingsWorkflow } from "./unlink-listings"

/** Forgetting has no way back but the next download, so it comes last. */
const forgetListingsStep = createStep(
  "marketplaces-forget-listings",
  async ({ ids }: { ids: string[] }, { container }) => {
    await marketplacesOf(container).listingCatalogue.forget(ids)
    return new StepResponse(ids)
  }
)

/** Forgets downloaded listings and their links; the next download brings them back unlinked. */
export const forgetListingsWorkflow = createWorkflow(
  "marketplaces-forget-listings",
  (input: WorkflowData<{ ids: string[]; user_id: string }>) => {
    unlinkListingsWorkflow.runAsStep({ input })
    return new WorkflowResponse(forgetListingsStep(input))
  }
)
