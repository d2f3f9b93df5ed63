import { hash } from "node:crypto"
import { canonicalJson } from "../../domain/orders/content-hash-input"
import { RawOrder } from "../../domain/provider/marketplace-provider"
import { JsonObject } from "../../domain/shared/json"
import { OrderCopy } from "../../modules/marketplace-channel/services/order-copies"

/** A raw order with the hash that tells its content from another's. */
export function toOrderCopy(raw: RawOrder): OrderCopy {
  return { ...raw, content_hash: contentHash(raw.payload) }
}

/** About 2 MB. */
const MOST_REMEMBERED = 10_000

/** Content hashes by the hash of the text as it came. */
const remembered = new Map<string, string>()

/**
 * Equal for equal content, whatever the order of keys. Polls read the same orders over
 * and over, and putting keys in order is most of the work: it is done once for each text.
 */
function contentHash(payload: JsonObject): string {
  const text = digest(JSON.stringify(payload))
  const known = remembered.get(text)
  if (known !== undefined) {
    return known
  }
  const content = digest(canonicalJson(payload))
  remembered.set(text, content)
  if (remembered.size > MOST_REMEMBERED) {
    const [oldest] = remembered.keys()
    remembered.delete(oldest)
  }
  return content
}

function digest(text: string): string {
  return hash("sha256", text, "base64url")
}
