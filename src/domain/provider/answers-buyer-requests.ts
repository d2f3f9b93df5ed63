import { BuyerRequestKind, NeutralBuyerRequest } from "../returns/buyer-request"
import { LocalizedText } from "../shared/localized-text"
import { ChannelAccess } from "./channel-access"
import { MarketplaceProvider, Page } from "./marketplace-provider"

/** Changed within a window, or about these orders. */
export type BuyerRequestQuery =
  | { by: "updated_at"; from: Date; to: Date }
  | { by: "order"; order_external_ids: string[] }

/**
 * A request that cannot be understood; those beside it are read all the same. `problem` names
 * the field and never holds buyer data.
 */
export type UnreadableBuyerRequest = {
  /** Null when not even that can be read. */
  external_id: string | null
  problem: string
  /** As far as these can be read. */
  order_external_id?: string | null
  raw_status?: string | null
  /** Which of the marketplace's lists it stands on. */
  kind?: BuyerRequestKind
}

export type BuyerRequestPage = Page<NeutralBuyerRequest> & {
  unreadable?: UnreadableBuyerRequest[]
}

/** Why a request is refused, in the marketplace's words. */
export type RejectReason = { value: string; label: LocalizedText }

export type BuyerRequestAnswer =
  | { kind: "approve" }
  | { kind: "reject"; reason: string; comment: string | null }

/** Optional: buyers ask for cancellations and returns through the marketplace. */
export interface AnswersBuyerRequests {
  /**
   * Oldest change first within each of the marketplace's lists; a request may come twice. One
   * that cannot be understood is named in its page and stops nothing.
   */
  readBuyerRequests(
    access: ChannelAccess,
    query: BuyerRequestQuery
  ): AsyncIterable<BuyerRequestPage>
  readRejectReasons(
    access: ChannelAccess,
    request: Pick<NeutralBuyerRequest, "external_id" | "kind">
  ): Promise<RejectReason[]>
  /**
   * Answers a request that was read just before, with one of its `answers`; never repeated here.
   * @throws {MarketplaceError} `outcome_unknown` when the answer was lost: read it again.
   */
  answerBuyerRequest(
    access: ChannelAccess,
    request: NeutralBuyerRequest,
    answer: BuyerRequestAnswer,
    /** The same for every attempt of one decision. */
    idempotency_key: string
  ): Promise<void>
}

export function answersBuyerRequests(
  provider: MarketplaceProvider
): provider is MarketplaceProvider & AnswersBuyerRequests {
  return (
    "readBuyerRequests" in provider &&
    typeof provider.readBuyerRequests === "function" &&
    "answerBuyerRequest" in provider &&
    typeof provider.answerBuyerRequest === "function"
  )
}
