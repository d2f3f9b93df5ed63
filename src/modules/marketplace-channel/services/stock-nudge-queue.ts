import { DAL } from "@medusajs/framework/types"
import { pushesStock } from "../../../domain/provider/pushes-stock"
import { NextLook } from "../../../domain/stock/next-look"
import { StockCause } from "../../../domain/stock/stock-state"
import { Sql, SqlStore } from "../sql-store"
import {
  CHANGED_SINCE,
  HELD_BY_ORDERS,
  OF_CHANNELS,
  OF_IDS,
  OF_ITEMS_EXCEPT,
  OF_LEVELS,
  OF_PARTS,
  OF_PRODUCTS,
  OF_SKUS,
  OF_VARIANT_IDS,
} from "../utils/listings-to-look-at"
import { ProviderRegistryService } from "./provider-registry"

export type StockNudgeRow = {
  id: string
  listing_id: string
  /** The counter when it was listed; pass it back when done. */
  counter: number
  cause: StockCause
  /** The user who asked for it, or `system`. */
  actor: string
  /** Since when the stock has been another (UTC). */
  since: Date
}

/** Causes that tell of no new change. */
const REPEATS = "('read_back', 'retry', 'sweep')"
/**
 * Of two causes the one further ahead stays: a person is not kept waiting by what was heard
 * before, and a change of one listing is not taken for one of many.
 */
const STRONGEST_FIRST: readonly StockCause[] = [
  "person",
  "undo",
  "link",
  "listing",
  "inventory",
  "order",
  "marketplace",
  "shared",
  "read_back",
  "settings",
  "retry",
  "sweep",
]
const STRENGTH = `ARRAY[${STRONGEST_FIRST.map((cause) => `'${cause}'`).join(", ")}]`
const IS_STRONGER = `array_position(${STRENGTH}, EXCLUDED.cause)
                       < array_position(${STRENGTH}, nudge.cause)`

/** Causes that name a whole channel's listings at once: what changes by itself goes before them. */
const OF_MANY = "('settings', 'sweep')"

/** Listings whose stock has to be looked at, one row each however often that was said. */
export class StockNudgeQueueService extends SqlStore {
  private readonly providers: ProviderRegistryService

  constructor(cradle: {
    baseRepository: DAL.RepositoryService
    providerRegistryService: ProviderRegistryService
  }) {
    super(cradle)
    this.providers = cradle.providerRegistryService
  }

  /**
   * Each of these gives the channels that have something to do now.
   * @param actor the user who asked for it, if any.
   */
  addListings(
    listing_ids: string[],
    cause: StockCause,
    actor: string | null = null
  ): Promise<string[]> {
    return this.add(OF_IDS, listing_ids, cause, { actor })
  }

  addChannel(
    channel_id: string,
    cause: StockCause,
    actor: string | null = null
  ): Promise<string[]> {
    return this.add(OF_CHANNELS, [channel_id], cause, { actor })
  }

  /** Listings that may be raised as soon as the channel's orders are read. */
  addHeldByOrders(channel_id: string): Promise<string[]> {
    return this.add(HELD_BY_ORDERS, [channel_id], "retry")
  }

  /** Listings by the marketplace's SKU ids. */
  addSkus(
    skus: { channel_id: string; external_sku_id: string }[],
    cause: StockCause
  ): Promise<string[]> {
    return this.add(
      OF_SKUS,
      skus.map(({ channel_id, external_sku_id }) => [
        channel_id,
        external_sku_id,
      ]),
      cause
    )
  }

  /** Listings by the marketplace's product ids. */
  addProducts(
    products: { channel_id: string; external_product_id: string }[],
    cause: StockCause
  ): Promise<string[]> {
    return this.add(
      OF_PRODUCTS,
      products.map(({ channel_id, external_product_id }) => [
        channel_id,
        external_product_id,
      ]),
      cause
    )
  }

