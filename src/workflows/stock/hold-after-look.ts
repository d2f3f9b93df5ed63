import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../domain/shared/error-message"
import { Look, StockFacts } from "../../domain/stock/look-at-listings"
import {
  holdChanges,
  holdsAfter,
  itemsOfChanges,
} from "../../domain/stock/unseen-hold"
import { HeldUnseen } from "../../domain/stock/unseen-hold"
import { FlowContext } from "../flows/flow-context"
import { holdUnseen } from "./hold-unseen"

/**
 * Has Medusa hold what a look found sold, once the look is stored. Nothing is asked or written
 * when the holds that were read with the facts are what they should be.
 * @returns whether it was done. What keeps Medusa from holding keeps no number from being
 * lowered: it is said, and tried again with the next look.
 */
export async function holdAfterLook(
  { container, channel }: Pick<FlowContext, "container" | "channel">,
  { listings, levels }: StockFacts,
  looks: Look[],
  held: HeldUnseen[],
  listing_ids: string[]
): Promise<boolean> {
  const wanted = looks.flatMap((look) => {
    const listing = listings.find(
      ({ listing_id }) => listing_id === look.listing_id
    )
    return listing ? holdsAfter(look, listing, levels) : []
  })
  if (!itemsOfChanges(holdChanges(wanted, held)).length) {
    return true
  }
  try {
    await holdUnseen(container, listing_ids)
    return true
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `marketplaces: units sold on ${channel.name} are not held in Medusa yet: ${errorMessage(error)}`
      )
    return false
  }
}
