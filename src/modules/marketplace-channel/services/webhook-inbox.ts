import { generateEntityId } from "@medusajs/framework/utils"
import { deleteInBatches } from "../delete-in-batches"
import { SqlStore } from "../sql-store"

/** A message of a marketplace, come as a webhook or in an event queue. */
export type ReceivedMessage = {
  provider_id: string
  notification_id: string
  type: string
  channel_id: string | null
  body: string
  effect: "nudged" | "recorded" | "deauthorized"
}

export type WebhookRefusalReason = "bad_signature" | "malformed" | "too_large"

/** Messages as they came in, and how many webhooks were refused. */
export class WebhookInboxService extends SqlStore {
  /**
   * Ids of the channels that a message is about: the shop's, or where it names none, those of
   * every shop of the account. None when they are none of ours.
   */
  async listChannels(
    provider_id: string,
    {
      shop_external_id,
      account_external_id,
    }: { shop_external_id: string | null; account_external_id: string | null }
  ): Promise<string[]> {
    const rows = await this.sql<{ id: string }>(
      `SELECT channel.id FROM marketplace_channel AS channel
         LEFT JOIN marketplace_authorization AS account
           ON account.id = channel.authorization_id AND account.deleted_at IS NULL
        WHERE channel.provider_id = ? AND channel.deleted_at IS NULL
          AND CASE WHEN ?::text IS NULL THEN account.account_external_id = ?
                   ELSE channel.external_id = ? END
        ORDER BY channel.id`,
      [provider_id, shop_external_id, account_external_id, shop_external_id]
    )
    return rows.map(({ id }) => id)
  }

  /** Those of these messages that were kept before. */
  async listKnown(
    provider_id: string,
    notification_ids: string[]
  ): Promise<string[]> {
    const rows = await this.sql<{ notification_id: string }>(
      `SELECT notification_id FROM marketplace_webhook_message
        WHERE provider_id = ? AND deleted_at IS NULL
          AND notification_id IN (SELECT jsonb_array_elements_text(?::jsonb))`,
      [provider_id, JSON.stringify(notification_ids)]
    )
    return rows.map(({ notification_id }) => notification_id)
  }

  /** Keeps messages; a repeat is counted on its first row. */
  async record(messages: ReceivedMessage[]): Promise<void> {
    const rows = messages.map((message) => ({
      ...message,
      id: generateEntityId(undefined, "mphook"),
    }))
    await this.sql(
      `INSERT INTO marketplace_webhook_message
         (id, provider_id, notification_id, type, channel_id, body, effect, received_at)
       SELECT DISTINCT ON (row.provider_id, row.notification_id)
              row.id, row.provider_id, row.notification_id, row.type,
              row.channel_id, row.body, row.effect, clock_timestamp()
         FROM jsonb_to_recordset(?::jsonb) AS row(
           id text, provider_id text, notification_id text, type text,
           channel_id text, body text, effect text)
        ORDER BY row.provider_id, row.notification_id
       ON CONFLICT (provider_id, notification_id) WHERE deleted_at IS NULL
       DO UPDATE SET deliveries = marketplace_webhook_message.deliveries + 1,
                     updated_at = clock_timestamp()`,
      [JSON.stringify(rows)]
    )
  }

  /**
   * Counts a refused webhook; its body is not kept.
   * @returns how many were refused for this reason in this hour.
   */
  async countRefusal(
    provider_id: string,
    reason: WebhookRefusalReason
  ): Promise<number> {
    const [{ count }] = await this.sql<{ count: number }>(
      `INSERT INTO marketplace_webhook_refusal (id, provider_id, reason, hour)
       VALUES (?, ?, ?, date_trunc('hour', clock_timestamp()))
       ON CONFLICT (provider_id, reason, hour) WHERE deleted_at IS NULL
       DO UPDATE SET count = marketplace_webhook_refusal.count + 1
       RETURNING count`,
      [generateEntityId(undefined, "mphookref"), provider_id, reason]
    )
    return Number(count)
  }

  /** Refusals since a moment, by provider and reason. */
  async refusalsSince(
    since: Date
  ): Promise<{ provider_id: string; reason: string; count: number }[]> {
    return this.sql(
      `SELECT provider_id, reason, SUM(count)::int AS count
         FROM marketplace_webhook_refusal
        WHERE hour >= ?
        GROUP BY provider_id, reason`,
      [since.toISOString()]
    )
  }

  /** Forgets messages older than the given moment. */
  async forgetBefore(moment: Date): Promise<void> {
    await deleteInBatches(
      this.sql,
      "marketplace_webhook_message",
      "one.received_at < ?",
      [moment.toISOString()]
    )
  }

  /** Forgets how many were refused before that moment. */
  async forgetRefusalsBefore(moment: Date): Promise<void> {
    await deleteInBatches(
      this.sql,
      "marketplace_webhook_refusal",
      "one.hour < ?",
      [moment.toISOString()]
    )
  }
}
