import {
  addSettlementEvents,
  confirmSettlements,
  reopenSettlements,
  SettlementDecision,
} from "../confirm-settlements"
import { followClaims } from "../follow-claims"
import {
  DueSettlement,
  JudgedSettlement,
  SettlementLine,
} from "../settlement-rows"
import { Sql, SqlStore } from "../sql-store"

/** How long one rests that could not be worked out. */
const PAUSE_MINUTES = 10

const IDS = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/** What each order was paid, beside what it should have been. */
export class SettlementLedgerService extends SqlStore {
  /** Settlements that have to be worked out (again), the longest waiting first. */
  listDue(limit: number): Promise<DueSettlement[]> {
    return this.sql<DueSettlement>(
      `SELECT id, channel_id, external_order_id, due_at::text AS due_at
         FROM marketplace_settlement
        WHERE due_at IS NOT NULL AND due_at <= clock_timestamp()
          AND deleted_at IS NULL
        ORDER BY due_at LIMIT ?`,
      [limit]
    )
  }

  /** Lines that stand for money of these orders of one channel. */
  async listLines(
    channel_id: string,
    external_order_ids: string[]
  ): Promise<SettlementLine[]> {
    const rows = await this.sql<SettlementLine>(
      `SELECT line.id, line.external_order_id, line.statement_id, line.kind,
              line.quantity, line.settled_at, line.currency_code,
              line.amounts, line.fee_parts
         FROM marketplace_statement_line AS line
         JOIN marketplace_statement AS statement
           ON statement.id = line.statement_id AND statement.status = 'done'
          AND statement.deleted_at IS NULL
        WHERE line.channel_id = ? AND line.external_order_id = ANY(${IDS})
          AND line.deleted_at IS NULL AND line.refusals IS NULL
          AND line.duplicate_of_id IS NULL`,
      [channel_id, JSON.stringify(external_order_ids)]
    )
    return rows.map((row) => ({
      ...row,
      settled_at: row.settled_at && new Date(row.settled_at),
    }))
  }

  /** A channel's orders that are stored and were settled with lines, the newest settled first. */
  async listSettledOrders(
    channel_id: string,
    limit: number
  ): Promise<string[]> {
    const rows = await this.sql<{ external_order_id: string }>(
      `SELECT external_order_id FROM marketplace_settlement
        WHERE channel_id = ? AND deleted_at IS NULL AND line_count > 0
          AND channel_order_id IS NOT NULL
        ORDER BY last_settled_at DESC NULLS LAST, id LIMIT ?`,
      [channel_id, limit]
    )
    return rows.map(({ external_order_id }) => external_order_id)
  }

  /** Of these orders those that other channels have, with the names of the channels. */
  async listElsewhere(
    channel_id: string,
    external_order_ids: string[]
  ): Promise<Map<string, string>> {
    if (!external_order_ids.length) {
      return new Map()
    }
    const rows = await this.sql<{ external_id: string; name: string }>(
      `SELECT placed.external_id, min(other.name) AS name
         FROM marketplace_channel AS own
         JOIN marketplace_channel AS other
           ON other.provider_id = own.provider_id AND other.id <> own.id
         JOIN marketplace_channel_order AS placed
           ON placed.channel_id = other.id AND placed.deleted_at IS NULL
          AND placed.external_id = ANY(${IDS})
        WHERE own.id = ?
        GROUP BY placed.external_id`,
      [JSON.stringify(external_order_ids), channel_id]
    )
    return new Map(rows.map(({ external_id, name }) => [external_id, name]))
  }

  /** Orders whose settlement exists are worked out again, for example after they changed. */
  async makeDue(
    channel_id: string,
    external_order_ids: string[]
  ): Promise<void> {
    if (external_order_ids.length) {
      await this.sql(
        `UPDATE marketplace_settlement SET due_at = clock_timestamp()
          WHERE channel_id = ? AND external_order_id = ANY(${IDS})
            AND deleted_at IS NULL`,
        [channel_id, JSON.stringify(external_order_ids)]
      )
    }
  }

  /** Every settlement of a channel, for example after its fee rules changed. */
  async makeDueOfChannel(channel_id: string): Promise<void> {
    await this.sql(
      `UPDATE marketplace_settlement SET due_at = clock_timestamp()
        WHERE channel_id = ? AND deleted_at IS NULL`,
      [channel_id]
    )
  }

  /**
   * Puts orders on record that have reached their buyers and no statement names yet.
   * @param since orders that the marketplace has not changed since are left out (UTC).
   */
  async addOwed(since: Date): Promise<void> {
    await this.sql(
      `INSERT INTO marketplace_settlement
         (id, channel_id, external_order_id, channel_order_id, state,
          currency_code, settled, fee_parts, findings, line_count, due_at)
       SELECT 'mpstl_' || replace(gen_random_uuid()::text, '-', ''),
              placed.channel_id, placed.external_id, placed.id, 'pending',
              COALESCE(placed.currency_code, ''),
              '{"revenue":0,"fees":0,"adjustment":0,"net":0}'::jsonb,
              '[]'::jsonb, '[]'::jsonb, 0, clock_timestamp()
         FROM marketplace_channel_order AS placed
        WHERE placed.status = 'succeeded' AND placed.deleted_at IS NULL
          AND placed.external_updated_at >= ?
          AND NOT EXISTS (SELECT FROM marketplace_settlement AS known
                           WHERE known.channel_id = placed.channel_id
                             AND known.external_order_id = placed.external_id
                             AND known.deleted_at IS NULL)
       ON CONFLICT DO NOTHING`,
      [since.toISOString()]
    )
  }

