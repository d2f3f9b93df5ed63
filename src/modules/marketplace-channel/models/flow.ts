import { model } from "@medusajs/framework/utils"

/**
 * Recurring work of one channel: when it is due, how far it has come, how it last went.
 * `cursor` moves only after what it covers is committed.
 */
const Flow = model
  .define("marketplace_flow", {
    id: model.id({ prefix: "mpflow" }).primaryKey(),
    channel_id: model.text(),
    /** One of `FLOW_KINDS`. */
    kind: model.text(),
    due_at: model.dateTime(),
    leased_until: model.dateTime().nullable(),
    /** Names the claim of the worker that has it; another one once it was taken over. */
    lease_id: model.text().nullable(),
    /** When a message last asked for it; later than its start means once more. */
    hastened_at: model.dateTime().nullable(),
    /** Everything before this moment is read (UTC). */
    cursor: model.dateTime().nullable(),
    last_success_at: model.dateTime().nullable(),
    last_error: model.text().nullable(),
    /** `failureCode` of the last failure; null after a success. */
    last_error_code: model.text().nullable(),
    /** Since when every turn has failed; null after a success. */
    failing_since: model.dateTime().nullable(),
    /** When its worker last got on with it: began a turn, or did a part of it. */
    progressed_at: model.dateTime().nullable(),
    /**
     * Since when the marketplace lists no order although the shop holds some of the same time;
     * null while it lists them.
     */
    empty_since: model.dateTime().nullable(),
    failures: model.number().default(0),
  })
  .indexes([
    {
      name: "IDX_marketplace_flow_channel",
      on: ["channel_id", "kind"],
      unique: true,
    },
    { name: "IDX_marketplace_flow_due", on: ["due_at"] },
  ])

export default Flow
