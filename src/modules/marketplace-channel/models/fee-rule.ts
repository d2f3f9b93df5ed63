import { model } from "@medusajs/framework/utils"

/** A `FeeRule`: a fee as the shop expects it of a channel, from day to day. */
const FeeRule = model.define("marketplace_fee_rule", {
  id: model.id({ prefix: "mpfee" }).primaryKey(),
  channel_id: model.text().index("IDX_marketplace_fee_rule_channel"),
  /** One of `FEE_KINDS`. */
  kind: model.text(),
  /** The fee's name in statements; null for every fee of the kind. */
  name: model.text().nullable(),
  /** One of `FEE_BASES`. */
  basis: model.text(),
  /** Millionths: 50,000 is 5 %. */
  rate_ppm: model.number(),
  /** Smallest unit of the channel's currency. */
  fixed_amount: model.number(),
  most_amount: model.number().nullable(),
  /** `yyyy-mm-dd` in UTC+7, inclusive. */
  starts_on: model.text().nullable(),
  ends_on: model.text().nullable(),
  created_by: model.text(),
})

export default FeeRule
