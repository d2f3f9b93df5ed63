import { createHash } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { moneyKey, rowKey } from "../../domain/statements/row-keys"
import { ReadLine } from "../../domain/statements/statement-line"

/** Inserts all lines of one JSON text; `?` are statement, channel, source and the text. */
export const INSERT_LINES = `
INSERT INTO marketplace_statement_line
  (id, statement_id, channel_id, source, sheet, row, kind, raw_kind,
   external_order_id, external_line_id, item_ref, quantity, ordered_at,
   settled_at, currency_code, amounts, fee_parts, raw, row_key, money_key,
   refusals)
SELECT line.id, ?, ?, ?, line.sheet, line.row, line.kind, line.raw_kind,
       line.external_order_id, line.external_line_id, line.item_ref,
       line.quantity, line.ordered_at, line.settled_at, line.currency_code,
       line.amounts, line.fee_parts, line.raw, line.row_key, line.money_key,
       line.refusals
  FROM json_to_recordset(?::json) AS line(
    id text, sheet text, row int, kind text, raw_kind text,
    external_order_id text, external_line_id text, item_ref text, quantity int,
    ordered_at timestamptz, settled_at timestamptz, currency_code text,
    amounts jsonb, fee_parts jsonb, raw jsonb, row_key text, money_key text,
    refusals jsonb)`

/** The rows of lines as {@link INSERT_LINES} takes them. */
export function toLineRows(lines: ReadLine[]): string {
  return JSON.stringify(lines.map(toLineRow))
}

function toLineRow(reading: ReadLine) {
  const id = generateEntityId(undefined, "mpsln")
  return reading.ok
    ? {
        ...reading.line,
        id,
        row_key: hash(rowKey(reading.line)),
        money_key: hash(moneyKey(reading.line)),
      }
    : { ...reading.line, id, fee_parts: [] }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32)
}
