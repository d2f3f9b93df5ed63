import { generateEntityId } from "@medusajs/framework/utils"
import {
  CANCELLED_STATUSES,
  isCancelled,
  OrderStatus,
} from "../../domain/orders/order-status"
import { OrderChange, OrderNewsSource, PlannedOrder } from "./planned-order"
import { Sql } from "./sql-store"

/** Read before the rows are looked for, so that an index is used whatever the planner thinks. */
const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

const idList = (rows: { id: string }[]) =>
  JSON.stringify(rows.map(({ id }) => id))

export type StateBefore = {
  id: string
  status: string | null
  raw_status: string
  status_rule: string | null
  import_state: string
  planned_hash: string | null
}

export async function statesBefore(
  sql: Sql,
  plans: PlannedOrder[]
): Promise<Map<string, StateBefore>> {
  const rows = await sql<StateBefore>(
    `SELECT id, status, raw_status, status_rule, import_state, planned_hash
       FROM marketplace_channel_order
      WHERE id = ANY(${ID_LIST})
      ORDER BY id FOR UPDATE`,
    [idList(plans)]
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export async function updateOrders(
  sql: Sql,
  plans: PlannedOrder[]
): Promise<Set<string>> {
  const rows = plans.map(({ lines: _lines, parcels: _parcels, ...plan }) => ({
    ...plan,
    raw_total: exact(plan.total),
  }))
  const written = await sql<{ id: string }>(
    `UPDATE marketplace_channel_order AS stored
        SET status = plan.status, status_rule = plan.status_rule,
            flags = ARRAY(SELECT jsonb_array_elements_text(plan.flags)),
            import_state = plan.import_state, import_rule = plan.import_rule,
            block_reasons = plan.block_reasons,
            medusa_order_id = plan.medusa_order_id,
            host_state = plan.host_state,
            settle_due_at = CASE WHEN plan.settle_due
              THEN LEAST(COALESCE(stored.settle_due_at, 'infinity'), clock_timestamp()) END,
            reservation_generation = plan.reservation_generation,
            planned_hash = CASE
              WHEN abs(extract(epoch FROM stored.updated_at - plan.read_at)) < 0.002
              THEN plan.planned_hash END,
            paid_at = plan.paid_at,
            ship_by = plan.ship_by, deadline_at = plan.deadline_at,
            deadline_kind = plan.deadline_kind, cancel_at = plan.cancel_at,
            currency_code = plan.currency_code,
            total = plan.total, raw_total = plan.raw_total, payment = plan.payment,
            money = plan.money,
            recipient = CASE WHEN stored.payload_redacted_at IS NULL THEN plan.recipient END,
            buyer_external_id = CASE WHEN stored.erasure_began_at IS NULL
              THEN COALESCE(plan.buyer_external_id, stored.buyer_external_id) END,
            search_text = plan.search_text, updated_at = clock_timestamp()
       FROM jsonb_to_recordset(?::jsonb) AS plan(
         id text, planned_hash text, read_at timestamptz, status text, status_rule text, flags jsonb,
         import_state text, import_rule text, block_reasons jsonb,
         medusa_order_id text, host_state text, settle_due boolean,
         reservation_generation int, paid_at timestamptz, ship_by timestamptz,
         deadline_at timestamptz, deadline_kind text, cancel_at timestamptz,
         currency_code text, total numeric, raw_total jsonb, payment text,
         money jsonb, recipient jsonb, buyer_external_id text, search_text text)
      WHERE stored.id = plan.id AND stored.content_hash = plan.planned_hash
      RETURNING stored.id`,
    [JSON.stringify(rows)]
  )
  return new Set(written.map(({ id }) => id))
}

/** Lines of an order that Medusa has already keep the variants that it was made with. */
export async function replaceLines(
  sql: Sql,
  plans: PlannedOrder[]
): Promise<void> {
  const rows = plans.flatMap((plan) =>
    plan.lines.map((line) => ({
      ...line,
      channel_order_id: plan.id,
      channel_id: plan.channel_id,
      was_made: plan.was_made,
      raw_unit_price: exact(line.unit_price),
      raw_seller_discount: exact(line.seller_discount),
      raw_platform_discount: exact(line.platform_discount),
    }))
  )
  await sql(
    `DELETE FROM marketplace_channel_order_line
      WHERE channel_order_id = ANY(${ID_LIST}) AND deleted_at IS NULL
        AND id <> ALL(${ID_LIST})`,
    [idList(plans), idList(rows)]
  )
  await sql(
    `INSERT INTO marketplace_channel_order_line
       (id, channel_order_id, channel_id, position, external_line_ids,
        external_product_id, external_sku_id, seller_sku, title, sku_title,
        image_url, quantity, cancelled_quantity, unit_price, raw_unit_price,
        seller_discount, raw_seller_discount, platform_discount,
        raw_platform_discount, is_gift, fulfilled_by, variant_id)
     SELECT row.id, row.channel_order_id, row.channel_id, row.position,
            ARRAY(SELECT jsonb_array_elements_text(row.external_line_ids)),
            row.external_product_id, row.external_sku_id, row.seller_sku,
            row.title, row.sku_title, row.image_url, row.quantity,
            row.cancelled_quantity, row.unit_price, row.raw_unit_price,
            row.seller_discount, row.raw_seller_discount, row.platform_discount,
            row.raw_platform_discount, row.is_gift, row.fulfilled_by,
            CASE WHEN row.was_made AND stored.id IS NOT NULL
              THEN stored.variant_id ELSE row.variant_id END
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, channel_order_id text, channel_id text, position int,
         external_line_ids jsonb, external_product_id text, external_sku_id text,
         seller_sku text, title text, sku_title text, image_url text,
         quantity int, cancelled_quantity int, unit_price numeric,
         raw_unit_price jsonb, seller_discount numeric, raw_seller_discount jsonb,
         platform_discount numeric, raw_platform_discount jsonb, is_gift boolean,
         fulfilled_by text, variant_id text, was_made boolean)
       LEFT JOIN marketplace_channel_order_line AS stored ON stored.id = row.id
     ON CONFLICT (id) DO UPDATE
       SET position = EXCLUDED.position,
           external_line_ids = EXCLUDED.external_line_ids,
           title = EXCLUDED.title, sku_title = EXCLUDED.sku_title,
           seller_sku = EXCLUDED.seller_sku, image_url = EXCLUDED.image_url,
           quantity = EXCLUDED.quantity,
           cancelled_quantity = EXCLUDED.cancelled_quantity,
           seller_discount = EXCLUDED.seller_discount,
           raw_seller_discount = EXCLUDED.raw_seller_discount,
           platform_discount = EXCLUDED.platform_discount,
           raw_platform_discount = EXCLUDED.raw_platform_discount,
           fulfilled_by = EXCLUDED.fulfilled_by,
           variant_id = EXCLUDED.variant_id, updated_at = clock_timestamp()`,
    [JSON.stringify(rows)]
  )
}

/**
 * A parcel that was split or combined away loses the order, and goes when it is empty. Of a
 * combined parcel, orders that are cancelled say nothing while others go on.
 */
export async function replaceParcels(
  sql: Sql,
  plans: PlannedOrder[]
): Promise<void> {
  const memberships = plans.flatMap((plan) =>
    plan.parcels.map((parcel) => ({
      id: generateEntityId(undefined, "mpparc"),
      order_id: plan.id,
      channel_id: plan.channel_id,
      external_id: parcel.external_id,
      state: parcel.state,
      status: parcel.raw_status,
      tracking_number: parcel.tracking_number,
      pickup_number: parcel.leg_numbers?.pickup ?? null,
      delivery_number: parcel.leg_numbers?.delivery ?? null,
      return_number: parcel.leg_numbers?.return ?? null,
      carrier: parcel.carrier,
      ship_by: plan.ship_by,
      is_live: parcel.state !== "cancelled" && !isCancelledPlan(plan),
    }))
  )
  const remaining = await sql<{ id: string; is_empty: boolean }>(
    `UPDATE marketplace_parcel AS parcel
        SET order_ids = ARRAY(
              SELECT member.id FROM unnest(parcel.order_ids) AS member(id)
               WHERE member.id <> ALL(${ID_LIST})
                  OR EXISTS (
                     SELECT 1 FROM jsonb_to_recordset(?::jsonb)
                                AS kept(order_id text, channel_id text, external_id text)
                      WHERE kept.order_id = member.id
                        AND kept.channel_id = parcel.channel_id
                        AND kept.external_id = parcel.external_id))
      WHERE parcel.order_ids && ${ID_LIST} AND parcel.deleted_at IS NULL
      RETURNING parcel.id, parcel.order_ids = '{}' AS is_empty`,
    [idList(plans), JSON.stringify(memberships), idList(plans)]
  )
  await sql(
    `INSERT INTO marketplace_parcel
       (id, channel_id, external_id, state, status, tracking_number, pickup_number,
        delivery_number, return_number, carrier, order_ids, ship_by)
     SELECT MIN(row.id), row.channel_id, row.external_id, ${ofLive("state")},
            ${ofLive("status")}, ${ofLive("tracking_number")},
            ${ofLive("pickup_number")}, ${ofLive("delivery_number")}, ${ofLive("return_number")},
            ${ofLive("carrier")}, array_agg(row.order_id), ${ofLive("ship_by")}
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, order_id text, channel_id text, external_id text, state text, status text,
         tracking_number text, pickup_number text, delivery_number text, return_number text,
         carrier text, ship_by timestamptz, is_live boolean)
      GROUP BY row.channel_id, row.external_id
      ORDER BY row.channel_id, row.external_id
     ON CONFLICT (channel_id, external_id) WHERE deleted_at IS NULL
     DO UPDATE SET (state, status, tracking_number, pickup_number, delivery_number,
                    return_number, carrier, ship_by) = (
                     SELECT news.state, news.status, news.tracking_number,
                            news.pickup_number, news.delivery_number, news.return_number,
                            news.carrier, news.ship_by
                       FROM (VALUES (EXCLUDED.state, EXCLUDED.status,
                               EXCLUDED.tracking_number, EXCLUDED.pickup_number,
                               EXCLUDED.delivery_number, EXCLUDED.return_number,
                               EXCLUDED.carrier, EXCLUDED.ship_by, false),
                              (marketplace_parcel.state, marketplace_parcel.status,
                               marketplace_parcel.tracking_number,
                               marketplace_parcel.pickup_number,
                               marketplace_parcel.delivery_number,
                               marketplace_parcel.return_number,
                               marketplace_parcel.carrier, marketplace_parcel.ship_by, true))
                         AS news(state, status, tracking_number, pickup_number,
                                 delivery_number, return_number, carrier, ship_by, is_old)
                      WHERE news.is_old = (
                        EXCLUDED.channel_id || ' ' || EXCLUDED.external_id = ANY(${ID_LIST})
                        AND EXISTS (
                          SELECT FROM marketplace_channel_order AS other
                           WHERE other.id = ANY(marketplace_parcel.order_ids)
                             AND other.id <> ALL(EXCLUDED.order_ids)
                             AND COALESCE(other.status, '') <> ALL(${ID_LIST})))),
                   order_ids = ARRAY(
                     SELECT DISTINCT unnest(marketplace_parcel.order_ids || EXCLUDED.order_ids)),
                   updated_at = clock_timestamp()`,
    [
      JSON.stringify(memberships),
      JSON.stringify(silentParcels(memberships)),
      JSON.stringify(CANCELLED_STATUSES),
    ]
  )
  const empty = remaining.filter(({ is_empty }) => is_empty)
  if (empty.length) {
    await sql(
      `DELETE FROM marketplace_parcel
        WHERE id = ANY(${ID_LIST}) AND order_ids = '{}'`,
      [idList(empty)]
    )
  }
}

/** What live orders say of a parcel; of all of them when none is live. */
function ofLive(column: string): string {
  return `CASE WHEN bool_or(row.is_live) THEN MIN(row.${column}) FILTER (WHERE row.is_live)
               ELSE MIN(row.${column}) END`
}

/** Keys of parcels in which, as far as these plans go, nothing is live. */
function silentParcels(
  memberships: {
    channel_id: string
    external_id: string
    is_live: boolean
  }[]
): string[] {
  const keyOf = (one: { channel_id: string; external_id: string }) =>
    `${one.channel_id} ${one.external_id}`
  const live = new Set(memberships.filter(({ is_live }) => is_live).map(keyOf))
  return memberships.map(keyOf).filter((key) => !live.has(key))
}

function isCancelledPlan({ status }: PlannedOrder): boolean {
  return status !== null && isCancelled(status as OrderStatus)
}

export async function appendHistory(
  sql: Sql,
  plans: PlannedOrder[],
  before: Map<string, StateBefore>,
  news: { source: OrderNewsSource; actor: string }
): Promise<void> {
  const rows = plans
    .filter((plan) => {
      const old = before.get(plan.id)
      return (
        !old ||
        old.status !== plan.status ||
        old.import_state !== plan.import_state ||
        old.status_rule !== plan.status_rule
      )
    })
    .map((plan) => ({
      id: generateEntityId(undefined, "mpordev"),
      channel_order_id: plan.id,
      from_status: before.get(plan.id)?.status ?? null,
      status: plan.status,
      raw_status: plan.raw_status,
      status_rule: plan.status_rule,
      import_state: plan.import_state,
    }))
  if (!rows.length) {
    return
  }
  await sql(
    `INSERT INTO marketplace_channel_order_event
       (id, channel_order_id, at, source, actor, from_status, status,
        raw_status, status_rule, import_state)
     SELECT row.id, row.channel_order_id, clock_timestamp(), ?, ?,
            row.from_status, row.status, row.raw_status, row.status_rule,
            row.import_state
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, channel_order_id text, from_status text, status text,
         raw_status text, status_rule text, import_state text)`,
    [news.source, news.actor, JSON.stringify(rows)]
  )
}

export function changeOf(
  plan: PlannedOrder,
  before?: StateBefore
): OrderChange {
  return {
    id: plan.id,
    from_status: before?.status ?? null,
    status: plan.status,
    from_import_state: before?.import_state ?? "pending",
    import_state: plan.import_state,
  }
}

function exact(
  amount: number | null
): { value: string; precision: number } | null {
  return amount === null ? null : { value: String(amount), precision: 20 }
}
