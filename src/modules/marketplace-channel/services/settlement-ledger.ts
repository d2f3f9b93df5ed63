import { generateEntityId } from "@medusajs/framework/utils"
import {
  DueSettlement,
  JudgedSettlement,
  SettlementLine,
} from "../settlement-rows"
import { Sql, SqlStore } from "../sql-store"

const IDS = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/** What each order was paid, beside what it should have been. */
export class SettlementLedgerService extends SqlStore {
  /** Settlements that have to be worked out (again), the longest waiting first. */
  listDue(limit: number): Promise<DueSettlement[]> {
    return this.sql<DueSettlement>(
      `SELECT id, channel_id, external_order_id, due_at::text AS due_at,
              confirmed_amounts
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

  /** Records what was worked out, together with the buckets of its lines; one transaction. */
  async record(judged: JudgedSettlement[]): Promise<void> {
    if (!judged.length) {
      return
    }
    await this.transaction(async (sql) => {
      await writeSettlements(sql, judged)
      await reopen(sql, judged)
      await writeLineStates(sql, judged)
    })
  }
}

/** A settlement that became due again meanwhile stays due. */
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
            due_at = CASE WHEN stored.due_at = row.due_at THEN NULL
                          ELSE stored.due_at END
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, due_at timestamptz, channel_order_id text, state text,
         currency_code text, settled jsonb, expected jsonb,
         expected_basis text, difference jsonb, fee_parts jsonb,
         findings jsonb, line_count int, first_settled_at timestamptz,
         last_settled_at timestamptz, owed_since timestamptz)
      WHERE stored.id = row.id`,
    [JSON.stringify(judged.map(({ lines: _, reopens: __, ...row }) => row))]
  )
}

async function reopen(sql: Sql, judged: JudgedSettlement[]): Promise<void> {
  const events = judged
    .filter(({ reopens }) => reopens)
    .map(({ id, settled, difference }) => ({
      id: generateEntityId(undefined, "mpsle"),
      settlement_id: id,
      params: { settled, difference },
    }))
  if (!events.length) {
    return
  }
  await sql(
    `WITH opened AS (
       UPDATE marketplace_settlement
          SET confirmed_at = NULL, confirmed_by = NULL, confirmed_amounts = NULL
        WHERE confirmed_at IS NOT NULL
          AND id = ANY(ARRAY(SELECT event->>'settlement_id'
                               FROM jsonb_array_elements(?::jsonb) AS event))
        RETURNING id)
     INSERT INTO marketplace_settlement_event
       (id, settlement_id, kind, params, at, actor_id)
     SELECT event.id, event.settlement_id, 'opened_by_new_lines',
            event.params, clock_timestamp(), 'system'
       FROM jsonb_to_recordset(?::jsonb) AS event(
         id text, settlement_id text, params jsonb)
       JOIN opened ON opened.id = event.settlement_id`,
    [JSON.stringify(events), JSON.stringify(events)]
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
