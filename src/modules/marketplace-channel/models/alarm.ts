import { model } from "@medusajs/framework/utils"

/** Something that keeps the shop from following its marketplaces: since when, and until when. */
const Alarm = model
  .define("marketplace_alarm", {
    id: model.id({ prefix: "mpalrm" }).primaryKey(),
    /** `alarmKey` of the finding: names it while it is open. */
    key: model.text(),
    /** One of `ALARM_CODES`. */
    code: model.text(),
    /** `broken` or `attention`. */
    severity: model.text(),
    /** Null for what concerns the whole shop. */
    channel_id: model.text().nullable(),
    /** The kind of the flow it is about; null when it is about none in particular. */
    flow: model.text().nullable(),
    /** Since when it is so, as far as one can tell. */
    since: model.dateTime(),
    raised_at: model.dateTime(),
    /** When it was last found to be so. */
    seen_at: model.dateTime(),
    /** When it was put into the notifications; null while it may pass by itself. */
    told_at: model.dateTime().nullable(),
    /** `Finding.step` when it was last told; a higher one is told again. */
    told_step: model.number().default(0),
    cleared_at: model.dateTime().nullable(),
    /** What the words need. */
    params: model.json(),
  })
  .indexes([
    {
      name: "IDX_marketplace_alarm_open",
      on: ["key"],
      unique: true,
      where: "cleared_at IS NULL AND deleted_at IS NULL",
    },
    { name: "IDX_marketplace_alarm_cleared", on: ["cleared_at"] },
  ])

export default Alarm
