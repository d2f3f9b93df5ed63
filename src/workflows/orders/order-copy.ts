import { createHash } from "node:crypto"
import { canonicalJson } from "../../domain/orders/content-hash-input"
import { RawOrder } from "../../domain/provider/marketplace-provider"
import { OrderCopy } from "../../modules/marketplace-channel/services/order-copies"

/** A raw order with the hash that tells its content from another's. */
export function toOrderCopy(raw: RawOrder): OrderCopy {
  return {
    ...raw,
    content_hash: createHash("sha256")
      .update(canonicalJson(raw.payload))
      .digest("base64url"),
  }
}
