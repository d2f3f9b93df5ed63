import { createHash } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { lineState } from "../../domain/statements/line-buckets"
import { moneyKey, rowKey } from "../../domain/statements/row-keys"
import { ReadLine } from "../../domain/statements/statement-line"

/**
 * Inserts all lines of one JSON text; `?` are statement, channel, source and the text. A row that
 * another process has read meanwhile is the same row: it stays as it is.
 */
export const INSERT_LINES = `
INSERT INTO marketplace_statement_line
  (id, statement_id, channel_id, source, sheet, row, kind, raw_kind,
   external_order_id, external_line_id, item_ref, quantity, ordered_at,
   settled_at, currency_code, amounts, fee_parts, raw, row_key, money_key,
   state, refusals)
SELECT line.id, ?, ?, ?, line.sheet, line.row, line.kind, line.raw_kind,
       line.external_order_id, line.external_line_id, line.item_ref,
       line.quantity, line.ordered_at, line.settled_at, line.currency_code,
       line.amounts, line.fee_parts, line.raw, line.row_key, line.money_key,
       line.state, line.refusals
  FROM jsonb_to_recordset(?::jsonb) AS line(
    id text, sheet text, row int, kind text, raw_kind text,
    external_order_id text, external_line_id text, item_ref text, quantity int,
    ordered_at timestamptz, settled_at timestamptz, currency_code text,
    amounts jsonb, fee_parts jsonb, raw jsonb, row_key text, money_key text,
    state text, refusals jsonb)
ON CONFLICT DO NOTHING`

/** The rows of lines as {@link INSERT_LINES} takes them. */
export function toLineRows(lines: ReadLine[]): string {
  // An id of its own for each line would take longer than reading the line.
  const ids = generateEntityId(undefined, "mpsln")
  return JSON.stringify(
    lines.map((line, index) => toLineRow(line, `${ids}${index}`))
  )
}

function toLineRow(reading: ReadLine, id: string) {
  if (!reading.ok) {
    return { ...reading.line, id, fee_parts: [], state: "refused" }
  }
  const { line } = reading
  return {
    ...line,
    id,
    row_key: hash(rowKey(line)),
    money_key: hash(moneyKey(line)),
    // Lines of no order are in their bucket at once; the others wait for their order.
    state: line.external_order_id === null ? lineState(line.kind, null) : null,
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32)
}
