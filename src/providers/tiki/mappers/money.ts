import {
  NeutralOrderLine,
  OrderMoney,
} from "../../../domain/orders/neutral-order"
import { MappingError } from "../../../domain/provider/mapping-error"
import { Amount } from "../../../domain/shared/amount"
import {
  WireCouponShares,
  WireIncome,
  WireIncomeDiscount,
  WireInvoice,
  WireItem,
  WireItemInvoice,
  WireShippingShares,
} from "../types"
import { roundTogether, splitBy } from "./allocate"
import { Fields } from "./fields"

/** Tiki sells in Vietnam, in đồng. */
export const CURRENCY = "vnd"

/** What a line says of its own money. */
export type LineMoney = Pick<
  NeutralOrderLine,
  "quantity" | "unit_price" | "seller_discount" | "platform_discount"
>

/**
 * The buyer's side of the money, as Tiki states it, for the order and for its items in
 * their order.
 *
 * - Prices, subtotal, shipping and `grand_total` have to be whole đồng. Discounts of
 *   items come with decimals where Tiki shared one out: they are rounded together, so
 *   that their sum stays.
 * - A discount is the seller's as far as the item says so (its income detail, or the
 *   coupon's flag), else the platform's. Never `discount_percent`: on the order it is the
 *   sum of the items' percentages.
 * - What the order's `discount_amount` holds beyond the items' is shared out by what they
 *   still cost, as the platform's, as far as `grand_total` bears it out.
 * - Items of another seller, which have leaked into orders, cost nothing here when the
 *   subtotal leaves them out.
 * - Handling and other fees have no field of their own: they are the rest of `total`.
 *
 * @param isOwn false for another seller's item.
 */
export function mapMoney(
  invoice: Fields<WireInvoice>,
  items: Fields<WireItem>[],
  isOwn: (item: Fields<WireItem>) => boolean
): { money: OrderMoney; lines: LineMoney[] } {
  const amount = (name: keyof WireInvoice & string) =>
    invoice.amount(name, CURRENCY)
  const total = invoice.amountIfGiven("grand_total", CURRENCY)
  if (total === null) {
    throw new MappingError(invoice.at("grand_total"), "is missing")
  }
  const after_discount = amount("shipping_amount_after_discount")
  const shipping_discount = amount("shipping_discount_amount")
  const all = items.map(readItem)
  const own = all.map((one, index) => (isOwn(items[index]) ? one : free(one)))
  const subtotal =
    invoice.amountIfGiven("subtotal", CURRENCY) ?? sum(all.map(grossOf))
  const stated = subtotal === sum(own.map(grossOf)) ? own : all
  const discount = Math.min(
    amount("discount_amount"),
    subtotal + after_discount - total
  )
  const lines = shareOut(stated, discount)
  const shipping_seller_discount = Math.min(
    shipping_discount,
    sum(roundTogether(items.map(sellersShipping)))
  )
  return {
    lines,
    money: {
      subtotal,
      seller_discount: sum(lines.map((line) => line.seller_discount)),
      platform_discount: sum(lines.map((line) => line.platform_discount)),
      shipping_fee: after_discount + shipping_discount,
      shipping_seller_discount,
      shipping_platform_discount: shipping_discount - shipping_seller_discount,
      tax: 0,
      total,
    },
  }
}

/** An item's figures; discounts may have decimals. */
type ItemMoney = {
  quantity: number
  unit_price: Amount
  discount: number
  sellers: number
}

const grossOf = ({ unit_price, quantity }: ItemMoney) => unit_price * quantity

const free = ({ quantity }: ItemMoney): ItemMoney => ({
  quantity,
  unit_price: 0,
  discount: 0,
  sellers: 0,
})

function readItem(item: Fields<WireItem>): ItemMoney {
  const invoice = item.object<WireItemInvoice>("invoice")
  const quantity = item.count("qty")
  if (!quantity) {
    throw new MappingError(item.at("qty"), "is no quantity")
  }
  const unit_price =
    item.amountIfGiven("price", CURRENCY) ??
    invoice?.amountIfGiven("price", CURRENCY) ??
    (item.flag("is_free_gift") ? 0 : null)
  if (unit_price === null) {
    throw new MappingError(item.at("price"), "is missing")
  }
  const whole = unit_price * quantity
  const row_total = invoice ? decimal(invoice, "row_total") : null
  const discount = Math.min(
    whole,
    (invoice ? decimal(invoice, "discount_amount") : null) ??
      Math.max(whole - (row_total ?? whole), 0)
  )
  const sellers = Math.min(discount, sellersCoupon(item, invoice))
  return { quantity, unit_price, discount, sellers }
}

/** What the seller pays of the item's coupon. */
function sellersCoupon(
  item: Fields<WireItem>,
  invoice: Fields<WireItemInvoice> | null
): number {
  const shares =
    incomeDiscount(item)?.object<WireCouponShares>("discount_coupon")
  const seller = shares ? (decimal(shares, "seller_discount") ?? 0) : 0
  const platform = shares ? (decimal(shares, "platform_discount") ?? 0) : 0
  // The detail is filled late; until then the flag tells.
  if (seller + platform > 0) {
    return seller
  }
  return invoice?.flag("is_seller_discount_coupon")
    ? (decimal(invoice, "discount_coupon") ?? 0)
    : 0
}

/** What the seller pays of the item's shipping; `sellerDiscount` would be Tiki's part as well. */
function sellersShipping(item: Fields<WireItem>): number {
  const shares = incomeDiscount(item)?.object<WireShippingShares>(
    "discount_shipping_fee"
  )
  return shares ? (decimal(shares, "seller_subsidy") ?? 0) : 0
}

function incomeDiscount(
  item: Fields<WireItem>
): Fields<WireIncomeDiscount> | null {
  const income = item.object<WireIncome>("seller_income_detail")
  return income?.object<WireIncomeDiscount>("discount") ?? null
}

function shareOut(items: ItemMoney[], discount: Amount): LineMoney[] {
  const own = roundTogether(items.map((item) => item.discount))
  const sellers = roundTogether(items.map((item) => item.sellers))
  const left = items.map((item, index) => grossOf(item) - own[index])
  const more = splitBy(Math.max(discount - sum(own), 0), left)
  return items.map(({ quantity, unit_price }, index) => {
    const seller_discount = Math.min(sellers[index], own[index])
    return {
      quantity,
      unit_price,
      seller_discount,
      platform_discount: own[index] - seller_discount + more[index],
    }
  })
}

/** A sum of money that may hold parts of a đồng, never negative. */
function decimal<Wire extends object>(
  fields: Fields<Wire>,
  name: keyof Wire & string
): number | null {
  return fields.parsed(name, (text) => {
    if (!/^\d+(\.\d+)?$/.test(text) || !(Number(text) < 2 ** 53)) {
      throw new RangeError(`"${text}" is no amount of money`)
    }
    return Number(text)
  })
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, one) => total + one, 0)
}
