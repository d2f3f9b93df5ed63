import { Write } from "../histories/end-state"
import { ShopDatabase } from "./database"

/**
 * Has the database remember what the plugin overwrites: every look at a marketplace's counters
 * until its listing is linked otherwise, every count of a shelf, and when each write was decided.
 */
const REMEMBER = `
CREATE TABLE simulation_shown (at timestamptz DEFAULT clock_timestamp(), read_at timestamptz DEFAULT clock_timestamp(),
  listing_id text, committed int);
CREATE TABLE simulation_stocked (at timestamptz DEFAULT clock_timestamp(), inventory_item_id text, units numeric);
INSERT INTO simulation_stocked (inventory_item_id, units)
  SELECT inventory_item_id, stocked_quantity FROM inventory_level;
CREATE TABLE simulation_decided (push_id text, at timestamptz);
CREATE TABLE simulation_tick (at timestamptz DEFAULT clock_timestamp());
CREATE TABLE simulation_given_back (at timestamptz DEFAULT clock_timestamp(), external_sku_id text, units int);
CREATE FUNCTION simulation_decided() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO simulation_decided (push_id, at) VALUES (NEW.id, NEW.sent_at);
  RETURN NULL;
END $$;
CREATE TRIGGER simulation AFTER INSERT ON marketplace_stock_push
  FOR EACH ROW EXECUTE FUNCTION simulation_decided();
CREATE FUNCTION simulation_stock(item text, moment timestamptz) RETURNS numeric LANGUAGE sql AS $$
  SELECT units FROM simulation_stocked
   WHERE inventory_item_id = item AND at <= moment ORDER BY at DESC LIMIT 1
$$;
CREATE FUNCTION simulation_left(item text, since timestamptz, until timestamptz) RETURNS numeric LANGUAGE sql AS $$
  SELECT COALESCE(sum(GREATEST(0, before - units)), 0)
    FROM (SELECT at, units, lag(units) OVER (ORDER BY at) AS before
            FROM simulation_stocked WHERE inventory_item_id = item) AS count
   WHERE at > since AND at <= until
$$;
CREATE FUNCTION simulation_shown() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO simulation_shown (listing_id, committed) VALUES (OLD.listing_id, 0);
  ELSIF NEW.seen_committed IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.seen_at IS DISTINCT FROM OLD.seen_at) THEN
    INSERT INTO simulation_shown (read_at, listing_id, committed)
    VALUES (NEW.seen_at, NEW.listing_id, NEW.seen_committed);
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION simulation_unlinked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO simulation_shown (listing_id, committed) VALUES (NEW.id, 0);
  RETURN NULL;
END $$;
CREATE FUNCTION simulation_stocked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO simulation_stocked (inventory_item_id, units) VALUES (NEW.inventory_item_id, NEW.stocked_quantity);
  RETURN NULL;
END $$;
CREATE TRIGGER simulation AFTER INSERT OR UPDATE OR DELETE ON marketplace_stock_cell
  FOR EACH ROW EXECUTE FUNCTION simulation_shown();
CREATE TRIGGER simulation AFTER UPDATE ON marketplace_listing
  FOR EACH ROW WHEN (OLD.variant_id IS DISTINCT FROM NEW.variant_id) EXECUTE FUNCTION simulation_unlinked();
CREATE TRIGGER simulation AFTER INSERT OR UPDATE ON inventory_level
  FOR EACH ROW EXECUTE FUNCTION simulation_stocked();`

/**
 * Every write that was decided, beside what was left on the shelf at that moment after what its
 * own reading showed as sold, what stored readings of other listings did, and the storefront's.
 * What has left the shelf since such a reading, or was cancelled at its marketplace, is no longer
 * counted by it as well. Readings of the same tick are left out: channels are worked on side by
 * side, and neither can know what the other is just reading.
 */
const WRITES = `
SELECT channel.provider_id AS marketplace, variant.sku AS seller_sku, cell.quantity,
       GREATEST(0, simulation_stock(part.inventory_item_id, decided.at)
       - cell.committed
       - COALESCE((SELECT sum(GREATEST(0, shown.committed
                           - simulation_left(part.inventory_item_id, shown.at, decided.at)
                           - COALESCE((SELECT sum(units) FROM simulation_given_back AS back
                               WHERE back.external_sku_id = other.external_sku_id
                                 AND back.at > shown.read_at AND back.at <= decided.at), 0)))
            FROM marketplace_listing AS other
           CROSS JOIN LATERAL (
             SELECT committed, at, read_at FROM simulation_shown
              WHERE listing_id = other.id
                AND at <= (SELECT max(at) FROM simulation_tick WHERE at <= decided.at)
              ORDER BY at DESC LIMIT 1) AS shown
           WHERE other.variant_id = variant.id AND other.id <> listing.id), 0)
       - COALESCE((SELECT sum(quantity) FROM reservation_item AS sale
           WHERE sale.inventory_item_id = part.inventory_item_id
             AND starts_with(sale.line_item_id, 'storefront_')
             AND sale.created_at <= decided.at
             AND (sale.deleted_at IS NULL OR sale.deleted_at > decided.at)), 0))::int AS most
  FROM marketplace_stock_push AS push
  JOIN simulation_decided AS decided ON decided.push_id = push.id
 CROSS JOIN LATERAL jsonb_to_recordset(push.cells) AS cell(quantity int, committed int)
  JOIN marketplace_listing AS listing ON listing.id = push.listing_id
  JOIN marketplace_channel AS channel ON channel.id = listing.channel_id
  JOIN product_variant AS variant ON variant.id = listing.variant_id
  JOIN product_variant_inventory_item AS part ON part.variant_id = variant.id
 ORDER BY decided.at`

export async function beginToWitness(database: ShopDatabase): Promise<void> {
  await database.rows(REMEMBER)
}

export function witnessedWrites(database: ShopDatabase): Promise<Write[]> {
  return database.rows<Write>(WRITES)
}

/** A tick begins, which knows all that was read before it. */
export async function witnessTick(database: ShopDatabase): Promise<void> {
  await database.rows("INSERT INTO simulation_tick DEFAULT VALUES")
}

/** Units of each SKU that a cancellation has taken out of its marketplace's counter. */
export async function witnessGivenBack(
  database: ShopDatabase,
  units: ReadonlyMap<string, number>
): Promise<void> {
  for (const [external_sku_id, count] of units) {
    await database.rows(
      "INSERT INTO simulation_given_back (external_sku_id, units) VALUES ($1, $2)",
      [external_sku_id, count]
    )
  }
}
