import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { marketplacesOf } from "../../marketplaces"

/**
 * Makes a waiting consent usable; when the rest fails, it waits again, unless a channel that
 * goes on opens its shop with it already.
 */
export const claimAuthorizationStep = createStep(
  "marketplaces-claim-authorization",
  async (
    input: { authorization_id: string; user_id: string },
    { container }
  ) => {
    const { authorizations } = marketplacesOf(container)
    const id = await authorizations.claim(input.authorization_id, input.user_id)
    const isNew = id === input.authorization_id
    return new StepResponse({ id }, isNew ? id : null)
  },
  async (id, { container }) => {
    // An account that was connected before keeps the newer credentials: they work.
    if (id) {
      await marketplacesOf(container).authorizations.unclaim(id)
    }
  }
)
