import { model } from "@medusajs/framework/utils"

/** One line of an order's history: what its status became, when, by which rule, and what brought the news. */
const ChannelOrderEvent = model.define("marketplace_channel_order_event", {
  id: model.id({ prefix: "mpordev" }).primaryKey(),
  channel_order_id: model
    .text()
    .index("IDX_marketplace_channel_order_event_order"),
  at: model.dateTime(),
  /** `webhook`, `event`, `poll`, `download`, `link`, `retry`. */
  source: model.text(),
  /** A user id, or `system`. */
  actor: model.text(),
  from_status: model.text().nullable(),
  status: model.text().nullable(),
  raw_status: model.text(),
  status_rule: model.text().nullable(),
  import_state: model.text(),
})

export default ChannelOrderEvent
