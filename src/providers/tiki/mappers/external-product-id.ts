import { WireItemProduct, WireProduct } from "../types"
import { Fields } from "./fields"

/**
 * The product that an offer belongs to: its configurable parent, or the offer itself.
 * The catalogue's `master_id` is shared by all sellers and tells nothing about this shop.
 */
export function productIdOf(
  offer: Fields<WireProduct> | Fields<WireItemProduct>,
  offer_id: string
): string {
  const parent = offer.text("super_id")
  return parent && parent !== "0" ? parent : offer_id
}
