import { OrderOwner } from "../../domain/provider/marketplace-provider"
import { JsonObject } from "../../domain/shared/json"
import { OrderIncome } from "../../domain/statements/expected-income"
import { FeePart } from "../../domain/statements/fee-kind"
import { feeKindOf } from "./fee-kinds"
import { Fields, fieldsOf } from "./mappers"
import { isRefused } from "./mappers/confirmation"
import { ifReadable, signedIn } from "./mappers/figures"
import { grossOf, readItem, sum } from "./mappers/item-money"
import { CURRENCY } from "./mappers/money"
import { fulfilledBy } from "./mappers/owner"
import {
  TikiConfig,
  WireFee,
  WireIncome,
  WireInvoice,
  WireItem,
  WireItemInvoice,
  WireOrder,
} from "./types"

/** Fees are filled in around this status, and may be told in parts before it. */
const SETTLED = "complete"

/**
 * What an order of Tiki says that it will pay; null until it is complete and tells its fees,
 * and where a figure cannot be understood. Fees that Tiki does not tell cannot be told from
 * fees that it has not charged yet.
 *
 * By `incomeFigure` what the fees are taken from is
 * - `invoice`: `invoice.total_seller_income`, or the items' `row_total` less fees where that is
 *   missing. A total that equals the rows has not had the fees taken off: they are then.
 * - `detail`: `seller_income_detail.seller_income` of the items (price × quantity + shipping −
 *   the seller's part of the shipping discount), from which the fees are taken.
 *
 * Of a fee only `final_amount` counts. Tiki's pages call fees negative; orders that write them
 * positive are understood as well.
 * @param shop another seller's items, which leak into orders, are left out.
 */
export function mapIncome(
  payload: JsonObject,
  shop: OrderOwner,
  figure: TikiConfig["incomeFigure"]
): OrderIncome | null {
  const order = fieldsOf<WireOrder>(payload)
  return ifReadable(() =>
    order.text("status") === SETTLED ? incomeOf(order, shop, figure) : null
  )
}

function incomeOf(
  order: Fields<WireOrder>,
  shop: OrderOwner,
  figure: TikiConfig["incomeFigure"]
): OrderIncome | null {
  const invoice = order.object<WireInvoice>("invoice")
  const items = order
    .list<WireItem>("items")
    .filter(
      (item) =>
        fulfilledBy(order, item, shop) !== "other_seller" && !isRefused(item)
    )
  const rows = sum(items.map(rowTotalOf))
  const stated = (invoice && signedIn(invoice, "total_seller_income")) || null
  const told = tellFees(items, invoice)
  if (!told) {
    return null
  }
  const { fees, fee_parts } = withSign(told, rows, stated)
  const net =
    figure === "detail"
      ? sum(items.map(detailOf)) + fees
      : stated === null || stated === rows
        ? rows + fees
        : stated
  return {
    currency_code: CURRENCY,
    revenue: net - fees,
    fees,
    fee_parts,
    net,
  }
}

type ToldFees = { fees: number; fee_parts: FeePart[] }

/** Fees as written: one by one, else by item, else in one sum; null where none is told. */
function tellFees(
  items: Fields<WireItem>[],
  invoice: Fields<WireInvoice> | null
): ToldFees | null {
  const of_items = items.flatMap(
    (item) => item.object<WireItemInvoice>("invoice") ?? []
  )
  const fee_parts = addUp(
    of_items.flatMap((one) => one.list<WireFee>("fees").map(feePart))
  )
  if (fee_parts.length > 0) {
    return { fees: sum(fee_parts.map(({ amount }) => amount)), fee_parts }
  }
  const fees =
    sum(of_items.map((one) => signedIn(one, "seller_fee") ?? 0)) ||
    (invoice && signedIn(invoice, "total_seller_fee"))
  return fees ? { fees, fee_parts } : null
}

function feePart(fee: Fields<WireFee>): FeePart {
  const key = fee.text("fee_type_key")
  const name = fee.text("fee_type_name")
  return {
    kind: feeKindOf(key, name),
    name: name ?? key ?? "",
    amount: signedIn(fee, "final_amount") ?? 0,
  }
}

/** One part for all items. */
function addUp(parts: FeePart[]): FeePart[] {
  const by_name = new Map<string, FeePart>()
  for (const part of parts) {
    const id = `${part.kind} ${part.name}`
    const before = by_name.get(id)?.amount ?? 0
    by_name.set(id, { ...part, amount: before + part.amount })
  }
  return [...by_name.values()].filter(({ amount }) => amount !== 0)
}

/**
 * Fees that are kept are negative. Positive ones stay only where they explain an income above
 * the price: then they are paid back.
 */
function withSign(
  { fees, fee_parts }: ToldFees,
  rows: number,
  income: number | null
): ToldFees {
  return fees <= 0 || rows + fees === income
    ? { fees, fee_parts }
    : {
        fees: -fees,
        fee_parts: fee_parts.map((part) => ({ ...part, amount: -part.amount })),
      }
}

/** Price less the discounts, as `row_total` is made. */
function rowTotalOf(item: Fields<WireItem>): number {
  const money = readItem(item, true)
  return Math.round(grossOf(money) - money.discount)
}

function detailOf(item: Fields<WireItem>): number {
  const detail = item.object<WireIncome>("seller_income_detail")
  return (detail && signedIn(detail, "seller_income")) ?? rowTotalOf(item)
}
