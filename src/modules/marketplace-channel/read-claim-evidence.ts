import { parseAmount } from "../../domain/shared/amount"
import { ClaimEvidence } from "../../domain/statements/claim"
import { Sql } from "./sql-store"

/** An order that something is claimed for. */
export type EvidenceSubject = {
  settlement_id: string
  channel_id: string
  external_order_id: string
  /** Null while the order was never downloaded: its lines are all there is. */
  channel_order_id: string | null
}

type EvidenceRow = ClaimEvidence & {
  settlement_id: string
  currency_code: string | null
}

/** Pieces of one kind that an order shows at most, the oldest first. */
const MOST_OF_A_KIND = 50

/** What of an order's status proves something; the other steps are the shop's own. */
const TELLING_STATUSES = [
  "in_transit",
  "succeeded",
  "returning",
  "returned",
  "cancelled_by_seller",
  "cancelled_by_buyer",
  "cancelled_by_system",
]

const LINES = `
SELECT subject.settlement_id, 1 AS rank, 'statement_line' AS kind, line.id,
       concat_ws(' · ', COALESCE(statement.filename, statement.external_id),
                 line.sheet, line.row::text) AS label,
       line.settled_at AS at,
       line.amounts || jsonb_build_object(
         'filename', COALESCE(statement.filename, statement.external_id),
         'sheet', line.sheet, 'row', line.row, 'statement_id', line.statement_id,
         'line_kind', line.kind) AS params,
       '{}'::text[] AS file_ids, line.currency_code
  FROM subject
  JOIN marketplace_statement_line AS line
    ON line.channel_id = subject.channel_id
   AND line.external_order_id = subject.external_order_id
   AND line.deleted_at IS NULL AND line.refusals IS NULL
   AND line.duplicate_of_id IS NULL
  JOIN marketplace_statement AS statement
    ON statement.id = line.statement_id AND statement.status = 'done'
   AND statement.deleted_at IS NULL`

/** A parcel is known by the number that buyers and carriers use; its id where it has none. */
const WAYBILLS = `
SELECT parcel.settlement_id, 2, 'waybill', parcel.id,
       COALESCE(parcel.tracking_number, parcel.external_id), NULL::timestamptz,
       jsonb_build_object('carrier', parcel.carrier,
                          'parcel_external_id', parcel.external_id,
                          'return_number', parcel.return_number),
       '{}'::text[], NULL
  FROM parcel`

const HANDOVERS = `
SELECT DISTINCT ON (subject.settlement_id, handover.id)
       subject.settlement_id, 3, 'handover', handover.id,
       '#' || handover.number, COALESCE(handover.closed_at, mark.at),
       jsonb_build_object('direction', handover.direction,
                          'carrier', handover.carrier,
                          'number', handover.number),
       ARRAY(SELECT DISTINCT photo
               FROM marketplace_scan AS scan, unnest(scan.photo_file_ids) AS photo
              WHERE scan.handover_id = handover.id AND scan.undone_at IS NULL
                AND scan.deleted_at IS NULL
                AND scan.channel_id = mark.channel_id
                AND scan.parcel_external_id = mark.parcel_external_id),
       NULL
  FROM subject
  JOIN marketplace_parcel_mark AS mark
    ON mark.channel_order_id = subject.channel_order_id
   AND mark.undone_at IS NULL AND mark.deleted_at IS NULL
  JOIN marketplace_handover AS handover
    ON handover.id = mark.handover_id AND handover.deleted_at IS NULL`

/** Marks of no record: what a record proves stands under its number. */
const MARKS = `
SELECT subject.settlement_id, 4, 'parcel_mark', mark.id,
       COALESCE(mark.parcel_external_id, ''), mark.at,
       jsonb_build_object('mark', mark.kind), '{}'::text[], NULL
  FROM subject
  JOIN marketplace_parcel_mark AS mark
    ON mark.channel_order_id = subject.channel_order_id
   AND mark.handover_id IS NULL AND mark.undone_at IS NULL
   AND mark.deleted_at IS NULL`

const SCANS = `
SELECT parcel.settlement_id, 5, 'scan', min(scan.id),
       COALESCE(parcel.tracking_number, parcel.external_id), max(scan.at),
       jsonb_build_object('count', COUNT(*)),
       ARRAY(SELECT DISTINCT photo FROM unnest(string_to_array(
         string_agg(array_to_string(scan.photo_file_ids, ','), ','), ',')) AS photo
        WHERE photo <> ''),
       NULL
  FROM parcel
  JOIN marketplace_scan AS scan
    ON scan.channel_id = parcel.channel_id
   AND scan.parcel_external_id = parcel.external_id
   AND scan.station = 'packing' AND scan.ok AND scan.undone_at IS NULL
   AND scan.deleted_at IS NULL
 GROUP BY parcel.settlement_id, parcel.id, parcel.tracking_number, parcel.external_id`

