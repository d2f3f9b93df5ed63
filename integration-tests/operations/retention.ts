import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DEFAULT_RETENTION_DAYS } from "../../src/domain/retention/retention-days"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { follow } from "../daily-work/shop"
import { forget } from "../support/forget"
import { findOrder, medusaOrder } from "../support/orders"
import { OperationsShop } from "./shop"

const DAY_MS = 86_400_000

/** What is old goes by itself, and what is open stays. */
export function retention(at: () => OperationsShop): void {
  const sql = async <Row>(statement: string, params: unknown[] = []) => {
    const knex = at().container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { rows } = await knex.raw(statement, params as string[])
    return rows as Row[]
  }
  const idsIn = async (table: string, prefix: string): Promise<string[]> => {
    const rows = await sql<{ id: string }>(
      `SELECT id FROM ${table} WHERE id LIKE ? ORDER BY id`,
      [`${prefix}%`]
    )
    return rows.map(({ id }) => id)
  }
  const longAgo = (days: number) =>
    new Date(Date.now() - days * DAY_MS).toISOString()
  const { runDays, webhookDays, photoDays, orderCopyDays } =
    DEFAULT_RETENTION_DAYS

  /** An order that ended long ago, at the marketplace and here. */
  const oldOrder = async () => {
    const [placed] = at().sandbox.tiktok.addOrders([
      {
        status: "COMPLETED",
        history: true,
        lines: [{ seller_sku: "CHEN-DO-60" }],
        create_time: Math.floor(
          (Date.now() - (orderCopyDays + 20) * DAY_MS) / 1000
        ),
      },
    ])
    await follow(at(), [{ external_id: placed.id, channel_id: at().tiktok.id }])
    const order = await findOrder(at(), placed.id)
    await sql(
      `UPDATE marketplace_channel_order SET external_updated_at = ?
        WHERE id = ?`,
      [longAgo(orderCopyDays + 1), order.id]
    )
    return order
  }
  const copyOf = async (id: string) => {
    const [row] = await sql<{
      payload: Record<string, unknown>
      recipient: unknown
      redacted: boolean
    }>(
      `SELECT payload, recipient, payload_redacted_at IS NOT NULL AS redacted
         FROM marketplace_channel_order WHERE id = ?`,
      [id]
    )
    return row
  }

  describe("what is old", () => {
    it("leaves of a copy what the rules read, once its order is over in every way", async () => {
      const [over, claimed, blocked, asked] = [
        await oldOrder(),
        await oldOrder(),
        await oldOrder(),
        await oldOrder(),
      ]
      await sql(
        `INSERT INTO marketplace_settlement
           (id, channel_id, external_order_id, channel_order_id, state,
            currency_code, settled, fee_parts, findings, line_count)
         VALUES ('keep_settlement', ?, ?, ?, 'matched', 'vnd', '{}', '[]', '[]', 0)`,
        [claimed.channel_id, claimed.external_id, claimed.id]
      )
      await sql(
        `INSERT INTO marketplace_claim
           (id, channel_id, settlement_id, external_order_id, reason, amount,
            raw_amount, currency_code, state, basis, evidence, created_by)
         SELECT 'keep_claim', channel_id, id, external_order_id, 'short_paid', 1,
                '{"value": "1"}', 'vnd', 'sent', '{}', '[]', 'system'
           FROM marketplace_settlement WHERE channel_order_id = ?`,
        [claimed.id]
      )
      await sql(
        `UPDATE marketplace_channel_order SET import_state = 'blocked'
          WHERE id = ?`,
        [blocked.id]
      )
      await sql(
        `INSERT INTO marketplace_buyer_request
           (id, channel_id, external_id, order_external_id, channel_order_id, kind,
            state, raw_status, initiator, reason_text, requested_at,
            external_updated_at, answers, lines, content_hash, read_started_at)
         VALUES ('keep_request', ?, 'keep', ?, ?, 'return', 'waiting', '', 'buyer',
                 'vỡ', now(), now(), '{}', '[]', '', now())`,
        [asked.channel_id, asked.external_id, asked.id]
      )
      // A provider that is not configured redacts nothing, and nothing of its copies is read.
      const { retention: terms } = marketplacesOf(at().container)
      const listed = async (provider_id: string) =>
        (
          await terms.listOldCopies(
            [provider_id],
            new Date(longAgo(orderCopyDays)),
            null,
            100
          )
        ).map(({ id }) => id)
      expect(await listed("tiktok-shop")).toContain(over.id)
      expect(await listed("gone")).toEqual([])
      const before = JSON.stringify(await medusaOrder(at(), over))
      await forget(at().container)
      const copy = await copyOf(over.id)
      expect(copy).toMatchObject({ recipient: null, redacted: true })
      expect(copy.payload).not.toHaveProperty("recipient_address")
      expect(copy.payload).toHaveProperty("line_items")
      for (const { id } of [claimed, blocked, asked]) {
        expect(await copyOf(id)).toMatchObject({ redacted: false })
      }
      expect(JSON.stringify(await medusaOrder(at(), over))).toBe(before)
      // The same copy, read again, is nothing new.
      await follow(at(), [over])
      expect(await copyOf(over.id)).toMatchObject({ redacted: true })
      await sql(`DELETE FROM marketplace_claim WHERE id = 'keep_claim'`)
      await sql(
        `DELETE FROM marketplace_settlement WHERE id = 'keep_settlement'`
      )
      await sql(
        `DELETE FROM marketplace_buyer_request WHERE id = 'keep_request'`
      )
      await sql(
        `UPDATE marketplace_channel_order SET import_state = 'imported'
          WHERE id = ?`,
        [blocked.id]
      )
      await forget(at().container)
      for (const { id } of [claimed, blocked, asked]) {
        expect(await copyOf(id)).toMatchObject({ redacted: true })
      }
    })

    it("leaves no more of an order that stands still, as its channel was disconnected a month ago", async () => {
      const { id, channel_id } = await oldOrder()
      await sql(
        `UPDATE marketplace_channel_order SET status = 'in_transit' WHERE id = ?`,
        [id]
      )
      await forget(at().container)
      expect(await copyOf(id)).toMatchObject({ redacted: false })
      await sql(`UPDATE marketplace_channel SET deleted_at = ? WHERE id = ?`, [
        longAgo(31),
        channel_id,
      ])
      try {
        await forget(at().container)
        expect(await copyOf(id)).toMatchObject({ redacted: true })
      } finally {
        await sql(
          `UPDATE marketplace_channel SET deleted_at = NULL WHERE id = ?`,
          [channel_id]
        )
      }
    })

    it("goes where it ended, with what hangs on it", async () => {
      const { files } = marketplacesOf(at().container)
      const runs: [id: string, status: string, finished: string | null][] = [
        ["old_run_due", "done", longAgo(runDays + 1)],
        ["old_run_failed", "failed", longAgo(runDays + 1)],
        ["old_run_mapping", "needs_mapping", longAgo(runDays + 1)],
        ["old_run_open", "running", null],
        ["old_run_young", "done", longAgo(runDays - 1)],
      ]
      for (const [id, status, finished_at] of runs) {
        await sql(
          `INSERT INTO marketplace_run
             (id, kind, status, params, progress, counts, created_by,
              finished_at, leased_until, created_at)
           VALUES (?, 'order_download', ?, '{}', '{}', '{}', 'system', ?,
                   now() + interval '1 hour', now() - interval '1 year')`,
          [id, status, finished_at]
        )
        await sql(
          `INSERT INTO marketplace_run_result
             (id, run_id, external_id, subject, code, params, message)
           SELECT 'old_' || ? || n, ?, n::text, '', 'imported', '{}', ''
             FROM generate_series(1, 1500) AS n`,
          [id, id]
        )
      }
      const made = await files.add(
        {
          run_id: "old_run_due",
          filename: "x.txt",
          mime_type: "text/plain",
          expires_at: null,
        },
        Buffer.from("x")
      )
      await forget(at().container)
      expect(await idsIn("marketplace_run", "old_run")).toEqual([
        "old_run_mapping",
        "old_run_open",
        "old_run_young",
      ])
      expect(await idsIn("marketplace_run_result", "old_")).toHaveLength(4500)
      expect(await files.find(made.id)).toBeNull()
      await sql(`DELETE FROM marketplace_run WHERE id LIKE 'old_run%'`)
      await sql(`DELETE FROM marketplace_run_result WHERE id LIKE 'old_%'`)
    })

    it("goes from the inbox, the refusals, the stock's history and consents nobody claimed", async () => {
      await sql(
        `INSERT INTO marketplace_webhook_message
           (id, provider_id, notification_id, type, body, effect, received_at)
         SELECT 'old_' || n, 'tiktok-shop', 'old_' || n, '1', '{}', 'nudged',
                CASE WHEN n <= 2500 THEN ?::timestamptz ELSE ?::timestamptz END
           FROM generate_series(1, 2510) AS n`,
        [longAgo(webhookDays + 1), longAgo(webhookDays - 1)]
      )
      await sql(
        `INSERT INTO marketplace_webhook_refusal (id, provider_id, reason, hour)
         VALUES ('old_1', 'x', 'malformed', ?), ('old_2', 'x', 'malformed', now())`,
        [longAgo(200)]
      )
      await sql(
        `INSERT INTO marketplace_stock_event
           (id, channel_id, listing_id, warehouse_external_id, kind, units, params, at)
         VALUES ('old_1', 'c', 'l', '', 'seen', 1, '{}', ?),
                ('old_2', 'c', 'l', '', 'seen', 1, '{}', now())`,
        [longAgo(200)]
      )
      await sql(
        `INSERT INTO marketplace_authorization
           (id, provider_id, account_external_id, account_name, secrets, scopes,
            shops, claimed_by, created_at)
         VALUES ('old_1', 'x', 'a', '', 's', '{}', '[]', NULL, ?),
                ('old_2', 'x', 'b', '', 's', '{}', '[]', NULL, now()),
                ('old_3', 'x', 'c', '', 's', '{}', '[]', 'user', ?)`,
        [longAgo(30), longAgo(30)]
      )
      await sql(
        `INSERT INTO marketplace_authorization_request
           (id, provider_id, state_hash, user_id, secrets, expires_at)
         VALUES ('old_1', 'x', 'h1', 'u', 's', ?), ('old_2', 'x', 'h2', 'u', 's', now())`,
        [longAgo(30)]
      )
      await forget(at().container)
      expect(await idsIn("marketplace_webhook_message", "old_")).toHaveLength(
        10
      )
      expect(await idsIn("marketplace_webhook_refusal", "old_")).toEqual([
        "old_2",
      ])
      expect(await idsIn("marketplace_stock_event", "old_")).toEqual(["old_2"])
      expect(await idsIn("marketplace_authorization", "old_")).toEqual([
        "old_2",
        "old_3",
      ])
      expect(await idsIn("marketplace_authorization_request", "old_")).toEqual([
        "old_2",
      ])
      for (const table of [
        "webhook_message",
        "webhook_refusal",
        "stock_event",
        "authorization",
        "authorization_request",
      ]) {
        await sql(`DELETE FROM marketplace_${table} WHERE id LIKE 'old_%'`)
      }
    })

    it("goes from photos, files past their day and pieces of files nobody finished", async () => {
      const marketplaces = marketplacesOf(at().container)
      const { files } = marketplaces
      const photo = (name: string, expires_at: Date | null = null) =>
        files.add(
          { run_id: null, filename: name, mime_type: "image/jpeg", expires_at },
          Buffer.from(name)
        )
      const [old, open, young, expired] = [
        await photo("old"),
        await photo("open"),
        await photo("young"),
        await photo("expired", new Date(Date.now() - 1000)),
      ]
      await sql(
        `INSERT INTO marketplace_handover (id, direction, status, created_by)
         VALUES ('old_open', 'inbound', 'open', 'u')`
      )
      const scans: [string, string, string | null, number][] = [
        ["old_1", old.id, null, photoDays + 1],
        ["old_2", open.id, "old_open", photoDays + 1],
        ["old_3", young.id, null, photoDays - 1],
      ]
      for (const [id, file_id, handover_id, days] of scans) {
        await sql(
          `INSERT INTO marketplace_scan
             (id, station, handover_id, scanned, ok, code, photo_file_ids, at, actor)
           VALUES (?, 'handover', ?, 'x', true, 'ok', ARRAY[?], ?, 'u')`,
          [id, handover_id, file_id, longAgo(days)]
        )
      }
      await sql(
        `INSERT INTO marketplace_file_part (id, file_id, position, content, created_at)
         VALUES ('old_part', 'old_unfinished', 0, 'eA==', ?)`,
        [longAgo(2)]
      )
      await forget(at().container)
      const left = await sql<{ id: string }>(
        `SELECT id FROM marketplace_file WHERE id = ANY(?) ORDER BY filename`,
        [[old.id, open.id, young.id, expired.id]]
      )
      expect(left.map(({ id }) => id)).toEqual([open.id, young.id])
      const kept = await sql<{ id: string; photos: number }>(
        `SELECT id, cardinality(photo_file_ids) AS photos FROM marketplace_scan
          WHERE id LIKE 'old_%' ORDER BY id`
      )
      expect(kept.map(({ photos }) => photos)).toEqual([0, 1, 1])
      expect(await idsIn("marketplace_file_part", "old_")).toEqual([])
      await sql(`DELETE FROM marketplace_scan WHERE id LIKE 'old_%'`)
      await sql(`DELETE FROM marketplace_handover WHERE id = 'old_open'`)
    })
  })
}
