import { ShopDatabase } from "./database"

/** Work whose worker has died becomes somebody else's, as it does when its lease ends. */
export async function endLeases(database: ShopDatabase): Promise<void> {
  for (const table of ["flow", "nudge", "run", "event_queue"]) {
    await database.rows(
      `UPDATE marketplace_${table} SET leased_until = NULL WHERE leased_until IS NOT NULL`
    )
  }
}

/** The feeds that are read every minute or sooner. */
const FEEDS = `'recent_orders', 'event_queue', 'buyer_requests', 'stock'`

/**
 * So much time passes that the feeds, or simply everything, is due; or that also nobody believes
 * any more in sales that only counters have told of.
 */
export async function pass(
  database: ShopDatabase,
  until: "next_poll" | "everything" | "believed_no_more"
): Promise<void> {
  await endLeases(database)
  await database.rows(
    `UPDATE marketplace_flow SET due_at = clock_timestamp()
      ${until === "next_poll" ? `WHERE kind IN (${FEEDS}) OR failures > 0` : ""}`
  )
  for (const table of ["nudge", "stock_nudge", "event_queue"]) {
    await database.rows(
      `UPDATE marketplace_${table} SET due_at = LEAST(due_at, clock_timestamp())`
    )
  }
  await database.rows(
    `UPDATE marketplace_settlement SET due_at = LEAST(due_at, clock_timestamp())
      WHERE due_at IS NOT NULL`
  )
  await database.rows(
    `UPDATE marketplace_channel_order
        SET settle_due_at = LEAST(settle_due_at, clock_timestamp())
      WHERE settle_due_at IS NOT NULL`
  )
  if (until === "believed_no_more") {
    await database.rows(
      `UPDATE marketplace_stock_cell SET unseen = (
         SELECT jsonb_agg(jsonb_set(entry, '{at}', to_jsonb(
                  (entry->>'at')::timestamptz - interval '1 hour')))
           FROM jsonb_array_elements(unseen) AS entry)
        WHERE jsonb_array_length(unseen) > 0`
    )
    // Neither does an answer that was lost keep a number from being raised any longer.
    await database.rows(
      `UPDATE marketplace_stock_push
          SET sent_at = sent_at - interval '1 hour',
              answered_at = answered_at - interval '1 hour'`
    )
  }
  // Whoever stored a copy has a minute to plan it.
  await database.rows(
    `UPDATE marketplace_channel_order SET updated_at = updated_at - interval '2 minutes'
      WHERE planned_hash IS DISTINCT FROM content_hash`
  )
}

/** Whether a tick would find something to do. */
export async function isDue(database: ShopDatabase): Promise<boolean> {
  const [{ is_due }] = await database.rows<{ is_due: boolean }>(DUE)
  return is_due
}

const DUE = `
SELECT EXISTS (SELECT 1 FROM marketplace_nudge WHERE due_at <= clock_timestamp() AND leased_until IS NULL)
    OR EXISTS (SELECT 1 FROM marketplace_flow WHERE due_at <= clock_timestamp() AND leased_until IS NULL)
    OR EXISTS (SELECT 1 FROM marketplace_run WHERE status = 'running' AND leased_until IS NULL)
    OR EXISTS (SELECT 1 FROM marketplace_channel_order WHERE settle_due_at <= clock_timestamp())
    OR EXISTS (SELECT 1 FROM marketplace_settlement WHERE due_at <= clock_timestamp())
    AS is_due`
