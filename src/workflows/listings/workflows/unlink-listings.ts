import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { LISTING_UNLINKED_EVENT } from "../events"
import { setLinksStep } from "../steps/set-links"

/** Takes the links of listings away. Orders that came in through them stay as they are. */
export const unlinkListingsWorkflow = createWorkflow(
  "marketplaces-unlink-listings",
  (input: WorkflowData<{ ids: string[]; user_id: string }>) => {
    const unlinked = setLinksStep(
      transform(input, ({ ids, user_id }) => ({
        links: ids.map((listing_id) => ({ listing_id, variant_id: null })),
        linked_by: user_id,
      }))
    )
    emitEventStep({ eventName: LISTING_UNLINKED_EVENT, data: unlinked })
    return new WorkflowResponse(unlinked)
  }
)
