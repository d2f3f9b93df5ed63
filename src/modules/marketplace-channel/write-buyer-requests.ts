import { generateEntityId } from "@medusajs/framework/utils"
import { CopyVersion } from "../../domain/orders/version-fence"
import { Sql } from "./sql-store"
import { BuyerRequestRow } from "./utils/buyer-request-row"

/** A stored request, as far as the fence looks at it. */
export type StoredBuyerRequest = CopyVersion & {
  id: string
  external_id: string
  channel_order_id: string | null
}

const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

const idList = (rows: BuyerRequestRow[]) =>
  JSON.stringify(rows.map(({ external_id }) => external_id))

const RECORDSET = `jsonb_to_recordset(?::jsonb) AS row(
  id text, external_id text, order_external_id text, kind text, state text,
  raw_status text, initiator text, reason text, reason_text text,
  requested_at timestamptz, external_updated_at timestamptz,
  respond_by timestamptz, answers jsonb, tracking_number text, carrier text,
  refund_amount numeric, raw_refund_amount jsonb, currency_code text,
  lines jsonb, next_external_id text, content_hash text)`

/** Stores requests that are not known yet. @returns their marketplace ids. */
export async function insertBuyerRequests(
  sql: Sql,
  channel_id: string,
  rows: BuyerRequestRow[],
  read_started_at: Date
): Promise<Set<string>> {
  const inserted = await sql<{ external_id: string }>(
    `INSERT INTO marketplace_buyer_request
       (id, channel_id, external_id, order_external_id, channel_order_id, kind,
        state, raw_status, initiator, reason, reason_text, requested_at,
        external_updated_at, respond_by, answers, tracking_number, carrier,
        refund_amount, raw_refund_amount, currency_code, lines,
        next_external_id, content_hash, read_started_at)
     SELECT row.id, ?, row.external_id, row.order_external_id, stored.id, row.kind,
            row.state, row.raw_status, row.initiator, row.reason,
            CASE WHEN stored.erasure_began_at IS NULL THEN row.reason_text END,
            row.requested_at, row.external_updated_at, row.respond_by,
            ARRAY(SELECT jsonb_array_elements_text(row.answers)),
            row.tracking_number, row.carrier, row.refund_amount,
            row.raw_refund_amount, row.currency_code, row.lines,
            row.next_external_id, row.content_hash, ?
       FROM ${RECORDSET}
       LEFT JOIN marketplace_channel_order AS stored
         ON stored.channel_id = ? AND stored.external_id = row.order_external_id
        AND stored.deleted_at IS NULL
      ORDER BY row.external_id
     ON CONFLICT (channel_id, external_id) WHERE deleted_at IS NULL DO NOTHING
     RETURNING external_id`,
    [channel_id, read_started_at.toISOString(), records(rows), channel_id]
  )
  return new Set(inserted.map(({ external_id }) => external_id))
}

/** The stored requests by marketplace id, kept from others until the transaction ends. */
export async function lockBuyerRequests(
  sql: Sql,
  channel_id: string,
  rows: BuyerRequestRow[]
): Promise<Map<string, StoredBuyerRequest>> {
  const stored = await sql<StoredBuyerRequest>(
    `SELECT id, external_id, channel_order_id, external_updated_at, content_hash,
            read_started_at
       FROM marketplace_buyer_request
      WHERE channel_id = ? AND deleted_at IS NULL
        AND external_id = ANY(${ID_LIST})
      ORDER BY external_id FOR UPDATE`,
    [channel_id, idList(rows)]
  )
  return new Map(stored.map((row) => [row.external_id, row]))
}

