import { model } from "@medusajs/framework/utils"

/**
 * A queue of events at a marketplace, shared by the channels whose provider names it with
 * the same key. `ack` moves only after what it acknowledges is committed.
 */
const EventQueue = model
  .define("marketplace_event_queue", {
    id: model.id({ prefix: "mpqueue" }).primaryKey(),
    provider_id: model.text(),
    /** The provider's name for the queue. */
    key: model.text(),
    /** The marketplace's id of it; null while there is none. */
    external_id: model.text().nullable(),
    /** Handed back with the next pull; null before the first batch. */
    ack: model.text().nullable(),
    /** Channel id → when its events were last asked for (ISO 8601, UTC). */
    subscriptions: model.json().default({}),
    due_at: model.dateTime(),
    leased_until: model.dateTime().nullable(),
    /** Names the reader that holds the lease; another one's late writes are refused by it. */
    lease: model.text().nullable(),
    last_pull_at: model.dateTime().nullable(),
    last_error: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_event_queue_key",
      on: ["provider_id", "key"],
      unique: true,
    },
  ])

export default EventQueue
