import { JsonValue } from "../shared/json"

/** Why an order cannot become a Medusa order yet. */
export const BLOCK_CODES = [
  "listing_not_downloaded",
  "listing_not_linked",
  "unknown_status",
  "currency_not_supported",
  "totals_do_not_add_up",
  "warehouse_not_mapped",
  "variant_deleted",
  "sales_channel_disabled",
  /** The payload holds something that no rule understands; `params.path` and `params.reason` say what. */
  "payload_not_understood",
  /** Medusa refused the order; `params.reason` is its message. */
  "refused_by_medusa",
] as const
export type BlockCode = (typeof BLOCK_CODES)[number]

export type BlockReason = {
  code: BlockCode
  /** What the message names: `product`, `sku`, `external_sku_id`, `status`, `currency`, … */
  params: { [name: string]: JsonValue }
}
