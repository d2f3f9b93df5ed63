import { model } from "@medusajs/framework/utils"

/** One execution of a download or sync, followed while it goes on. */
const Run = model
  .define("marketplace_run", {
    id: model.id({ prefix: "mprun" }).primaryKey(),
    /** One of `RunKind`. */
    kind: model.text(),
    /** `running`, `done`, `failed`, `needs_mapping`. */
    status: model.text(),
    /** Tells what would happen, writes nothing. */
    preview: model.boolean().default(false),
    params: model.json(),
    /** `{ phase, done, total }`; `total` is null while unknown. */
    progress: model.json(),
    /** Result lines by code. */
    counts: model.json(),
    /** Where a restart goes on; of the run's own kind. */
    checkpoint: model.json().nullable(),
    /** A sentence with the remedy, when it failed. */
    error: model.text().nullable(),
    created_by: model.text(),
    leased_until: model.dateTime().nullable(),
    /** Names the worker that holds the lease; another one's late writes are refused by it. */
    lease_id: model.text().nullable(),
    finished_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_marketplace_run_created", on: ["created_at"] },
    { name: "IDX_marketplace_run_finished", on: ["finished_at"] },
    {
      name: "IDX_marketplace_run_open",
      on: ["leased_until"],
      where: "status = 'running' AND deleted_at IS NULL",
    },
  ])

export default Run
