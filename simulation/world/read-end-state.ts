import { Sandbox } from "../../sandbox"
import { NOT_WITH_SELLER } from "../../sandbox/tiki/orders/statuses"
import { sellable } from "../../sandbox/tiki/products/product"
import {
  BookedOrder,
  EndArticle,
  EndNumber,
  EndOrder,
  EndSettlement,
  EndState,
  EndStatement,
} from "../histories/end-state"
import { Offer } from "./articles"
import { ShopDatabase } from "./database"
import { witnessedWrites } from "./witness"

/** Reads what a history has come to, from the database and from the marketplaces themselves. */
export async function readEndState(
  database: ShopDatabase,
  sandbox: Sandbox,
  offers: readonly Offer[]
): Promise<EndState> {
  const [{ medusa_orders }] = await database.rows<{ medusa_orders: number }>(
    `SELECT count(*)::int AS medusa_orders FROM "order" WHERE deleted_at IS NULL`
  )
  return {
    listed: listedOrders(sandbox),
    orders: await database.rows<EndOrder>(ORDERS),
    medusa_orders,
    articles: await readArticles(database, sandbox, offers),
    statements: await database.rows<EndStatement>(STATEMENTS),
    settlements: await database.rows<EndSettlement>(SETTLEMENTS),
    writes: await witnessedWrites(database),
    undone: (await database.rows<{ told: string }>(UNDONE)).map(
      ({ told }) => told
    ),
  }
}

function listedOrders({ tiktok, tiki }: Sandbox): BookedOrder[] {
  return [
    ...tiktok.book.all().map(({ id, status }) => ({
      marketplace: "tiktok-shop" as const,
      external_id: id,
      raw_status: status,
    })),
    ...tiki.book.all().map(({ code, status }) => ({
      marketplace: "tiki" as const,
      external_id: code,
      raw_status: status,
    })),
  ]
}

async function readArticles(
  database: ShopDatabase,
  sandbox: Sandbox,
  offers: readonly Offer[]
): Promise<EndArticle[]> {
  const { tiktok, tiki } = sandbox
  type Level = Omit<EndArticle, "numbers" | "awaited">
  type Cell = Omit<EndNumber, "shown"> & { sku_id: string }
  const levels = await database.rows<Level>(ARTICLES)
  const cells = new Map(
    (await database.rows<Cell>(CELLS)).map((cell) => [cell.sku_id, cell])
  )
  return levels.map((level) => {
    const offer = offers.find(
      ({ seller_sku }) => seller_sku === level.seller_sku
    )
    if (!offer) {
      throw new Error(`${level.seller_sku} is offered nowhere`)
    }
    const [on_tiktok] = tiktok.catalogue
      .getSku(offer.tiktok_sku_id)
      .stock.values()
    const [on_tiki] = tiki.catalogue.get(offer.tiki_product_id).stock.values()
    const number = (sku_id: string, shown: number) => ({
      wanted: cells.get(sku_id)?.wanted ?? null,
      confirmed: cells.get(sku_id)?.confirmed ?? null,
      state: cells.get(sku_id)?.state ?? null,
      shown,
    })
    return {
      ...level,
      awaited: awaitedUnits(sandbox, offer.tiki_product_id),
      numbers: {
        "tiktok-shop": number(offer.tiktok_sku_id, on_tiktok.available),
        tiki: number(
          String(offer.tiki_product_id),
          Math.max(sellable(on_tiki), 0)
        ),
      },
    }
  })
}

