import { generateEntityId } from "@medusajs/framework/utils"
import { alarmRule, Severity } from "../../../domain/health/alarm-code"
import { alarmKey, Finding } from "../../../domain/health/finding"
import { Sql, SqlStore } from "../sql-store"

/** A finding on record. */
export type Alarm = Finding & {
  id: string
  key: string
  severity: Severity
  /** When it was first found. */
  raised_at: Date
  told_at: Date | null
  told_step: number
}

type AlarmRow = Omit<Alarm, "since" | "raised_at" | "told_at" | "step"> & {
  since: Date | string
  raised_at: Date | string
  told_at: Date | string | null
}

const COLUMNS =
  "id, key, code, severity, channel_id, flow, since, raised_at, told_at, told_step, params"

/** What is wrong and what was, each from when to when. */
export class AlarmBookService extends SqlStore {
  /**
   * Brings the record in line with what was found now: opens what is new and closes what is
   * over, each once, whoever else looks at the same time.
   * @param all also findings that another one explains: those are not opened, and not over.
   * @returns which findings were opened by this call or are still open, and what this call
   * closed.
   */
  async record(
    findings: Finding[],
    all: Finding[],
    now: Date
  ): Promise<{ open: Alarm[]; cleared: Alarm[] }> {
    const rows = JSON.stringify(findings.map((found) => toRow(found)))
    const keys = JSON.stringify([...findings, ...all].map(alarmKey))
    return this.transaction(async (sql) => {
      await sql(`SELECT pg_advisory_xact_lock(hashtextextended(?, 0))`, [
        "marketplaces:alarms",
      ])
      await insertOrTouch(sql, rows, now)
      const cleared = await sql<AlarmRow>(
        `UPDATE marketplace_alarm SET cleared_at = ?, updated_at = clock_timestamp()
          WHERE cleared_at IS NULL AND deleted_at IS NULL
            AND key NOT IN (SELECT jsonb_array_elements_text(?::jsonb))
          RETURNING ${COLUMNS}`,
        [now.toISOString(), keys]
      )
      const open = await listOpen(sql)
      const steps = new Map(
        findings.map((found) => [alarmKey(found), found.step])
      )
      return {
        open: open.flatMap((row) => {
          const step = steps.get(row.key)
          return step === undefined ? [] : [toAlarm(row, step)]
        }),
        cleared: cleared.map((row) => toAlarm(row, 0)),
      }
    })
  }

  async listOpen(): Promise<Alarm[]> {
    return (await listOpen(this.sql)).map((row) => toAlarm(row, 0))
  }

  /** Notes that an alarm was put into the notifications; false when somebody else did first. */
  async noteTold({ id, step }: Alarm, now: Date): Promise<boolean> {
    const told = await this.sql(
      `UPDATE marketplace_alarm
          SET told_at = ?, told_step = ?, updated_at = clock_timestamp()
        WHERE id = ? AND (told_at IS NULL OR told_step < ?)
        RETURNING id`,
      [now.toISOString(), step, id, step]
    )
    return told.length > 0
  }

  /** Forgets what was over before the given moment. */
  async forgetBefore(moment: Date): Promise<void> {
    await this.sql(`DELETE FROM marketplace_alarm WHERE cleared_at < ?`, [
      moment.toISOString(),
    ])
  }

  /**
   * Writes a row and takes it away again.
   * @throws {Error} what the database says when it takes no changes.
   */
  async tryWriting(): Promise<void> {
    const id = generateEntityId(undefined, "mpalrm")
    await this.transaction(async (sql) => {
      await sql(
        `INSERT INTO marketplace_alarm
           (id, key, code, severity, since, raised_at, seen_at, cleared_at, params)
         VALUES (?, ?, 'trial', 'attention', clock_timestamp(), clock_timestamp(),
                 clock_timestamp(), clock_timestamp(), '{}'::jsonb)`,
        [id, `trial:${id}`]
      )
      await sql(`DELETE FROM marketplace_alarm WHERE id = ?`, [id])
    })
  }
}

function toRow(finding: Finding) {
  const { code, channel_id, flow, since, params } = finding
  return {
    id: generateEntityId(undefined, "mpalrm"),
    key: alarmKey(finding),
    code,
    severity: alarmRule(code).severity,
    channel_id,
    flow,
    since,
    params,
  }
}

async function insertOrTouch(sql: Sql, rows: string, now: Date): Promise<void> {
  const at = now.toISOString()
  await sql(
    `INSERT INTO marketplace_alarm AS alarm
       (id, key, code, severity, channel_id, flow, since, raised_at, seen_at, params)
     SELECT DISTINCT ON (row.key) row.id, row.key, row.code, row.severity,
            row.channel_id, row.flow, row.since, ?, ?, row.params
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, key text, code text, severity text, channel_id text, flow text,
         since timestamptz, params jsonb)
      ORDER BY row.key, row.since
     ON CONFLICT (key) WHERE cleared_at IS NULL AND deleted_at IS NULL
     DO UPDATE SET seen_at = EXCLUDED.seen_at, params = EXCLUDED.params,
                   severity = EXCLUDED.severity,
                   since = LEAST(alarm.since, EXCLUDED.since),
                   updated_at = clock_timestamp()`,
    [at, at, rows]
  )
}

function listOpen(sql: Sql): Promise<AlarmRow[]> {
  return sql<AlarmRow>(
    `SELECT ${COLUMNS} FROM marketplace_alarm
      WHERE cleared_at IS NULL AND deleted_at IS NULL
      ORDER BY raised_at, id`
  )
}

function toAlarm(row: AlarmRow, step: number): Alarm {
  return {
    ...row,
    step,
    since: new Date(row.since),
    raised_at: new Date(row.raised_at),
    told_at: row.told_at ? new Date(row.told_at) : null,
  }
}
