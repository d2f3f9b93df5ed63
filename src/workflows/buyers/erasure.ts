import {
  ErasureHindrance,
  judgeErasure,
} from "../../domain/privacy/judge-erasure"
import { RedactsOrders } from "../../domain/provider/redacts-orders"
import { errorMessage } from "../../domain/shared/error-message"
import { ErasureCandidate } from "../../modules/marketplace-channel/services/buyer-erasures"

/** What became of one order, or would. */
export type Erasure = Pick<
  ErasureCandidate,
  | "channel_id"
  | "external_id"
  | "status"
  | "placed_at"
  | "medusa_order_id"
  | "texts"
  | "photos"
  | "files"
> & {
  order_id: string
  /** `failed`: erasing it stopped half-way, and the rest of it goes with the next request. */
  outcome: "erasable" | "erased" | "already_erased" | "refused" | "failed"
  code: ErasureHindrance | null
  /** English, with the remedy; null unless it was refused or failed. */
  message: string | null
  /** Since when nothing of the buyer is left. */
  buyer_erased_at: Date | null
}

const REMEDIES: Record<ErasureHindrance, string> = {
  not_delivered:
    "The parcel has not reached the buyer, so the address is still needed. Ask again once the order is delivered or cancelled, or 30 days after its channel was disconnected.",
  coming_back:
    "Goods are on their way back from the buyer. Ask again once they are received.",
  request_open:
    "The buyer's request is still open. Answer it, and ask again once it is settled.",
  claim_open:
    "The shop claims money for this order or one in the same parcel, and photos and texts are its proof. Ask again once the claim is paid or dropped.",
  not_supported:
    "The provider of this marketplace is missing, or cannot keep an order without its buyer. Add it to the plugin's options, or update it.",
}

/** Whether the buyer of this order may be erased now. */
export function judgeOrder(
  order: ErasureCandidate,
  provider: RedactsOrders | undefined
): Erasure {
  const { id, erasure_began_at, buyer_erased_at, ...rest } = order
  const {
    request_states: _requests,
    claim_states: _claims,
    is_followed: _followed,
    ...shown
  } = rest
  const answer = { order_id: id, ...shown, buyer_erased_at }
  if (buyer_erased_at) {
    return { ...answer, outcome: "already_erased", code: null, message: null }
  }
  const code = provider
    ? judgeErasure({ ...order, has_begun: erasure_began_at !== null })
    : "not_supported"
  return code
    ? { ...answer, outcome: "refused", code, message: REMEDIES[code] }
    : { ...answer, outcome: "erasable", code: null, message: null }
}

/** What is said of an order whose erasure threw. */
export function failedErasure(erasure: Erasure, error: unknown): Erasure {
  return {
    ...erasure,
    outcome: "failed",
    message: `Erasing this order failed (${errorMessage(error)}). Ask again: what is erased already stays erased.`,
  }
}
