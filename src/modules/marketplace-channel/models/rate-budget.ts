import { model } from "@medusajs/framework/utils"

/** How many calls a channel may make now; one row for all processes. */
const RateBudget = model.define("marketplace_rate_budget", {
  /** The channel's id. */
  id: model.id().primaryKey(),
  tokens: model.float(),
  refilled_at: model.dateTime(),
})

export default RateBudget
