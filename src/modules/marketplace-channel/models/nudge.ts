import { model } from "@medusajs/framework/utils"

/** "Read this order again": one row per order however often it was asked for. */
const Nudge = model
  .define("marketplace_nudge", {
    id: model.id({ prefix: "mpnudge" }).primaryKey(),
    channel_id: model.text(),
    external_id: model.text(),
    /** Raised by every repeat; the row is cleared only if it has not moved meanwhile. */
    counter: model.number().default(1),
    /** `NudgeSource`. */
    source: model.text(),
    due_at: model.dateTime(),
    leased_until: model.dateTime().nullable(),
    attempts: model.number().default(0),
    last_error: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_nudge_order",
      on: ["channel_id", "external_id"],
      unique: true,
    },
    { name: "IDX_marketplace_nudge_due", on: ["due_at"] },
  ])

export default Nudge