  /**
   * Listings of every channel whose variants are made of these inventory items.
   * @param except listings that know already.
   * @param sql of a transaction under way; by itself when left out.
   */
  addItems(
    inventory_item_ids: string[],
    cause: StockCause,
    except: string[] = [],
    sql: Sql = this.sql
  ): Promise<string[]> {
    return this.add(OF_ITEMS_EXCEPT, inventory_item_ids, cause, {
      more: [JSON.stringify(except)],
      sql,
    })
  }

  /** Listings of every channel of these variants, and of others made of the same items. */
  addVariants(variant_ids: string[], cause: StockCause): Promise<string[]> {
    return this.addOfVariants(OF_VARIANT_IDS, variant_ids, cause)
  }

  /** The same by what ties inventory items to variants; deleted ties count too. */
  addParts(part_ids: string[], cause: StockCause): Promise<string[]> {
    return this.addOfVariants(OF_PARTS, part_ids, cause)
  }

  /** The same by inventory levels, as Medusa's events name them; deleted ones count too. */
  addLevels(level_ids: string[], cause: StockCause): Promise<string[]> {
    return this.add(OF_LEVELS, level_ids, cause)
  }

  /**
   * A channel's listings whose inventory levels changed after this moment, as the levels' own
   * rows say, and which have not been looked at for so long after it (milliseconds).
   */
  addChangedSince(
    channel_id: string,
    since: Date,
    margin_ms: number
  ): Promise<string[]> {
    return this.add(CHANGED_SINCE, [channel_id], "inventory", {
      more: [since.toISOString(), String(margin_ms)],
    })
  }

  /**
   * What is due for a channel, the longest waiting first. A listing that changed by itself does
   * not wait behind all those of a comparison, or of changed settings; one place of several is
   * theirs whatever happens. One worker per channel reads it.
   */
  async listDue(channel_id: string, limit: number): Promise<StockNudgeRow[]> {
    const due = (which: string, order: string) =>
      `SELECT id, listing_id, counter, cause, COALESCE(actor, 'system') AS actor, since, due_at,
              cause IN ${OF_MANY} AS of_many
         FROM marketplace_stock_nudge
        WHERE channel_id = ? AND due_at <= clock_timestamp() AND deleted_at IS NULL
          AND cause ${which} ${OF_MANY}
        ORDER BY ${order} LIMIT ?`
    const rows = await this.sql<StockNudgeRow & { of_many: boolean }>(
      `(${due("NOT IN", "due_at")}) UNION ALL
       (${due("IN", "cause = 'sweep', due_at")})`,
      [channel_id, limit, channel_id, limit]
    )
    const others = rows.filter(({ of_many }) => of_many)
    const live = rows
      .filter(({ of_many }) => !of_many)
      .slice(0, others.length ? Math.max(limit - 1, 1) : limit)
    return [...live, ...others].slice(0, limit).map((row) => ({
      id: row.id,
      listing_id: row.listing_id,
      counter: row.counter,
      cause: row.cause,
      actor: row.actor,
      since: new Date(row.since),
    }))
  }

  /** When the next one is due; null when none is left. */
  async nextDue(channel_id: string): Promise<Date | null> {
    const [row] = await this.sql<{ due_at: string | null }>(
      `SELECT min(due_at) AS due_at FROM marketplace_stock_nudge
        WHERE channel_id = ? AND deleted_at IS NULL`,
      [channel_id]
    )
    return row?.due_at ? new Date(row.due_at) : null
  }

