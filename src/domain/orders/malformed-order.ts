import { BlockReason } from "./block-reason"
import { NeutralOrder, NeutralOrderLine } from "./neutral-order"

/** A reason when the order's lines cannot be what the marketplace sold, else null. */
export function malformedReason(order: NeutralOrder): BlockReason | null {
  if (order.lines.length === 0) {
    return notUnderstood("lines", "the order has no lines")
  }
  const named = new Set<string>()
  for (const [index, line] of order.lines.entries()) {
    const reason = lineReason(line, named)
    if (reason) {
      return notUnderstood(`lines[${index}]`, reason)
    }
    line.external_line_ids.forEach((id) => named.add(id))
  }
  return null
}

function lineReason(
  line: NeutralOrderLine,
  named: ReadonlySet<string>
): string | null {
  if (line.external_sku_id === "") {
    return "the line has no SKU id"
  }
  if (line.external_line_ids.length === 0) {
    return "the line has no id"
  }
  if (line.external_line_ids.some((id) => named.has(id))) {
    return "the line's id is used twice"
  }
  if (!Number.isSafeInteger(line.quantity) || line.quantity < 1) {
    return `the quantity is ${line.quantity}`
  }
  const cancelled = line.cancelled_quantity
  const possible =
    Number.isSafeInteger(cancelled) &&
    cancelled >= 0 &&
    cancelled <= line.quantity
  return possible ? null : `${cancelled} of ${line.quantity} are cancelled`
}

function notUnderstood(path: string, reason: string): BlockReason {
  return { code: "payload_not_understood", params: { path, reason } }
}
