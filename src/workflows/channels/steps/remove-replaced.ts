import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { marketplacesOf } from "../../marketplaces"

/**
 * Forgets the secrets of authorizations that channels had before, where none uses them any
 * more. It cannot be undone, so it comes once everything else has been done.
 */
export const removeReplacedStep = createStep(
  "marketplaces-remove-replaced-authorizations",
  async (authorization_ids: string[], { container }) => {
    await marketplacesOf(container).authorizations.removeUnused(
      authorization_ids
    )
    return new StepResponse()
  }
)