const RECEIPTS = `
SELECT subject.settlement_id, 6, 'receipt', receipt.id,
       COALESCE(receipt.parcel_external_id, ''), receipt.received_at,
       (SELECT jsonb_build_object('good', COALESCE(SUM((unit->>'good')::int), 0),
                                  'damaged', COALESCE(SUM((unit->>'damaged')::int), 0),
                                  'lost', COALESCE(SUM((unit->>'lost')::int), 0),
                                  'note', receipt.note)
          FROM jsonb_array_elements(receipt.lines) AS unit),
       receipt.photo_file_ids, NULL
  FROM subject
  JOIN marketplace_receipt AS receipt
    ON receipt.channel_order_id = subject.channel_order_id
   AND receipt.deleted_at IS NULL`

const REQUESTS = `
SELECT subject.settlement_id, 7, 'buyer_request', request.id,
       request.external_id, request.requested_at,
       jsonb_build_object('request_kind', request.kind, 'state', request.state,
                          'reason', COALESCE(request.reason_text, request.reason),
                          'refund_amount', request.refund_amount::text),
       '{}'::text[], request.currency_code
  FROM subject
  JOIN marketplace_buyer_request AS request
    ON request.channel_order_id = subject.channel_order_id
   AND request.deleted_at IS NULL`

const STATUSES = `
SELECT DISTINCT ON (subject.settlement_id, event.status)
       subject.settlement_id, 8, 'status_history', event.id, event.raw_status,
       event.at, jsonb_build_object('status', event.status), '{}'::text[], NULL
  FROM subject
  JOIN marketplace_channel_order_event AS event
    ON event.channel_order_id = subject.channel_order_id
   AND event.deleted_at IS NULL AND event.from_status IS DISTINCT FROM event.status
   AND event.status IN (${TELLING_STATUSES.map((status) => `'${status}'`).join(", ")})`

/**
 * What proves claims for these orders, by settlement: their lines, parcels, records of carriers,
 * marks, scans, returned goods, buyers' requests and what the marketplace said of their status.
 */
export async function readClaimEvidence(
  sql: Sql,
  subjects: EvidenceSubject[]
): Promise<Map<string, ClaimEvidence[]>> {
  if (!subjects.length) {
    return new Map()
  }
  const rows = await sql<EvidenceRow>(
    `WITH subject AS (
       SELECT * FROM jsonb_to_recordset(?::jsonb) AS row(
         settlement_id text, channel_id text, external_order_id text,
         channel_order_id text)),
     parcel AS (
       SELECT subject.settlement_id, parcel.*
         FROM subject
         JOIN marketplace_parcel AS parcel
           ON parcel.order_ids @> ARRAY[subject.channel_order_id]
          AND parcel.deleted_at IS NULL),
     found AS (
       (${LINES}) UNION ALL (${WAYBILLS}) UNION ALL (${HANDOVERS})
       UNION ALL (${MARKS}) UNION ALL (${SCANS}) UNION ALL (${RECEIPTS})
       UNION ALL (${REQUESTS}) UNION ALL (${STATUSES})),
     ranked AS (
       SELECT *, row_number() OVER (PARTITION BY settlement_id, rank
                                    ORDER BY at NULLS LAST, id) AS place
         FROM found)
     SELECT settlement_id, kind, id, label, at, params, file_ids, currency_code
       FROM ranked WHERE place <= ${MOST_OF_A_KIND}
      ORDER BY settlement_id, rank, place`,
    [JSON.stringify(subjects)]
  )
  const found = new Map<string, ClaimEvidence[]>()
  for (const row of rows) {
    const own = found.get(row.settlement_id) ?? []
    own.push(toEvidence(row))
    found.set(row.settlement_id, own)
  }
  return found
}

function toEvidence({
  settlement_id: _,
  currency_code,
  ...row
}: EvidenceRow): ClaimEvidence {
  const { refund_amount } = row.params
  return {
    ...row,
    at: row.at && new Date(row.at),
    params:
      row.kind === "buyer_request"
        ? {
            ...row.params,
            refund_amount:
              refund_amount === null || !currency_code
                ? null
                : parseAmount(refund_amount, currency_code),
          }
        : row.params,
  }
}
