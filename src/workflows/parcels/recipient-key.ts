import { hash } from "node:crypto"
import { Recipient } from "../../domain/orders/neutral-order"

/** Tells one address from another without holding it; null for none. */
export function recipientKey(recipient: Recipient | null): string | null {
  return recipient && hash("sha256", JSON.stringify(recipient)).slice(0, 16)
}
