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
 * The same text for the same row, in whichever overlapping file it stands: id, kind, day of
 * settlement, item and amounts. To be hashed where it is stored.
 */
export function rowKey(line: KeyedLine): string {
  return [
    moneyKey(line),
    line.item_ref ?? "",
    line.quantity ?? "",
    line.settled_at?.toISOString().slice(0, 10) ?? "",
  ].join("|")
}

/**
 * The same text for the same money, told by a file or by the API, whose days and items differ:
 * id, kind and amounts.
 */
export function moneyKey(line: KeyedLine): string {
  const { revenue, fees, adjustment, net } = line.amounts
  return [
    line.kind,
    line.external_order_id ?? "",
    line.kind === "sale" || line.kind === "refund"
      ? ""
      : (line.external_line_id ?? ""),
    line.currency_code,
    revenue,
    fees,
    adjustment,
    net,
  ].join("|")
}
