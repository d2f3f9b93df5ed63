import { LocalizedText } from "../shared/localized-text"
import { ChannelAccess } from "./channel-access"
import { MarketplaceProvider } from "./marketplace-provider"

/** What the marketplace lets the seller decide about an order, as of a fresh read. */
export type ConfirmationOffer = {
  external_id: string
  /** `waiting`: the seller has to decide. Anything else is decided already or not the seller's. */
  state: "waiting" | "confirmed" | "refused" | "not_offered"
  /** `by_line`: units that are not confirmed count as out of stock. */
  scope: "whole_order" | "by_line"
  /** Lines that may be confirmed, by the marketplace's line ids. */
  external_line_ids: string[]
  /** False when the marketplace knows no way to refuse this order. */
  may_refuse: boolean
  /** UTC; null when the marketplace names none. */
  confirm_by: Date | null
  /** False when no pickup time can be asked for with this order (default true). */
  takes_pickup_slot?: boolean
}

/** When the carrier may come, where the marketplace lets the seller choose. */
export type PickupSlot = {
  /** Handed back as it is. */
  value: string
  label: LocalizedText
}

/** A seller's answer to an offer; always made from an offer that was read just before. */
export type ConfirmationAnswer =
  | {
      kind: "confirm"
      /** Of the offer's; leaving some out means they are out of stock. Never empty. */
      external_line_ids: string[]
      /** Where the goods leave from; null for the order's own. */
      warehouse_external_id: string | null
      /** A {@link PickupSlot.value}; null for the marketplace's choice. */
      pickup_slot: string | null
    }
  | { kind: "refuse"; warehouse_external_id: string | null }

/** Optional: the seller confirms or refuses an order before it is sent. */
export interface ConfirmsOrders {
  /** Reads what is open; orders unknown to the marketplace are left out. */
  readConfirmationOffers(
    access: ChannelAccess,
    external_ids: string[]
  ): Promise<ConfirmationOffer[]>
  /** The times that a pickup can be asked for; none when the marketplace chooses. */
  readPickupSlots(access: ChannelAccess): Promise<PickupSlot[]>
  /**
   * Answers an offer, once: a call whose answer is lost is never repeated here.
   * @throws {MarketplaceError} `outcome_unknown` when the answer was lost: read the offer again.
   */
  answerConfirmation(
    access: ChannelAccess,
    offer: ConfirmationOffer,
    answer: ConfirmationAnswer
  ): Promise<void>
}

export function confirmsOrders(
  provider: MarketplaceProvider
): provider is MarketplaceProvider & ConfirmsOrders {
  return (
    "answerConfirmation" in provider &&
    typeof provider.answerConfirmation === "function" &&
    "readConfirmationOffers" in provider &&
    typeof provider.readConfirmationOffers === "function"
  )
}
