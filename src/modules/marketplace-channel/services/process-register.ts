import { hostname } from "node:os"
import { generateEntityId } from "@medusajs/framework/utils"
import { RunningProcess } from "../../../domain/stock/locking-obstacle"
import { SqlStore } from "../sql-store"

export type ProcessRow = RunningProcess & { name: string; worker_mode: string }

/** Whoever was not seen for so long does not run any more (seconds). */
const GONE_AFTER_S = 30
/** For how long the health page can say which process it was (seconds). */
const FORGOTTEN_AFTER_S = 24 * 3_600

/** The shop's running processes, each with a row that it renews. */
export class ProcessRegisterService extends SqlStore {
  private readonly id = generateEntityId(undefined, "mpproc")
  private started_at: string | null = null

  /** Says that this process runs; forgets those that have not for a day. */
  async sign({
    locking,
    worker_mode,
  }: Pick<ProcessRow, "locking" | "worker_mode">): Promise<void> {
    const [row] = await this.sql<{ started_at: Date | string }>(
      `INSERT INTO marketplace_process AS process
         (id, name, worker_mode, locking, started_at, seen_at)
       VALUES (?, ?, ?, ?, COALESCE(?::timestamptz, clock_timestamp()), clock_timestamp())
       ON CONFLICT (id) DO UPDATE SET seen_at = EXCLUDED.seen_at
       RETURNING process.started_at`,
      [
        this.id,
        `${hostname()}:${process.pid}`,
        worker_mode,
        locking,
        this.started_at,
      ]
    )
    this.started_at ??= row ? new Date(row.started_at).toISOString() : null
    await this.sql(
      `DELETE FROM marketplace_process
        WHERE seen_at < clock_timestamp() - make_interval(secs => ?)`,
      [FORGOTTEN_AFTER_S]
    )
  }

  /** This process ends. */
  async signOff(): Promise<void> {
    await this.sql("DELETE FROM marketplace_process WHERE id = ?", [this.id])
  }

  /** Every process that was seen lately, the oldest first. */
  async listLiving(): Promise<ProcessRow[]> {
    const rows = await this.sql<
      Omit<ProcessRow, "started_at" | "seen_at"> & {
        started_at: Date | string
        seen_at: Date | string
      }
    >(
      `SELECT id, name, worker_mode, locking, started_at, seen_at
         FROM marketplace_process
        WHERE seen_at >= clock_timestamp() - make_interval(secs => ?)
          AND deleted_at IS NULL
        ORDER BY started_at, id`,
      [GONE_AFTER_S]
    )
    return rows.map((row) => ({
      ...row,
      started_at: new Date(row.started_at),
      seen_at: new Date(row.seen_at),
    }))
  }
}
