import { generateEntityId } from "@medusajs/framework/utils"
import { SqlStore } from "../sql-store"

export type OpenSweep = { id: string; started_at: Date }

/** States in which a number that differs is known to differ, and why. */
const EXPLAINED =
  "('pushed', 'held', 'unresolved', 'locked', 'refused', 'follows_parts', 'paused', 'not_counted', 'not_mapped', 'not_linked', 'not_found')"

/** Full comparisons of channels with their marketplaces, each ending in a certificate. */
export class StockSweepRegisterService extends SqlStore {
  /** The comparison of a channel that is under way. */
  async findOpen(channel_id: string): Promise<OpenSweep | null> {
    const [row] = await this.sql<{ id: string; started_at: string }>(
      `SELECT id, started_at FROM marketplace_stock_sweep
        WHERE channel_id = ? AND finished_at IS NULL AND deleted_at IS NULL
        ORDER BY started_at DESC LIMIT 1`,
      [channel_id]
    )
    return row ? { id: row.id, started_at: new Date(row.started_at) } : null
  }

  async open(channel_id: string): Promise<OpenSweep> {
    const [row] = await this.sql<{ id: string; started_at: string }>(
      `INSERT INTO marketplace_stock_sweep (id, channel_id, started_at)
       VALUES (?, ?, clock_timestamp())
       RETURNING id, started_at`,
      [generateEntityId(undefined, "mpswp"), channel_id]
    )
    return { id: row.id, started_at: new Date(row.started_at) }
  }

  /**
   * Linked listings of the channel that were not looked at since the comparison began, and are
   * not about to be: ids by the marketplace's SKU id.
   */
  async listLeft(
    channel_id: string,
    { started_at }: OpenSweep
  ): Promise<Map<string, string>> {
    const rows = await this.sql<{ id: string; external_sku_id: string }>(
      `SELECT listing.id, listing.external_sku_id
         FROM marketplace_listing AS listing
         LEFT JOIN marketplace_listing_stock AS stock
           ON stock.listing_id = listing.id AND stock.deleted_at IS NULL
        WHERE listing.channel_id = ? AND listing.deleted_at IS NULL
          AND listing.variant_id IS NOT NULL AND listing.fulfilled_by = 'seller'
          AND (stock.looked_at IS NULL OR stock.looked_at < ?)
          AND NOT EXISTS (
            SELECT 1 FROM marketplace_stock_nudge AS nudge
             WHERE nudge.listing_id = listing.id AND nudge.deleted_at IS NULL
               AND nudge.due_at <= clock_timestamp())
        ORDER BY listing.id`,
      [channel_id, started_at.toISOString()]
    )
    return new Map(rows.map((row) => [row.external_sku_id, row.id]))
  }

  /** Listings that were found as they were left count as looked at. */
  async noteCompared(listing_ids: string[], at: Date): Promise<void> {
    if (!listing_ids.length) {
      return
    }
    const ids = JSON.stringify(listing_ids)
    const read_at = at.toISOString()
    await this.transaction(async (sql) => {
      await sql(
        `UPDATE marketplace_listing_stock
            SET looked_at = GREATEST(looked_at, ?), updated_at = clock_timestamp()
          WHERE deleted_at IS NULL
            AND listing_id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))`,
        [read_at, ids]
      )
      await sql(
        `UPDATE marketplace_stock_cell
            SET seen_at = GREATEST(seen_at, ?), updated_at = clock_timestamp()
          WHERE deleted_at IS NULL
            AND listing_id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))`,
        [read_at, ids]
      )
    })
  }

  /** Linked listings of the channel that are about to be looked at for the comparison. */
  async countDue(
    channel_id: string,
    { started_at }: OpenSweep
  ): Promise<number> {
    const [{ due }] = await this.sql<{ due: string }>(
      `SELECT count(*) AS due
         FROM marketplace_stock_nudge AS nudge
         LEFT JOIN marketplace_listing_stock AS stock
           ON stock.listing_id = nudge.listing_id AND stock.deleted_at IS NULL
        WHERE nudge.channel_id = ? AND nudge.deleted_at IS NULL
          AND nudge.due_at <= clock_timestamp()
          AND (stock.looked_at IS NULL OR stock.looked_at < ?)`,
      [channel_id, started_at.toISOString()]
    )
    return Number(due)
  }

  /** Writes the certificate. */
  async close(channel_id: string, sweep: OpenSweep): Promise<void> {
    const since = sweep.started_at.toISOString()
    await this.sql(
      `UPDATE marketplace_stock_sweep AS sweep
          SET finished_at = clock_timestamp(), compared = found.compared,
              equal = found.compared - found.repaired - found.explained - found.unexplained,
              repaired = found.repaired, explained = found.explained,
              unexplained = found.unexplained
         FROM (
           SELECT count(*) AS compared,
                  count(*) FILTER (WHERE mended.listing_id IS NOT NULL) AS repaired,
                  count(*) FILTER (WHERE mended.listing_id IS NULL
                    AND stock.behind_since IS NOT NULL
                    AND stock.state IN ${EXPLAINED}) AS explained,
                  count(*) FILTER (WHERE mended.listing_id IS NULL
                    AND stock.behind_since IS NOT NULL
                    AND stock.state NOT IN ${EXPLAINED}) AS unexplained
             FROM marketplace_listing_stock AS stock
             LEFT JOIN (SELECT DISTINCT listing_id FROM marketplace_stock_push
                         WHERE channel_id = ? AND sent_at >= ? AND cause = 'sweep'
                           AND outcome = 'accepted' AND deleted_at IS NULL) AS mended
               ON mended.listing_id = stock.listing_id
            WHERE stock.channel_id = ? AND stock.looked_at >= ? AND stock.deleted_at IS NULL
         ) AS found
        WHERE sweep.id = ?`,
      [channel_id, since, channel_id, since, sweep.id]
    )
  }
}
