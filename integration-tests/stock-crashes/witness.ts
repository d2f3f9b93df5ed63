import { Client } from "pg"
import { Shelf } from "./articles"

/** What a look has stored of a listing's counters, and when. */
export type Shown = { at: number; listing_id: string; committed: number }
/** What lay on a shelf from then on. */
export type Stocked = { at: number; inventory_item_id: string; units: number }
/** A number that was decided on, as it was stored before the call. */
export type Decided = {
  listing_id: string
  sent_at: number
  outcome: string
  error: string | null
  quantity: number
  committed: number
}
export type Listing = {
  id: string
  channel_id: string
  external_sku_id: string
  inventory_item_id: string | null
}
export type Certificate = {
  channel_id: string
  started_at: number
  finished_at: number | null
  compared: number
  equal: number
  repaired: number
  explained: number
  unexplained: number
}

/**
 * Keeps in the host's database what the plugin overwrites: every stored look and every count
 * of a shelf. Times are milliseconds since 1970, UTC.
 */
const REMEMBER = `
CREATE TABLE witness_shown (at timestamptz DEFAULT clock_timestamp(), listing_id text, committed int);
CREATE TABLE witness_stocked (at timestamptz DEFAULT clock_timestamp(), inventory_item_id text, units numeric);
INSERT INTO witness_stocked (inventory_item_id, units)
  SELECT inventory_item_id, stocked_quantity FROM inventory_level;
CREATE FUNCTION witness_shown() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.seen_committed IS NOT NULL THEN
    INSERT INTO witness_shown (listing_id, committed) VALUES (NEW.listing_id, NEW.seen_committed);
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION witness_stocked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO witness_stocked (inventory_item_id, units) VALUES (NEW.inventory_item_id, NEW.stocked_quantity);
  RETURN NULL;
END $$;
CREATE TRIGGER witness AFTER INSERT OR UPDATE ON marketplace_stock_cell
  FOR EACH ROW EXECUTE FUNCTION witness_shown();
CREATE TRIGGER witness AFTER INSERT OR UPDATE ON inventory_level
  FOR EACH ROW EXECUTE FUNCTION witness_stocked();`

const MS = (column: string) => `extract(epoch FROM ${column})::float8 * 1000`

/** Reads what happened from the database itself, whether or not the host lives. */
export class Witness {
  private constructor(private readonly database_url: string) {}

  static async begin(database_url: string): Promise<Witness> {
    const witness = new Witness(database_url)
    await witness.rows(REMEMBER)
    return witness
  }

  /** The first comparison would come an hour after connecting; each has the next one follow. */
  async hastenSweeps(): Promise<void> {
    await this.rows(
      `UPDATE marketplace_flow SET due_at = clock_timestamp() WHERE kind = 'stock_sweep'`
    )
  }

  listings(channel_id?: string): Promise<Listing[]> {
    return this.rows(
      `SELECT listing.id, listing.channel_id, listing.external_sku_id, part.inventory_item_id
         FROM marketplace_listing AS listing
         LEFT JOIN product_variant_inventory_item AS part
           ON part.variant_id = listing.variant_id AND part.deleted_at IS NULL
        WHERE listing.deleted_at IS NULL AND listing.fulfilled_by = 'seller'
          AND ($1::text IS NULL OR listing.channel_id = $1)`,
      [channel_id ?? null]
    )
  }

  /** Where listings of a channel lie, by the marketplace's SKU id. */
  async shelves(channel_id: string): Promise<Map<string, Shelf>> {
    const rows = await this.rows<Shelf & { external_sku_id: string }>(
      `SELECT listing.external_sku_id, level.inventory_item_id, level.location_id
         FROM marketplace_listing AS listing
         JOIN product_variant_inventory_item AS part
           ON part.variant_id = listing.variant_id AND part.deleted_at IS NULL
         JOIN inventory_level AS level
           ON level.inventory_item_id = part.inventory_item_id AND level.deleted_at IS NULL
        WHERE listing.channel_id = $1`,
      [channel_id]
    )
    return new Map(
      rows.map(({ external_sku_id, ...one }) => [external_sku_id, one])
    )
  }

