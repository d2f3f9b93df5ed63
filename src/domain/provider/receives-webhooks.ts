import { MarketplaceProvider } from "./marketplace-provider"
import { MessageEffect } from "./marketplace-message"

/** What a webhook turned out to say. */
export type WebhookMessage = {
  /** The marketplace's own id of the message; repeats are recognised by it. */
  notification_id: string | null
  type: string
  /** The shop it is about; null when it is about the whole account. */
  shop_external_id: string | null
  account_external_id: string | null
  effect: MessageEffect
}

/** Optional: the marketplace calls us. */
export interface ReceivesWebhooks {
  /** True when the signature of the raw body is right; compared in constant time. */
  verifyWebhook(request: {
    headers: Record<string, string | undefined>
    raw_body: Buffer
  }): boolean
  /**
   * Reads a verified body.
   * @throws {MappingError} when it is no message of this marketplace.
   */
  parseWebhook(raw_body: Buffer): WebhookMessage
}

export function receivesWebhooks(
  provider: MarketplaceProvider
): provider is MarketplaceProvider & ReceivesWebhooks {
  return (
    "verifyWebhook" in provider &&
    typeof provider.verifyWebhook === "function" &&
    "parseWebhook" in provider &&
    typeof provider.parseWebhook === "function"
  )
}
