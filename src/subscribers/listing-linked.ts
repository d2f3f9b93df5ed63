import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  LISTING_LINKED_EVENT,
  LISTING_UNLINKED_EVENT,
} from "../workflows/listings/events"
import { marketplacesOf } from "../workflows/marketplaces"
import { followStockNow } from "../workflows/stock/follow-stock-now"
import { holdUnseen } from "../workflows/stock/hold-unseen"

/** A listing's stock is another variant's now, or nobody's: what was remembered of it is over. */
export default async function marketplacesListingLinked({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const { stockBook, stockNudges } = marketplacesOf(container)
  if (event.name === LISTING_UNLINKED_EVENT) {
    await stockBook.forget([event.data.id])
    await holdUnseen(container, [event.data.id])
    return
  }
  await followStockNow(
    container,
    await stockNudges.addListings([event.data.id], "link")
  )
}

export const config: SubscriberConfig = {
  event: [LISTING_LINKED_EVENT, LISTING_UNLINKED_EVENT],
  context: { subscriberId: "marketplaces-listing-linked" },
}
