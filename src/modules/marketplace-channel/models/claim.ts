import { model } from "@medusajs/framework/utils"

/** Money that the shop asks the marketplace for, with what proves it. */
const Claim = model
  .define("marketplace_claim", {
    id: model.id({ prefix: "mpclm" }).primaryKey(),
    /** For people: the number on the list. */
    number: model.autoincrement(),
    channel_id: model.text(),
    settlement_id: model.text().index("IDX_marketplace_claim_settlement"),
    external_order_id: model.text(),
    /** One of `FINDING_CODES`. */
    reason: model.text(),
    /** What is asked for (smallest unit, positive). */
    amount: model.bigNumber(),
    currency_code: model.text(),
    /** One of `CLAIM_STATES`. */
    state: model.text(),
    /** Until when the marketplace takes it (UTC); null where nobody says. */
    deadline_at: model.dateTime().nullable(),
    /** `ClaimBasis`: what was wrong when the claim was made. */
    basis: model.json(),
    /** `ClaimEvidence[]` as it was when the claim was made. */
    evidence: model.json(),
    note: model.text().nullable(),
    /** The marketplace's number of the case. */
    external_reference: model.text().nullable(),
    created_by: model.text(),
    /** Of the last change of `state`. */
    decided_at: model.dateTime().nullable(),
    /** A user id, or `system` where the money was seen in a statement. */
    decided_by: model.text().nullable(),
    /** Where `system` found it paid: the state that it returns to if the money goes away again. */
    state_before_paid: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_claim_reason",
      on: ["channel_id", "external_order_id", "reason"],
      unique: true,
      where: "state NOT IN ('dropped', 'paid') AND deleted_at IS NULL",
    },
    { name: "IDX_marketplace_claim_state", on: ["state", "deadline_at"] },
  ])

export default Claim
