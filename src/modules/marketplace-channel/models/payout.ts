import { model } from "@medusajs/framework/utils"

/** Money that left the marketplace's wallet, or moved within it, as the marketplace lists it. */
const Payout = model
  .define("marketplace_payout", {
    id: model.id({ prefix: "mppay" }).primaryKey(),
    channel_id: model.text(),
    external_id: model.text(),
    /** `withdrawal`, `settlement`, `transfer`, `reversal`. */
    kind: model.text(),
    at: model.dateTime(),
    /** Smallest unit. */
    amount: model.bigNumber(),
    currency_code: model.text(),
    raw_status: model.text(),
  })
  .indexes([
    {
      name: "IDX_marketplace_payout_external",
      on: ["channel_id", "external_id"],
      unique: true,
    },
    { name: "IDX_marketplace_payout_at", on: ["channel_id", "at"] },
  ])

export default Payout