/** Of orders that Tiki has, and that are not the seller's yet. */
function awaitedUnits({ tiki }: Sandbox, product_id: number): number {
  const statuses: readonly string[] = NOT_WITH_SELLER
  return tiki.book
    .all()
    .filter(({ status }) => statuses.includes(status))
    .flatMap(({ items }) => items)
    .filter((item) => item.product_id === product_id)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

const ORDERS = `
SELECT channel.provider_id AS marketplace, entry.external_id, entry.status, entry.raw_status,
       entry.import_state, entry.import_rule, entry.host_state,
       channel.settings->>'deduct_stock_on' AS deduct_stock_on,
       ARRAY(SELECT reason->>'code' FROM jsonb_array_elements(entry.block_reasons) AS reason
              ORDER BY 1) AS reasons,
       (SELECT count(*)::int FROM "order" AS made
         WHERE made.custom_display_id = entry.display_id AND made.deleted_at IS NULL)
         AS medusa_orders,
       (SELECT made.status::text FROM "order" AS made WHERE made.id = entry.medusa_order_id)
         AS medusa_status,
       entry.total::int AS asked,
       (SELECT (summary.totals->>'current_order_total')::numeric::int
          FROM "order" AS made
          JOIN order_summary AS summary
            ON summary.order_id = made.id AND summary.version = made.version
           AND summary.deleted_at IS NULL
         WHERE made.id = entry.medusa_order_id AND made.status <> 'canceled') AS total,
       COALESCE((SELECT sum(COALESCE(collection.captured_amount, 0)
                            - COALESCE(collection.refunded_amount, 0))
          FROM order_payment_collection AS link
          JOIN payment_collection AS collection ON collection.id = link.payment_collection_id
         WHERE link.order_id = entry.medusa_order_id AND link.deleted_at IS NULL), 0)::int AS paid,
       COALESCE((SELECT jsonb_object_agg(sku, units) FROM (
          SELECT variant.sku, sum(line.quantity - line.cancelled_quantity)::int AS units
            FROM marketplace_channel_order_line AS line
            JOIN product_variant AS variant ON variant.id = line.variant_id
           WHERE line.channel_order_id = entry.id AND line.deleted_at IS NULL
           GROUP BY variant.sku
          HAVING sum(line.quantity - line.cancelled_quantity) > 0) AS line), '{}') AS units,
       COALESCE((SELECT jsonb_object_agg(sku, units) FROM (
          SELECT item.sku, sum(held.quantity)::int AS units
            FROM marketplace_channel_order_line AS line
            JOIN reservation_item AS held ON held.line_item_id = line.id AND held.deleted_at IS NULL
            JOIN inventory_item AS item ON item.id = held.inventory_item_id
           WHERE line.channel_order_id = entry.id
           GROUP BY item.sku) AS held), '{}') AS reserved
  FROM marketplace_channel_order AS entry
  JOIN marketplace_channel AS channel ON channel.id = entry.channel_id
 WHERE entry.deleted_at IS NULL
 ORDER BY 1, 2`

const ARTICLES = `
SELECT item.sku AS seller_sku, level.stocked_quantity::int AS stocked,
       level.reserved_quantity::int AS reserved,
       COALESCE(sum(held.quantity), 0)::int AS reserved_rows,
       COALESCE(sum(held.quantity) FILTER (WHERE line.id IS NOT NULL), 0)::int AS for_orders,
       COALESCE(sum(held.quantity) FILTER (WHERE starts_with(held.line_item_id, 'storefront_')), 0)::int
         AS for_storefront,
       COALESCE(sum(held.quantity) FILTER (WHERE held.line_item_id IS NULL), 0)::int AS unseen
  FROM inventory_level AS level
  JOIN inventory_item AS item ON item.id = level.inventory_item_id
  LEFT JOIN reservation_item AS held
    ON held.inventory_item_id = level.inventory_item_id
   AND held.location_id = level.location_id AND held.deleted_at IS NULL
  LEFT JOIN marketplace_channel_order_line AS line ON line.id = held.line_item_id
 WHERE level.deleted_at IS NULL
 GROUP BY 1, 2, 3
 ORDER BY 1`

const CELLS = `
SELECT cell.external_sku_id AS sku_id, cell.wanted, cell.confirmed,
       stock.state || COALESCE(' ' || stock.reason::text, '') AS state
  FROM marketplace_stock_cell AS cell
  JOIN marketplace_listing_stock AS stock ON stock.listing_id = cell.listing_id
 WHERE cell.deleted_at IS NULL`

const STATEMENTS = `
SELECT channel.provider_id AS marketplace, statement.source, statement.status,
       (statement.stated_totals->>'net')::int AS stated_net,
       COALESCE((SELECT jsonb_agg(line ORDER BY line.state) FROM (
          SELECT state, count(*)::int AS count,
                 COALESCE(sum((amounts->>'net')::int), 0)::int AS net
            FROM marketplace_statement_line
           WHERE statement_id = statement.id AND deleted_at IS NULL
           GROUP BY state) AS line), '[]') AS lines
  FROM marketplace_statement AS statement
  JOIN marketplace_channel AS channel ON channel.id = statement.channel_id
 WHERE statement.deleted_at IS NULL
   AND NOT (statement.source = 'api' AND statement.status <> 'done')
 ORDER BY 1, 2, statement.filename, statement.external_id`

const SETTLEMENTS = `
SELECT channel.provider_id AS marketplace, settlement.external_order_id AS external_id,
       settlement.state, (settlement.settled->>'net')::int AS settled_net,
       (settlement.expected->>'net')::int AS expected_net,
       ARRAY(SELECT finding->>'code' FROM jsonb_array_elements(settlement.findings) AS finding
              ORDER BY 1) AS findings,
       COALESCE((SELECT sum((line.amounts->>'net')::int)
          FROM marketplace_statement_line AS line
          JOIN marketplace_statement AS statement
            ON statement.id = line.statement_id AND statement.status = 'done'
           AND statement.deleted_at IS NULL
         WHERE line.channel_id = settlement.channel_id
           AND line.external_order_id = settlement.external_order_id
           AND line.state NOT IN ('duplicate', 'refused')
           AND line.deleted_at IS NULL), 0)::int AS lines_net
  FROM marketplace_settlement AS settlement
  JOIN marketplace_channel AS channel ON channel.id = settlement.channel_id
 WHERE settlement.deleted_at IS NULL
 ORDER BY 1, 2`

const UNDONE = `
SELECT 'order ' || external_id || ' is to be read again: ' || COALESCE(last_error, '') AS told
  FROM marketplace_nudge WHERE deleted_at IS NULL
UNION ALL
SELECT kind || ' run is ' || status || ': ' || COALESCE(error, '')
  FROM marketplace_run WHERE status <> 'done' AND deleted_at IS NULL
UNION ALL
SELECT kind || ' fails: ' || COALESCE(last_error, '')
  FROM marketplace_flow WHERE failures > 0 AND deleted_at IS NULL
UNION ALL
SELECT kind || ' was begun and has not ended'
  FROM marketplace_flow WHERE leased_until IS NOT NULL AND deleted_at IS NULL
UNION ALL
SELECT 'order ' || external_id || ' is not settled in Medusa: ' || COALESCE(settle_error, '')
  FROM marketplace_channel_order WHERE settle_due_at IS NOT NULL AND deleted_at IS NULL
UNION ALL
SELECT 'order ' || external_id || ' is stored and not planned'
  FROM marketplace_channel_order
 WHERE planned_hash IS DISTINCT FROM content_hash AND deleted_at IS NULL
UNION ALL
SELECT 'a write of stock has no outcome'
  FROM marketplace_stock_push WHERE outcome = 'pending' AND deleted_at IS NULL
UNION ALL
SELECT 'channel ' || provider_id || ' is ' || status
  FROM marketplace_channel WHERE status NOT IN ('connected', 'expiring') AND deleted_at IS NULL
 ORDER BY 1`
