import { model } from "@medusajs/framework/utils"

/** A webhook, or an event of a queue, as it came in; kept for a set time. Never read as truth. */
const WebhookMessage = model
  .define("marketplace_webhook_message", {
    id: model.id({ prefix: "mphook" }).primaryKey(),
    provider_id: model.text(),
    /** The marketplace's id of the message, or a hash of the body where it gives none. */
    notification_id: model.text(),
    type: model.text(),
    channel_id: model.text().nullable(),
    body: model.text(),
    /** `nudged`, `recorded` (no effect), `deauthorized`. */
    effect: model.text(),
    /** How often it came. */
    deliveries: model.number().default(1),
    received_at: model.dateTime(),
  })
  .indexes([
    {
      name: "IDX_marketplace_webhook_message_notification",
      on: ["provider_id", "notification_id"],
      unique: true,
    },
    { name: "IDX_marketplace_webhook_message_received", on: ["received_at"] },
    {
      name: "IDX_marketplace_webhook_message_channel",
      on: ["channel_id", "received_at"],
    },
  ])

export default WebhookMessage
