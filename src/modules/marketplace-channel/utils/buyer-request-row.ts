import { hash } from "node:crypto"
import { acceptsCopy, CopyVersion } from "../../../domain/orders/version-fence"
import { NeutralBuyerRequest } from "../../../domain/returns/buyer-request"
import { isSuperseded } from "../../../domain/returns/request-answer"
import { toMajorUnit } from "../../../domain/shared/amount"

/** A buyer's request as its table holds it; the amount in the major unit. */
export type BuyerRequestRow = Omit<
  NeutralBuyerRequest,
  "requested_at" | "external_updated_at" | "respond_by"
> & {
  requested_at: string
  external_updated_at: string
  respond_by: string | null
  content_hash: string
}

/** One that goes on under another id asks for nothing any more. */
export function toBuyerRequestRow(
  request: NeutralBuyerRequest
): BuyerRequestRow {
  const { refund_amount, currency_code } = request
  const row = {
    external_id: request.external_id,
    order_external_id: request.order_external_id,
    kind: request.kind,
    state: isSuperseded(request) ? ("withdrawn" as const) : request.state,
    raw_status: request.raw_status,
    initiator: request.initiator,
    reason: request.reason,
    reason_text: request.reason_text,
    requested_at: request.requested_at.toISOString(),
    external_updated_at: request.external_updated_at.toISOString(),
    respond_by: request.respond_by?.toISOString() ?? null,
    answers: isSuperseded(request) ? [] : [...request.answers].sort(),
    tracking_number: request.tracking_number,
    carrier: request.carrier,
    refund_amount:
      refund_amount !== null && currency_code !== null
        ? toMajorUnit(refund_amount, currency_code)
        : null,
    currency_code,
    lines: unitsByLine(request.lines),
    next_external_id: request.next_external_id,
  }
  return { ...row, content_hash: hash("sha256", JSON.stringify(row)) }
}

/** Each line once, in one order, so that the same request always reads the same. */
function unitsByLine(
  lines: NeutralBuyerRequest["lines"]
): NeutralBuyerRequest["lines"] {
  const units = new Map<string, number>()
  for (const { external_line_id, quantity } of lines) {
    units.set(external_line_id, (units.get(external_line_id) ?? 0) + quantity)
  }
  return [...units]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([external_line_id, quantity]) => ({ external_line_id, quantity }))
}

/** What a copy of a request does to the stored one, by the fence that orders have as well. */
export function judgeBuyerRequest(
  stored: CopyVersion | null,
  row: BuyerRequestRow,
  read_started_at: Date
): "new" | "changed" | "unchanged" | "stale" {
  const verdict = acceptsCopy(stored, {
    external_updated_at: new Date(row.external_updated_at),
    content_hash: row.content_hash,
    read_started_at,
  })
  return verdict === "accept" ? (stored ? "changed" : "new") : verdict
}

/** Each request once: of copies read together the one that changed last, else the last one. */
export function newestOfEach(rows: BuyerRequestRow[]): BuyerRequestRow[] {
  const newest = new Map<string, BuyerRequestRow>()
  for (const row of rows) {
    const known = newest.get(row.external_id)
    if (!known || row.external_updated_at >= known.external_updated_at) {
      newest.set(row.external_id, row)
    }
  }
  return [...newest.values()]
}
