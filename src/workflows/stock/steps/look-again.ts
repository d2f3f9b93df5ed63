import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { StockCause } from "../../../domain/stock/stock-state"
import { marketplacesOf } from "../../marketplaces"
import { followStockNow } from "../follow-stock-now"

export type LookAgainInput = {
  listing_ids: string[]
  cause: StockCause
  /** The user who asked for it. */
  actor: string
}

/** Has these listings' stock followed at once; doing it twice changes nothing. */
export const lookAgainStep = createStep(
  "marketplaces-look-again",
  async ({ listing_ids, cause, actor }: LookAgainInput, { container }) => {
    await followStockNow(
      container,
      await marketplacesOf(container).stockNudges.addListings(
        listing_ids,
        cause,
        actor
      )
    )
    return new StepResponse(listing_ids.length)
  }
)
