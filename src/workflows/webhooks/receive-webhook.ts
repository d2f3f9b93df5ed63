import { createHash } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { bulkhead, isBulkheadRejectedError } from "cockatiel"
import { MappingError } from "../../domain/provider/mapping-error"
import {
  ReceivesWebhooks,
  receivesWebhooks,
  WebhookMessage,
} from "../../domain/provider/receives-webhooks"
import { WebhookRefusalReason } from "../../modules/marketplace-channel/services/webhook-inbox"
import { marketplacesOf } from "../marketplaces"
import { followMessages } from "../messages/follow-messages"

export type WebhookRequest = {
  provider_id: string
  headers: Record<string, string | undefined>
  /** Null when it was too large to read. */
  raw_body: Buffer | null
}

const STATUS_OF: Record<WebhookRefusalReason, number> = {
  bad_signature: 401,
  malformed: 400,
  too_large: 413,
}

/** Genuine messages that may wait for the database at once; memory does not grow beyond them. */
export const MOST_WAITING = 500
const waiting = bulkhead(MOST_WAITING)

/**
 * Takes a webhook in: verifies it on its raw bytes, turns it into nudges, keeps it, and
 * gives the HTTP status to answer with: 503 asks the marketplace to send it again, as too many
 * wait; its order is found by polling else. What it says is never believed, only followed up.
 */
export async function receiveWebhook(
  container: MedusaContainer,
  { provider_id, headers, raw_body }: WebhookRequest
): Promise<number> {
  const { providers } = marketplacesOf(container)
  const provider = providers.has(provider_id)
    ? providers.retrieve(provider_id)
    : null
  if (!provider || !receivesWebhooks(provider)) {
    return 404
  }
  if (!raw_body) {
    return refuse(container, provider_id, "too_large")
  }
  if (!provider.verifyWebhook({ headers, raw_body })) {
    return refuse(container, provider_id, "bad_signature")
  }
  const message = parse(provider, raw_body)
  if (!message) {
    return refuse(container, provider_id, "malformed")
  }
  try {
    await waiting.execute(() =>
      follow(container, provider_id, message, raw_body)
    )
    return 200
  } catch (error) {
    if (isBulkheadRejectedError(error)) {
      return 503
    }
    throw error
  }
}

function parse(
  provider: ReceivesWebhooks,
  raw_body: Buffer
): WebhookMessage | null {
  try {
    return provider.parseWebhook(raw_body)
  } catch (error) {
    if (error instanceof MappingError) {
      return null
    }
    throw error
  }
}

/**
 * A refused signature may end the marketplace's retries, so it is said loudly; of a flood the
 * first of an hour, the tenth, the hundredth and so on.
 */
async function refuse(
  container: MedusaContainer,
  provider_id: string,
  reason: WebhookRefusalReason
): Promise<number> {
  const { inbox } = marketplacesOf(container)
  const count = await inbox.countRefusal(provider_id, reason)
  if (/^10*$/.test(String(count))) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `marketplaces: a webhook of ${provider_id} was refused (${reason}, ${count} this hour). If it was genuine, check the app secret; the marketplace may not send it again.`
      )
  }
  return STATUS_OF[reason]
}

async function follow(
  container: MedusaContainer,
  provider_id: string,
  message: WebhookMessage,
  raw_body: Buffer
): Promise<void> {
  const { effect, type } = message
  const channel_ids = await marketplacesOf(container).inbox.listChannels(
    provider_id,
    message
  )
  const notification_id =
    message.notification_id ??
    createHash("sha256").update(raw_body).digest("hex")
  const body = raw_body.toString("utf8")
  await followMessages(container, {
    provider_id,
    source: "webhook",
    messages: [...channel_ids, ...(channel_ids.length ? [] : [null])].map(
      (channel_id) => ({ notification_id, type, channel_id, effect, body })
    ),
  })
}
