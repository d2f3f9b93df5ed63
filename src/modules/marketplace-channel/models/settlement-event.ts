import { model } from "@medusajs/framework/utils"

/** What people did about a settlement; append-only. */
const SettlementEvent = model
  .define("marketplace_settlement_event", {
    id: model.id({ prefix: "mpsle" }).primaryKey(),
    settlement_id: model.text(),
    /**
     * `confirmed`, `reopened`, `opened_by_new_lines`, `payment_captured`, `claimed`,
     * `claim_changed`.
     */
    kind: model.text(),
    /** `settled` and `difference` at that moment, the reason a person gave. */
    params: model.json(),
    at: model.dateTime(),
    /** A user id, or `system`. */
    actor_id: model.text(),
  })
  .indexes([
    {
      name: "IDX_marketplace_settlement_event_settlement",
      on: ["settlement_id", "at"],
    },
  ])

export default SettlementEvent
