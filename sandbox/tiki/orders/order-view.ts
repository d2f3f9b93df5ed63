import { Seller } from "../sellers"

/** What an order's answer is made of besides the order. */
export type OrderView = {
  /** Of `status_histories`, `item.fees`, `item.confirmation_histories`. */
  include: readonly string[]
  /** Codes of the other parts of the basket. */
  siblings: readonly string[]
  seller: Seller
  /** Where pictures are served. */
  base_url: string
  /** Refused items are not in the invoice. */
  without_refused: boolean
}
