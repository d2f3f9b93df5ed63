import { StatementLine } from "./statement-line"

type KeyedLine = Pick<
  StatementLine,
  | "kind"
  | "external_order_id"
  | "external_line_id"
  | "item_ref"
  | "quantity"
  | "settled_at"
  | "currency_code"
  | "amounts"
>

/**
 * The same text for the same row, in whichever overlapping file it stands: ids, kind, day of
 * settlement, item and amounts. Two transactions of the API that are alike in all the rest stay
 * two by their own ids; rows of files have none. To be hashed where it is stored.
 */
export function rowKey(line: KeyedLine): string {
  return [
    line.kind,
    moneyKey(line),
    line.external_line_id ?? "",
    line.item_ref ?? "",
    line.quantity ?? "",
    line.settled_at?.toISOString().slice(0, 10) ?? "",
  ].join("|")
}

/**
 * The same text for the same money, told by a file or by the API, whose days, items and words
 * for the kind differ: id and amounts. A sale and its refund differ by their amounts.
 */
export function moneyKey(line: KeyedLine): string {
  const { revenue, fees, adjustment, net } = line.amounts
  return [
    ...bearerOf(line),
    line.currency_code,
    revenue,
    fees,
    adjustment,
    net,
  ].join("|")
}

/** What the money is told of: the order, or what has an id of its own beside the order's. */
function bearerOf(line: KeyedLine): string[] {
  const order_id = line.external_order_id ?? ""
  return line.kind === "sale" || line.kind === "refund"
    ? ["order", order_id]
    : ["other", order_id, line.external_line_id ?? ""]
}
