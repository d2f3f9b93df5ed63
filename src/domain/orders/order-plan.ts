import { BlockReason } from "./block-reason"
import { DraftReservation, OrderDraft } from "./order-draft"

/**
 * What the order does to stock, and why:
 *
 * - `reserved`: its units are kept until they are shipped.
 * - `before_stock_from`: the goods had left before counting began.
 * - `fulfilled_by_marketplace`: the goods are not in the shop.
 * - `cancelled`: nothing is to be shipped.
 * - `not_counted`: no line has a variant whose units are counted.
 */
export type StockRule =
  | "reserved"
  | "before_stock_from"
  | "fulfilled_by_marketplace"
  | "cancelled"
  | "not_counted"

/**
 * A line that is made without a variant, and why:
 *
 * - `imported_without_product`: not linked, and nothing leaves the stock for it.
 * - `product_missing`: its goods leave the stock, but its listing cannot be downloaded any more.
 * - `fulfilled_by_marketplace`, `foreign_seller_items`: not the shop's own goods.
 */
export type LineNote = {
  code:
    | "imported_without_product"
    | "product_missing"
    | "fulfilled_by_marketplace"
    | "foreign_seller_items"
  external_sku_id: string
  product: string
}

/** What is to be made of a channel order. */
export type OrderPlan =
  | {
      kind: "ready"
      draft: OrderDraft
      stock_rule: StockRule
      notes: LineNote[]
    }
  | {
      kind: "blocked"
      /** Never empty. */
      reasons: BlockReason[]
      /** Kept at once for the linked lines, under the ids that the order will have. */
      holds: DraftReservation[]
    }
  | { kind: "ignored"; rule: string }