/** What the shop did with a request, its receipt and its Medusa returns, stays. */
export async function updateBuyerRequests(
  sql: Sql,
  channel_id: string,
  rows: BuyerRequestRow[],
  read_started_at: Date
): Promise<void> {
  if (!rows.length) {
    return
  }
  await sql(
    `UPDATE marketplace_buyer_request AS request
        SET kind = row.kind, state = row.state, raw_status = row.raw_status,
            initiator = row.initiator, reason = row.reason,
            reason_text = CASE WHEN NOT EXISTS (
              SELECT FROM marketplace_channel_order AS erased
               WHERE erased.id = request.channel_order_id
                 AND erased.erasure_began_at IS NOT NULL) THEN row.reason_text END,
            requested_at = row.requested_at,
            external_updated_at = row.external_updated_at,
            respond_by = row.respond_by,
            answers = ARRAY(SELECT jsonb_array_elements_text(row.answers)),
            tracking_number = row.tracking_number, carrier = row.carrier,
            refund_amount = row.refund_amount,
            raw_refund_amount = row.raw_refund_amount,
            currency_code = row.currency_code, lines = row.lines,
            next_external_id = row.next_external_id, problem = NULL,
            content_hash = row.content_hash, read_started_at = ?,
            updated_at = clock_timestamp()
       FROM ${RECORDSET}
      WHERE request.channel_id = ? AND request.external_id = row.external_id
        AND request.deleted_at IS NULL`,
    [read_started_at.toISOString(), records(rows), channel_id]
  )
}

/** A request as it came, which cannot be understood. */
export type ParkedBuyerRequest = {
  external_id: string
  order_external_id: string
  kind: string
  raw_status: string
  problem: string
}

/**
 * Keeps requests in sight that cannot be understood. What is stored of them stays, but nothing
 * may be answered; one that was never understood belongs to no order until it is.
 */
export async function parkBuyerRequests(
  sql: Sql,
  channel_id: string,
  requests: ParkedBuyerRequest[],
  read_started_at: Date
): Promise<void> {
  const rows = requests.map((request) => ({
    ...request,
    id: generateEntityId(undefined, "mpreq"),
  }))
  await sql(
    `INSERT INTO marketplace_buyer_request
       (id, channel_id, external_id, order_external_id, kind, state, raw_status,
        problem, initiator, requested_at, external_updated_at, answers, lines,
        content_hash, read_started_at)
     SELECT DISTINCT ON (row.external_id)
            row.id, ?, row.external_id, row.order_external_id, row.kind,
            'not_understood', row.raw_status, row.problem, 'buyer', ?,
            'epoch', '{}', '[]', '', ?
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, external_id text, order_external_id text, kind text,
         raw_status text, problem text)
      ORDER BY row.external_id
     ON CONFLICT (channel_id, external_id) WHERE deleted_at IS NULL
     DO UPDATE SET problem = EXCLUDED.problem, raw_status = EXCLUDED.raw_status,
                   answers = '{}', content_hash = '',
                   updated_at = clock_timestamp()
      WHERE marketplace_buyer_request.read_started_at <= EXCLUDED.read_started_at`,
    [
      channel_id,
      read_started_at.toISOString(),
      read_started_at.toISOString(),
      JSON.stringify(rows),
    ]
  )
}

/** The same content, read later: an older, different copy must not overtake it. */
export async function touchBuyerRequests(
  sql: Sql,
  channel_id: string,
  rows: BuyerRequestRow[],
  read_started_at: Date
): Promise<void> {
  if (!rows.length) {
    return
  }
  await sql(
    `UPDATE marketplace_buyer_request
        SET read_started_at = GREATEST(read_started_at, ?::timestamptz),
            problem = NULL
      WHERE channel_id = ? AND deleted_at IS NULL
        AND external_id = ANY(${ID_LIST})`,
    [read_started_at.toISOString(), channel_id, idList(rows)]
  )
}

function records(rows: BuyerRequestRow[]): string {
  return JSON.stringify(
    rows.map((row) => ({
      ...row,
      id: generateEntityId(undefined, "mpreq"),
      raw_refund_amount:
        row.refund_amount === null
          ? null
          : { value: String(row.refund_amount), precision: 20 },
    }))
  )
}
