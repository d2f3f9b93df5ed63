import { model } from "@medusajs/framework/utils"

/** A running process of the shop that has the plugin loaded; forgotten a day after its last sign. */
const Process = model.define("marketplace_process", {
  id: model.id({ prefix: "mpproc" }).primaryKey(),
  /** Machine and process number, for people. */
  name: model.text(),
  /** `shared`, `worker` or `server`. */
  worker_mode: model.text(),
  /** Identifier of the locking provider in use, `in-memory` by default. */
  locking: model.text(),
  started_at: model.dateTime(),
  seen_at: model.dateTime(),
  /** When the plugin's one-second job ran in it last, to a few seconds; null before the first. */
  ticked_at: model.dateTime().nullable(),
})

export default Process
