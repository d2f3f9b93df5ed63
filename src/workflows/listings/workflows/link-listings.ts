import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { LISTING_LINKED_EVENT } from "../events"
import { SetLinksInput, setLinksStep } from "../steps/set-links"

export type LinkListingsInput = SetLinksInput & {
  links: { listing_id: string; variant_id: string }[]
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
