import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { LISTING_LINKED_EVENT } from "../events"
import { setLinksStep } from "../steps/set-links"

export type LinkListingsInput = {
  links: { listing_id: string; variant_id: string }[]
  /** A user id, or `auto:` with the rule. */
  linked_by: string
}

/** Links listings to variants; parked orders that waited for them come in by themselves. */
export const linkListingsWorkflow = createWorkflow(
  "marketplaces-link-listings",
  (input: WorkflowData<LinkListingsInput>) => {
    const linked = setLinksStep(input)
    emitEventStep({ eventName: LISTING_LINKED_EVENT, data: linked })
    return new WorkflowResponse(linked)
  }
)
