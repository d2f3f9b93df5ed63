import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { suggestLinks } from "../suggest-links"
import { linkListingsWorkflow } from "./link-listings"

export type AutoLinkInput = {
  channel_id: string
  /** Links the certain ones; without it, everything is only suggested. */
  apply: boolean
}

const suggestLinksStep = createStep(
  "marketplaces-suggest-links",
  async ({ channel_id }: AutoLinkInput, { container }) =>
    new StepResponse(await suggestLinks(container, channel_id))
)

/**
 * Finds the variants of a channel's unlinked listings. Only an exact SKU that means one
 * thing is linked without asking; everything else stays a suggestion with its evidence.
 */
export const autoLinkListingsWorkflow = createWorkflow(
  "marketplaces-auto-link-listings",
  (input: WorkflowData<AutoLinkInput>) => {
    const matches = suggestLinksStep(input)
    const certain = transform({ input, matches }, ({ input, matches }) =>
      input.apply ? matches.filter((match) => match.certain) : []
    )
    const changed = when(
      "certain-matches",
      certain,
      (list) => list.length > 0
    ).then(() =>
      linkListingsWorkflow.runAsStep({
        input: transform(certain, (list) => ({
          links: list.map(({ listing_id, variant_id }) => ({
            listing_id,
            variant_id,
          })),
          linked_by: "auto:sku",
          // A person may have linked it while the matches were looked for.
          only_unlinked: true,
        })),
      })
    )
    const linked = transform({ certain, changed }, ({ certain, changed }) => {
      const ids = new Set(changed?.map(({ id }) => id))
      return certain.filter(({ listing_id }) => ids.has(listing_id))
    })
    const suggestions = transform({ matches, linked }, ({ matches, linked }) =>
      matches.filter(
        ({ listing_id }) => !linked.some((one) => one.listing_id === listing_id)
      )
    )
    return new WorkflowResponse({ linked, suggestions })
  }
)
