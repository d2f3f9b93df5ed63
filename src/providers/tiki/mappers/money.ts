import {
  NeutralOrderLine,
  OrderMoney,
} from "../../../domain/orders/neutral-order"
import { MappingError } from "../../../domain/provider/mapping-error"
import { Amount } from "../../../domain/shared/amount"
import { WireInvoice, WireItem } from "../types"
import { roundTogether, splitBy } from "./allocate"
import { Fields } from "./fields"
import { amountIn, hintIn } from "./figures"
import {
  CountedItem,
  countItems,
  grossOf,
  readItem,
  sellersShipping,
  sum,
  unitsOf,
} from "./item-money"

/** Tiki sells in Vietnam, in đồng. */
export const CURRENCY = "vnd"

/** What a line says of its own money. */
export type LineMoney = Pick<
  NeutralOrderLine,
  "quantity" | "unit_price" | "seller_discount" | "platform_discount"
>

/**
 * The buyer's side of the money, for the order and for its items in their order. Whatever
 * Tiki states with parts of a đồng is rounded half up; `grand_total` is what counts.
 *
 * - A discount is the seller's as far as the item says so (its income detail, or the
 *   coupon's flag), else the platform's. Never `discount_percent`: on the order it is the
 *   sum of the items' percentages.
 * - The subtotal is what the items cost. Which of them tells the stated one: items of
 *   another seller, which have leaked into orders, cost nothing when it leaves them out.
 * - What else lowers `grand_total` is the platform's discount, whatever its name: coupon,
 *   gift card, a replacement that is free, rounding. What no field names is first what
 *   refused items would have cost.
 * - Handling and other fees have no field of their own: they are the rest of `total`.
 *
 * @param isOwn false for another seller's item.
 * @throws {MappingError} naming the figure that cannot be understood.
 */
export function mapMoney(
  invoice: Fields<WireInvoice>,
  items: Fields<WireItem>[],
  isOwn: (item: Fields<WireItem>) => boolean
): { money: OrderMoney; lines: LineMoney[] } {
  const total = amountIn(invoice, "grand_total")
  if (total === null) {
    throw new MappingError(invoice.at("grand_total"), "is missing")
  }
  const after_discount =
    amountIn(invoice, "shipping_amount_after_discount") ?? 0
  const shipping_discount = amountIn(invoice, "shipping_discount_amount") ?? 0
  const { subtotal, counted } = countItems(
    items.map((item) => readItem(item, isOwn(item))),
    amountIn(invoice, "subtotal")
  )
  const lowered = subtotal + after_discount - total
  const lines = discountItems(counted, invoice, lowered)
  const discounts = {
    seller_discount: sum(lines.map((line) => line.seller_discount)),
    platform_discount: sum(lines.map((line) => line.platform_discount)),
  }
  const taken = discounts.seller_discount + discounts.platform_discount
  const off_shipping = Math.min(Math.max(lowered - taken, 0), after_discount)
  // Prices that were rounded down, and no discount to make up for it.
  const missing = taken - lowered
  const rounding = missing > 0 && missing <= unitsOf(counted) ? missing : 0
  const shipping_seller_discount = Math.min(
    shipping_discount,
    sum(roundTogether(items.map(sellersShipping)))
  )
  return {
    lines,
    money: {
      subtotal,
      ...discounts,
      shipping_fee: after_discount + shipping_discount + rounding,
      shipping_seller_discount,
      shipping_platform_discount:
        shipping_discount - shipping_seller_discount + off_shipping,
      tax: 0,
      total,
    },
  }
}

/**
 * The items' own discounts, and what else lowers the total.
 * @param lowered by how much the total is lower than what all of it would cost.
 */
function discountItems(
  items: CountedItem[],
  invoice: Fields<WireInvoice>,
  lowered: number
): LineMoney[] {
  const own = roundTogether(items.map((item) => item.discount))
  const sellers = roundTogether(items.map((item) => item.sellers))
  const too_much = sum(own) - Math.max(lowered, 0)
  if (too_much > 0 && too_much <= unitsOf(items)) {
    splitBy(too_much, own).forEach((part, index) => {
      own[index] -= part
    })
  }
  const named = Math.min(discountsOf(invoice), lowered + feesOf(invoice))
  const costs = items.map((item, index) => grossOf(item) - own[index])
  const all = [...own]
  const take = (amount: Amount, takes: (item: CountedItem) => boolean) => {
    const left = items.map((item, index) =>
      item.is_counted && takes(item)
        ? costs[index] - (all[index] - own[index])
        : 0
    )
    splitBy(Math.max(amount, 0), left).forEach((part, index) => {
      all[index] += part
    })
  }
  take(named - sum(own), () => true)
  take(lowered - sum(all), (item) => item.is_refused)
  take(lowered - sum(all), () => true)
  return items.map(({ quantity, unit_price }, index) => {
    const seller_discount = Math.min(sellers[index], own[index])
    return {
      quantity,
      unit_price,
      seller_discount,
      platform_discount: all[index] - seller_discount,
    }
  })
}

/** What the order names as discounts; `discount_amount` is their sum, where it is there. */
function discountsOf(invoice: Fields<WireInvoice>): Amount {
  const parts = (
    [
      "discount_coupon",
      "discount_tikixu",
      "discount_promotion",
      "discount_other",
    ] as const
  ).map((name) => hintIn(invoice, name))
  const discount = Math.max(hintIn(invoice, "discount_amount"), sum(parts))
  return Math.round(discount + hintIn(invoice, "gift_card_amount"))
}

function feesOf(invoice: Fields<WireInvoice>): Amount {
  return Math.round(
    hintIn(invoice, "handling_fee") + hintIn(invoice, "other_fee")
  )
}