  /** What lies on a shelf and what is taken of it; `unseen` is for sales without an order yet. */
  async stocked(
    shelf: Shelf
  ): Promise<{ stocked: number; reserved: number; unseen: number }> {
    const [row] = await this.rows<{
      stocked: number
      reserved: number
      unseen: number
    }>(
      `SELECT level.stocked_quantity::int AS stocked,
              COALESCE(sum(held.quantity) FILTER (WHERE held.line_item_id IS NOT NULL), 0)::int
                AS reserved,
              COALESCE(sum(held.quantity) FILTER (WHERE held.line_item_id IS NULL), 0)::int
                AS unseen
         FROM inventory_level AS level
         LEFT JOIN reservation_item AS held
           ON held.inventory_item_id = level.inventory_item_id
          AND held.location_id = level.location_id AND held.deleted_at IS NULL
        WHERE level.inventory_item_id = $1 AND level.location_id = $2
          AND level.deleted_at IS NULL
        GROUP BY level.stocked_quantity`,
      [shelf.inventory_item_id, shelf.location_id]
    )
    return row
  }

  shown(): Promise<Shown[]> {
    return this.rows(
      `SELECT ${MS("at")} AS at, listing_id, committed FROM witness_shown ORDER BY at`
    )
  }

  stockings(): Promise<Stocked[]> {
    return this.rows(
      `SELECT ${MS("at")} AS at, inventory_item_id, units::int AS units
         FROM witness_stocked ORDER BY at`
    )
  }

  decided(): Promise<Decided[]> {
    return this.rows(
      `SELECT push.listing_id, ${MS("push.sent_at")} AS sent_at, push.outcome, push.error,
              cell.quantity, cell.committed
         FROM marketplace_stock_push AS push
        CROSS JOIN LATERAL jsonb_to_recordset(push.cells) AS cell(quantity int, committed int)
        ORDER BY push.sent_at`
    )
  }

  certificates(): Promise<Certificate[]> {
    return this.rows(
      `SELECT channel_id, ${MS("started_at")} AS started_at,
              ${MS("finished_at")} AS finished_at,
              compared, equal, repaired, explained, unexplained
         FROM marketplace_stock_sweep ORDER BY started_at`
    )
  }

  /**
   * From now on no call of a channel is counted, and so none is made, while a write of it
   * waits on record.
   */
  async haltRecordedWrites(): Promise<void> {
    await this.rows(
      `CREATE FUNCTION witness_halt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF EXISTS (SELECT 1 FROM marketplace_stock_push
                     WHERE channel_id = NEW.id AND outcome = 'pending') THEN
           PERFORM pg_sleep(600);
         END IF;
         RETURN NEW;
       END $$;
       CREATE TRIGGER witness BEFORE UPDATE ON marketplace_rate_budget
         FOR EACH ROW EXECUTE FUNCTION witness_halt()`
    )
  }

  async isHalted(): Promise<boolean> {
    const rows = await this.rows(
      `SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event = 'PgSleep'`
    )
    return rows.length > 0
  }

  /** Ends what is halted still, with all that its process wanted to write. */
  async goOn(): Promise<void> {
    await this.rows(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND backend_type = 'client backend'`
    )
    await this.rows(
      `DROP TRIGGER witness ON marketplace_rate_budget;
       DROP FUNCTION witness_halt()`
    )
  }

  async isSweeping(channel_id: string): Promise<boolean> {
    const rows = await this.rows(
      `SELECT 1 FROM marketplace_stock_sweep
        WHERE channel_id = $1 AND finished_at IS NULL`,
      [channel_id]
    )
    return rows.length > 0
  }

  /** By a session of its own: whoever kills a host ends all that there are. */
  private async rows<Row>(sql: string, params?: unknown[]): Promise<Row[]> {
    const client = new Client({ connectionString: this.database_url })
    await client.connect()
    try {
      const { rows } = await client.query(sql, params)
      return rows as Row[]
    } finally {
      await client.end()
    }
  }
}
