import { hostname } from "node:os"
import { generateEntityId } from "@medusajs/framework/utils"
import { TickingProcess } from "../../../domain/health/ticks-silent-since"
import { RunningProcess } from "../../../domain/stock/locking-obstacle"
import { SqlStore } from "../sql-store"

export type ProcessRow = RunningProcess &
  TickingProcess & { name: string; worker_mode: string }

/** Whoever was not seen for so long does not run any more (seconds). */
const GONE_AFTER_S = 30
/** For how long the health page can say which process it was (seconds). */
const FORGOTTEN_AFTER_S = 24 * 3_600

/** The shop's running processes, each with a row that it renews. */
export class ProcessRegisterService extends SqlStore {
  private readonly id = generateEntityId(undefined, "mpproc")
  private started_at: string | null = null

  /**
   * Says that this process runs; forgets those that have not for a day.
   * @param ticked whether the plugin's one-second job has run in it since it signed last.
   */
  async sign({
    locking,
    worker_mode,
    ticked = false,
  }: Pick<ProcessRow, "locking" | "worker_mode"> & {
    ticked?: boolean
  }): Promise<Pick<ProcessRow, "started_at" | "seen_at">> {
    const [row] = await this.sql<StoredTimes>(
      `INSERT INTO marketplace_process AS process
         (id, name, worker_mode, locking, started_at, seen_at, ticked_at)
       VALUES (?, ?, ?, ?, COALESCE(?::timestamptz, clock_timestamp()), clock_timestamp(),
               CASE WHEN ? THEN clock_timestamp() END)
       ON CONFLICT (id) DO UPDATE
         SET seen_at = EXCLUDED.seen_at,
             ticked_at = COALESCE(EXCLUDED.ticked_at, process.ticked_at)
       RETURNING process.started_at, process.seen_at, process.ticked_at`,
      [
        this.id,
        `${hostname()}:${process.pid}`,
        worker_mode,
        locking,
        this.started_at,
        ticked,
      ]
    )
    const times = timesOf(row)
    this.started_at ??= times.started_at.toISOString()
    await this.sql(
      `DELETE FROM marketplace_process
        WHERE seen_at < clock_timestamp() - make_interval(secs => ?)`,
      [FORGOTTEN_AFTER_S]
    )
    return times
  }

  /** This process ends. */
  async signOff(): Promise<void> {
    await this.sql("DELETE FROM marketplace_process WHERE id = ?", [this.id])
  }

  /** Every process that was seen lately, the oldest first. */
  async listLiving(): Promise<ProcessRow[]> {
    const rows = await this.sql<
      Omit<ProcessRow, keyof TickingProcess> & StoredTimes
    >(
      `SELECT id, name, worker_mode, locking, started_at, seen_at, ticked_at
         FROM marketplace_process
        WHERE seen_at >= clock_timestamp() - make_interval(secs => ?)
          AND deleted_at IS NULL
        ORDER BY started_at, id`,
      [GONE_AFTER_S]
    )
    return rows.map((row) => ({ ...row, ...timesOf(row) }))
  }
}

/** As whichever driver gives them. */
type StoredTimes = {
  started_at: Date | string
  seen_at: Date | string
  ticked_at: Date | string | null
}

const timesOf = (row: StoredTimes): TickingProcess => ({
  started_at: new Date(row.started_at),
  seen_at: new Date(row.seen_at),
  ticked_at: row.ticked_at === null ? null : new Date(row.ticked_at),
})