  /**
   * Time alone changes some: orders that are not paid become overdue, goods that should be back
   * are missed. Those that were not worked out since `before` (UTC) are to be worked out again,
   * and so are orders that changed after their settlement was worked out.
   */
  async makeStaleDue(before: Date): Promise<void> {
    await this.sql(
      `UPDATE marketplace_settlement AS stored SET due_at = clock_timestamp()
        WHERE stored.deleted_at IS NULL AND stored.due_at IS NULL
          AND ((stored.updated_at < ?
                AND (stored.state = 'pending'
                     OR EXISTS (SELECT FROM marketplace_buyer_request AS request
                                 WHERE request.channel_order_id = stored.channel_order_id
                                   AND request.state = 'settled'
                                   AND request.received_at IS NULL
                                   AND request.kind = 'return'
                                   AND request.deleted_at IS NULL)))
               OR EXISTS (SELECT FROM marketplace_channel_order AS placed
                           WHERE placed.channel_id = stored.channel_id
                             AND placed.external_id = stored.external_order_id
                             AND placed.deleted_at IS NULL
                             AND placed.updated_at > stored.updated_at))`,
      [before.toISOString()]
    )
  }

  /** A person agrees with what was settled, at the amounts of this moment. Once. */
  confirm(decision: SettlementDecision): Promise<void> {
    return this.transaction((sql) => confirmSettlements(sql, decision))
  }

  /** A person wants to look again. What is open stays so. */
  reopen(decision: SettlementDecision & { reason: string | null }) {
    return this.transaction((sql) => reopenSettlements(sql, decision))
  }

  /**
   * Records what was worked out, together with the buckets of its lines and what becomes of its
   * claims; one transaction. What became due again meanwhile was worked out from older facts: it
   * is left alone, and comes again.
   */
  async record(judged: JudgedSettlement[]): Promise<void> {
    if (!judged.length) {
      return
    }
    await this.transaction(async (sql) => {
      const current = await lockCurrent(sql, judged)
      const rows = judged.filter(({ id }) => current.has(id))
      await writeSettlements(sql, rows)
      await reopen(sql, rows)
      await writeLineStates(sql, rows)
      await followClaims(sql, rows)
    })
  }

  /** Tries these again in a while; those that became due again meanwhile are tried at once. */
  async postpone(due: DueSettlement[]): Promise<void> {
    if (due.length) {
      await this.sql(
        `UPDATE marketplace_settlement AS stored
            SET due_at = clock_timestamp() + interval '${PAUSE_MINUTES} minutes'
           FROM jsonb_to_recordset(?::jsonb) AS row(id text, due_at timestamptz)
          WHERE stored.id = row.id AND stored.due_at = row.due_at`,
        [JSON.stringify(due)]
      )
    }
  }
}

/** Those that are due since the moment that was read, kept from others until the end. */
async function lockCurrent(
  sql: Sql,
  judged: JudgedSettlement[]
): Promise<Set<string>> {
  const rows = await sql<{ id: string }>(
    `SELECT stored.id FROM marketplace_settlement AS stored
       JOIN jsonb_to_recordset(?::jsonb) AS row(id text, due_at timestamptz)
         ON row.id = stored.id AND row.due_at = stored.due_at
      ORDER BY stored.id FOR UPDATE OF stored`,
    [JSON.stringify(judged.map(({ id, due_at }) => ({ id, due_at })))]
  )
  return new Set(rows.map(({ id }) => id))
}

async function writeSettlements(
  sql: Sql,
  judged: JudgedSettlement[]
): Promise<void> {
  await sql(
    `UPDATE marketplace_settlement AS stored
        SET channel_order_id = row.channel_order_id, state = row.state,
            currency_code = row.currency_code, settled = row.settled,
            expected = row.expected, expected_basis = row.expected_basis,
            difference = row.difference, fee_parts = row.fee_parts,
            findings = row.findings, line_count = row.line_count,
            first_settled_at = row.first_settled_at,
            last_settled_at = row.last_settled_at,
            owed_since = row.owed_since, updated_at = clock_timestamp(),
            due_at = NULL
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, channel_order_id text, state text,
         currency_code text, settled jsonb, expected jsonb,
         expected_basis text, difference jsonb, fee_parts jsonb,
         findings jsonb, line_count int, first_settled_at timestamptz,
         last_settled_at timestamptz, owed_since timestamptz)
      WHERE stored.id = row.id`,
    [JSON.stringify(judged.map(({ lines: _, ...row }) => row))]
  )
}

/** What was confirmed at other amounts than these is open again. */
async function reopen(sql: Sql, judged: JudgedSettlement[]): Promise<void> {
  const changed = await sql<{
    id: string
    settled: unknown
    difference: unknown
  }>(
    `UPDATE marketplace_settlement
        SET confirmed_at = NULL, confirmed_by = NULL, confirmed_amounts = NULL
      WHERE id = ANY(${IDS}) AND confirmed_at IS NOT NULL
        AND confirmed_amounts IS DISTINCT FROM settled
      RETURNING id, settled, difference`,
    [JSON.stringify(judged.map(({ id }) => id))]
  )
  await addSettlementEvents(
    sql,
    changed.map(({ id, settled, difference }) => ({
      settlement_id: id,
      kind: "opened_by_new_lines",
      params: { settled, difference },
      actor_id: "system",
    }))
  )
}

async function writeLineStates(
  sql: Sql,
  judged: JudgedSettlement[]
): Promise<void> {
  await sql(
    `UPDATE marketplace_statement_line AS line SET state = row.state
       FROM jsonb_to_recordset(?::jsonb) AS row(id text, state text)
      WHERE line.id = row.id AND line.duplicate_of_id IS NULL
        AND line.state IS DISTINCT FROM row.state`,
    [JSON.stringify(judged.flatMap(({ lines }) => lines))]
  )
}
