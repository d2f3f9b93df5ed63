import type { ErasureHindrance } from "../../../domain/privacy/judge-erasure"

/** What became of the buyer's data of one order, or would. */
export type BuyerErasure = {
  order_id: string
  external_id: string
  outcome: "erasable" | "erased" | "already_erased" | "refused" | "failed"
  /** Why it was refused. */
  code: ErasureHindrance | null
  buyer_erased_at: string | null
}
