import { model } from "@medusajs/framework/utils"

/** How many webhooks were refused, by reason and hour; their bodies are not kept. */
const WebhookRefusal = model
  .define("marketplace_webhook_refusal", {
    id: model.id({ prefix: "mphookref" }).primaryKey(),
    provider_id: model.text(),
    /** `bad_signature`, `malformed`, `too_large`. */
    reason: model.text(),
    /** Start of the hour (UTC). */
    hour: model.dateTime(),
    count: model.number().default(1),
  })
  .indexes([
    {
      name: "IDX_marketplace_webhook_refusal_hour",
      on: ["provider_id", "reason", "hour"],
      unique: true,
    },
    { name: "IDX_marketplace_webhook_refusal_old", on: ["hour"] },
  ])

export default WebhookRefusal