  /**
   * Removes what was looked at, or puts it off to the next look. What was named again
   * meanwhile stays due.
   */
  async finish(
    nudges: (Pick<StockNudgeRow, "id" | "counter"> & {
      again: NextLook | null
    })[]
  ): Promise<void> {
    const rows = JSON.stringify(
      nudges.map(({ id, counter, again }) => ({ id, counter, ...again }))
    )
    await this.transaction(async (sql) => {
      await lock(sql, nudges)
      await sql(
        `DELETE FROM marketplace_stock_nudge AS nudge
          USING jsonb_to_recordset(?::jsonb) AS done(id text, counter int, at timestamptz)
          WHERE nudge.id = done.id AND nudge.counter = done.counter AND done.at IS NULL`,
        [rows]
      )
      await sql(
        `UPDATE marketplace_stock_nudge AS nudge
            SET due_at = done.at, cause = done.cause, actor = NULL, since = done.at
           FROM jsonb_to_recordset(?::jsonb)
             AS done(id text, counter int, at timestamptz, cause text)
          WHERE nudge.id = done.id AND nudge.counter = done.counter
            AND done.at IS NOT NULL`,
        [rows]
      )
    })
  }

  /** Leaves these alone until then, whatever is heard of them before: nothing else changes. */
  async putOff(
    nudges: Pick<StockNudgeRow, "id">[],
    until: Date
  ): Promise<void> {
    await this.transaction(async (sql) => {
      await lock(sql, nudges)
      await sql(
        `UPDATE marketplace_stock_nudge SET due_at = ?
          WHERE id IN (SELECT jsonb_array_elements_text(?::jsonb))`,
        [until.toISOString(), JSON.stringify(nudges.map(({ id }) => id))]
      )
    })
  }

  private addOfVariants(
    listings: string,
    ids: string[],
    cause: StockCause
  ): Promise<string[]> {
    const known = JSON.stringify([...new Set(ids)])
    return this.add(listings, ids, cause, {
      more: [known],
    })
  }

  private async add(
    listings: string,
    ids: unknown[],
    cause: StockCause,
    {
      actor = null,
      more = [],
      sql = this.sql,
    }: { actor?: string | null; more?: string[]; sql?: Sql } = {}
  ): Promise<string[]> {
    if (!ids.length) {
      return []
    }
    const rows = await sql<{ channel_id: string }>(
      `WITH nudged AS (
         INSERT INTO marketplace_stock_nudge AS nudge
           (id, channel_id, listing_id, cause, actor, since, due_at)
         SELECT 'mpsnud_' || replace(gen_random_uuid()::text, '-', ''),
                named.channel_id, named.listing_id, ?, ?, clock_timestamp(),
                clock_timestamp()
           FROM (${listings}) AS named
          ORDER BY named.listing_id
         ON CONFLICT (listing_id) WHERE deleted_at IS NULL
         DO UPDATE SET counter = nudge.counter + 1,
                       due_at = LEAST(nudge.due_at, EXCLUDED.due_at),
                       since = CASE WHEN nudge.cause IN ${REPEATS}
                                    THEN EXCLUDED.since ELSE nudge.since END,
                       cause = CASE WHEN ${IS_STRONGER}
                                    THEN EXCLUDED.cause ELSE nudge.cause END,
                       actor = CASE WHEN ${IS_STRONGER}
                                    THEN EXCLUDED.actor ELSE nudge.actor END,
                       updated_at = clock_timestamp()
         RETURNING nudge.channel_id
       )
       SELECT DISTINCT channel_id FROM nudged`,
      [
        cause,
        actor,
        JSON.stringify(this.takingStock()),
        JSON.stringify([...new Set(ids)]),
        ...more,
      ]
    )
    return rows.map(({ channel_id }) => channel_id)
  }

  /** Ids of the providers that stock can be pushed to. */
  private takingStock(): string[] {
    return this.providers
      .list()
      .filter(({ provider }) => pushesStock(provider))
      .map(({ id }) => id)
  }
}

/** In the sequence in which they are added: nobody waits in a circle. */
async function lock(
  sql: Sql,
  nudges: Pick<StockNudgeRow, "id">[]
): Promise<void> {
  await sql(
    `SELECT id FROM marketplace_stock_nudge
      WHERE id IN (SELECT jsonb_array_elements_text(?::jsonb))
      ORDER BY listing_id FOR UPDATE`,
    [JSON.stringify(nudges.map(({ id }) => id))]
  )
}
