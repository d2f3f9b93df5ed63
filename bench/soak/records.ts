import { Client } from "pg"

/** Something that a process wrote; `at` in milliseconds since 1970, UTC. */
export type Work = { at: number; process: string; external_id: string }

/** Writes of stock that are on record: by which process, and how they ended (`postponed`: never sent). */
export type PushCount = { process: string; outcome: string; count: number }

/** What an article's shelf holds. */
export type Shelf = {
  seller_sku: string
  stocked: number
  /** As Medusa sums it, and as its rows say. */
  reserved: number
  reserved_by_orders: number
  unseen: number
}

/** Keeps in the shop's database which process made which order and which write of stock. */
const REMEMBER = `
CREATE TABLE soak_work (at timestamptz DEFAULT clock_timestamp(),
  process text DEFAULT current_setting('application_name'), kind text, id text);
CREATE FUNCTION soak_work() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO soak_work (kind, id) VALUES (TG_TABLE_NAME, NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER soak_work AFTER INSERT ON "order"
  FOR EACH ROW EXECUTE FUNCTION soak_work();
CREATE TRIGGER soak_work AFTER INSERT ON marketplace_stock_push
  FOR EACH ROW EXECUTE FUNCTION soak_work();`

/** Reads from the shop's database itself what became of sales, whoever lives. */
export class Records {
  private constructor(private readonly client: Client) {}

  static async begin(database_url: string): Promise<Records> {
    const client = new Client({ connectionString: database_url })
    await client.connect()
    await client.query(REMEMBER)
    return new Records(client)
  }

  end(): Promise<void> {
    return this.client.end()
  }

  /** Ids of a channel's listings of these SKUs. */
  async listings(channel_id: string, skus: string[]): Promise<string[]> {
    const rows = await this.rows<{ id: string }>(
      `SELECT id FROM marketplace_listing
        WHERE channel_id = $1 AND seller_sku = ANY($2)`,
      [channel_id, skus]
    )
    return rows.map(({ id }) => id)
  }

  /** Medusa orders that channel orders name, in the sequence in which they were made. */
  imported(): Promise<Work[]> {
    return this.rows(
      `SELECT extract(epoch FROM work.at)::float8 * 1000 AS at, work.process,
              channel_order.external_id
         FROM soak_work AS work
         JOIN marketplace_channel_order AS channel_order
           ON channel_order.medusa_order_id = work.id
        WHERE work.kind = 'order' ORDER BY work.at`
    )
  }

  /** How many orders Medusa has, counted there. */
  async hostOrders(): Promise<number> {
    const [{ count }] = await this.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM "order" WHERE deleted_at IS NULL`
    )
    return count
  }

  /** Orders that are stored but not imported, with why. */
  waiting(): Promise<{ external_id: string; import_state: string }[]> {
    return this.rows(
      `SELECT external_id, import_state FROM marketplace_channel_order
        WHERE medusa_order_id IS NULL`
    )
  }

  /** Orders that some process has taken to read them, and has not given back. */
  async inHand(): Promise<string[]> {
    const rows = await this.rows<{ external_id: string }>(
      `SELECT external_id FROM marketplace_nudge
        WHERE leased_until > clock_timestamp()`
    )
    return rows.map(({ external_id }) => external_id)
  }

  /** What is still to be done: orders to read, orders to settle, numbers to look at. */
  async due(): Promise<{ orders: number; settling: number; stock: number }> {
    const [row] = await this.rows<{
      orders: number
      settling: number
      stock: number
    }>(
      `SELECT (SELECT count(*) FROM marketplace_nudge)::int AS orders,
              (SELECT count(*) FROM marketplace_channel_order
                WHERE settle_due_at IS NOT NULL AND deleted_at IS NULL)::int AS settling,
              (SELECT count(*) FROM marketplace_stock_nudge)::int AS stock`
    )
    return row
  }

  pushes(): Promise<PushCount[]> {
    return this.rows(
      `SELECT work.process, push.outcome, count(*)::int AS count
         FROM soak_work AS work
         JOIN marketplace_stock_push AS push ON push.id = work.id
        WHERE work.kind = 'marketplace_stock_push' GROUP BY 1, 2`
    )
  }

  shelves(channel_id: string, skus: string[]): Promise<Shelf[]> {
    return this.rows(
      `SELECT listing.seller_sku, level.stocked_quantity::int AS stocked,
              level.reserved_quantity::int AS reserved,
              COALESCE(sum(held.quantity) FILTER (WHERE held.line_item_id IS NOT NULL), 0)::int
                AS reserved_by_orders,
              COALESCE(sum(held.quantity) FILTER (WHERE held.line_item_id IS NULL), 0)::int
                AS unseen
         FROM marketplace_listing AS listing
         JOIN product_variant_inventory_item AS part
           ON part.variant_id = listing.variant_id AND part.deleted_at IS NULL
         JOIN inventory_level AS level
           ON level.inventory_item_id = part.inventory_item_id AND level.deleted_at IS NULL
         LEFT JOIN reservation_item AS held
           ON held.inventory_item_id = level.inventory_item_id
          AND held.location_id = level.location_id AND held.deleted_at IS NULL
        WHERE listing.channel_id = $1 AND listing.seller_sku = ANY($2)
        GROUP BY 1, 2, 3`,
      [channel_id, skus]
    )
  }

  /** Units that are reserved for no order. */
  async heldBack(): Promise<number> {
    const [{ units }] = await this.rows<{ units: number }>(
      `SELECT COALESCE(sum(quantity), 0)::int AS units FROM reservation_item
        WHERE line_item_id IS NULL AND deleted_at IS NULL`
    )
    return units
  }

  /** Bytes of every table with its indexes and long values; tables of nothing are left out. */
  async sizes(): Promise<Map<string, number>> {
    const rows = await this.rows<{ name: string; bytes: string }>(
      `SELECT relname AS name, pg_total_relation_size(oid)::text AS bytes
         FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`
    )
    return new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]))
  }

  private async rows<Row>(sql: string, params?: unknown[]): Promise<Row[]> {
    const { rows } = await this.client.query(sql, params)
    return rows as Row[]
  }
}
