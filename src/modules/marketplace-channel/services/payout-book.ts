import { generateEntityId } from "@medusajs/framework/utils"
import { NeutralPayout } from "../../../domain/provider/reads-statements"
import { matchPayouts } from "../../../domain/statements/match-payouts"
import { SqlStore } from "../sql-store"
import { lockLedger } from "./statement-book"

/** How far around a period its statements and payouts are looked for. */
const AROUND = "interval '31 days'"

/** Money that left the marketplaces' wallets, or moved within them. */
export class PayoutBookService extends SqlStore {
  /** Stores payouts as the marketplace lists them; known ones are brought up to date. */
  async save(channel_id: string, payouts: NeutralPayout[]): Promise<void> {
    const rows = payouts.map((payout) => ({
      ...payout,
      id: generateEntityId(undefined, "mppay"),
      raw_amount: { value: String(payout.amount), precision: 20 },
    }))
    await this.sql(
      `INSERT INTO marketplace_payout
         (id, channel_id, external_id, kind, at, amount, raw_amount,
          currency_code, raw_status)
       SELECT DISTINCT ON (row.external_id)
              row.id, ?, row.external_id, row.kind, row.at, row.amount,
              row.raw_amount, row.currency_code, row.raw_status
         FROM jsonb_to_recordset(?::jsonb) AS row(
           id text, external_id text, kind text, at timestamptz,
           amount numeric, raw_amount jsonb, currency_code text,
           raw_status text)
       ON CONFLICT (channel_id, external_id) WHERE deleted_at IS NULL
       DO UPDATE SET kind = EXCLUDED.kind, at = EXCLUDED.at,
                     amount = EXCLUDED.amount, raw_amount = EXCLUDED.raw_amount,
                     currency_code = EXCLUDED.currency_code,
                     raw_status = EXCLUDED.raw_status,
                     updated_at = clock_timestamp()`,
      [channel_id, JSON.stringify(rows)]
    )
  }

  /**
   * Says of the statements around a period which payout brought their money.
   * @param period of settlement (UTC).
   */
  async assign(
    channel_id: string,
    { from, to }: { from: Date; to: Date }
  ): Promise<void> {
    const range = [channel_id, from.toISOString(), to.toISOString()]
    await this.transaction(async (sql) => {
      await lockLedger(sql, channel_id)
      const statements = await sql<StatementRow>(
        `SELECT id, period_to AS last_day, payment_external_id, currency_code,
                (stated_totals->>'net')::float8 AS net
           FROM marketplace_statement
          WHERE channel_id = ? AND source = 'api' AND status = 'done'
            AND payment = 'paid' AND deleted_at IS NULL
            AND period_to >= ?::timestamptz - ${AROUND}
            AND period_to <= ?::timestamptz + ${AROUND}`,
        range
      )
      const payouts = await sql<PayoutRow>(
        `SELECT id, external_id, at, amount::float8 AS amount, currency_code
           FROM marketplace_payout
          WHERE channel_id = ? AND kind = 'settlement' AND deleted_at IS NULL
            AND at >= ?::timestamptz - ${AROUND}
            AND at <= ?::timestamptz + ${AROUND} + ${AROUND}`,
        range
      )
      const matches = matchPayouts(
        statements.map((row) => ({ ...row, last_day: new Date(row.last_day) })),
        payouts.map((row) => ({ ...row, at: new Date(row.at) }))
      )
      await sql(
        `UPDATE marketplace_statement AS stored
            SET payout_id = row.payout_id, updated_at = clock_timestamp()
           FROM jsonb_to_recordset(?::jsonb) AS row(id text, payout_id text)
          WHERE stored.id = row.id
            AND stored.payout_id IS DISTINCT FROM row.payout_id`,
        [
          JSON.stringify(
            statements.map(({ id }) => ({
              id,
              payout_id: matches.get(id) ?? null,
            }))
          ),
        ]
      )
    })
  }

  /** Payouts with what the statements that they paid come to, by id. */
  async describe(payout_ids: string[]): Promise<Map<string, PaidOut>> {
    const rows = await this.sql<PaidOut>(
      `SELECT payout.id, payout.external_id, payout.at, payout.raw_status,
              payout.amount::float8 AS amount, payout.currency_code,
              COUNT(*)::int AS statement_count,
              sum(COALESCE((statement.line_totals->>'net')::numeric, 0))::float8
                AS settled
         FROM marketplace_payout AS payout
         JOIN marketplace_statement AS statement
           ON statement.payout_id = payout.id AND statement.deleted_at IS NULL
        WHERE payout.id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))
        GROUP BY payout.id`,
      [JSON.stringify(payout_ids)]
    )
    return new Map(rows.map((row) => [row.id, row]))
  }
}

type StatementRow = {
  id: string
  last_day: string | Date
  payment_external_id: string | null
  currency_code: string
  net: number
}

type PayoutRow = {
  id: string
  external_id: string
  at: string | Date
  amount: number
  currency_code: string
}

/** A payout beside what it was for (smallest unit). */
export type PaidOut = {
  id: string
  external_id: string
  at: string | Date
  raw_status: string
  amount: number
  currency_code: string
  /** Statements that it paid together. */
  statement_count: number
  /** The sum of all their lines. */
  settled: number
}
