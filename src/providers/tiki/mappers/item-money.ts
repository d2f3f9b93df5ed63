import { MappingError } from "../../../domain/provider/mapping-error"
import { Amount } from "../../../domain/shared/amount"
import {
  WireCouponShares,
  WireIncome,
  WireIncomeDiscount,
  WireItem,
  WireItemInvoice,
  WireShippingShares,
} from "../types"
import { isRefused } from "./confirmation"
import { Fields } from "./fields"
import { amountIn, decimalIn, hintIn, ifReadable } from "./figures"

/** An item's figures; discounts may have decimals. */
export type ItemMoney = {
  quantity: number
  unit_price: Amount
  discount: number
  sellers: number
  is_own: boolean
  is_refused: boolean
  is_gift: boolean
}

/** An item, and whether the subtotal holds it. */
export type CountedItem = ItemMoney & { is_counted: boolean }

export const grossOf = ({ unit_price, quantity }: ItemMoney) =>
  unit_price * quantity

/** Which items a subtotal may hold; the first that explains it is taken. */
const BASES: ((item: ItemMoney) => boolean)[] = [
  (item) => item.is_own,
  () => true,
  (item) => item.is_own && !item.is_refused,
  (item) => item.is_own && !item.is_gift,
  (item) => item.is_own && !item.is_refused && !item.is_gift,
]

/**
 * The subtotal as the sum of items that it holds, or as stated when it fits no items. Those
 * it leaves out have no discount, and other sellers' no price.
 */
export function countItems(
  items: ItemMoney[],
  stated: Amount | null
): { subtotal: Amount; counted: CountedItem[] } {
  const grossIn = (isCounted: (item: ItemMoney) => boolean) =>
    sum(items.filter(isCounted).map(grossOf))
  const within = (most: Amount) => (isCounted: (item: ItemMoney) => boolean) =>
    stated === null || Math.abs(grossIn(isCounted) - stated) <= most
  const basis = BASES.find(within(0)) ?? BASES.find(within(unitsOf(items)))
  const isCounted = basis ?? BASES[1]
  return {
    subtotal: basis || stated === null ? grossIn(isCounted) : stated,
    counted: items.map((item) => {
      const is_counted = isCounted(item)
      const discounts = is_counted ? {} : { discount: 0, sellers: 0 }
      const unit_price = is_counted || item.is_own ? item.unit_price : 0
      return { ...item, ...discounts, unit_price, is_counted }
    }),
  }
}

export function readItem(item: Fields<WireItem>, is_own: boolean): ItemMoney {
  const invoice = item.object<WireItemInvoice>("invoice")
  const is_gift = item.flag("is_free_gift")
  const unit_price =
    amountIn(item, "price") ??
    (invoice && amountIn(invoice, "price")) ??
    (is_gift ? 0 : null)
  if (unit_price === null) {
    throw new MappingError(item.at("price"), "is missing")
  }
  const quantity = quantityOf(item)
  const whole = unit_price * quantity
  const row_total = invoice ? decimalIn(invoice, "row_total") : null
  const discount = Math.min(
    whole,
    (invoice ? decimalIn(invoice, "discount_amount") : null) ??
      Math.max(whole - (row_total ?? whole), 0)
  )
  return {
    quantity,
    unit_price,
    discount,
    sellers: Math.min(discount, sellersCoupon(item, invoice)),
    is_own,
    is_refused: isRefused(item),
    is_gift,
  }
}

/** Whole units; `1.00` is one as well. */
function quantityOf(item: Fields<WireItem>): number {
  const quantity = item.parsed("qty", (text) => {
    const count = /^\d+(\.0+)?$/.test(text) ? Number(text) : NaN
    if (!Number.isSafeInteger(count)) {
      throw new RangeError(`"${text}" is no count`)
    }
    return count
  })
  if (!quantity) {
    throw new MappingError(item.at("qty"), "is no quantity")
  }
  return quantity
}

/** What the seller pays of the item's coupon. */
function sellersCoupon(
  item: Fields<WireItem>,
  invoice: Fields<WireItemInvoice> | null
): number {
  const shares = ifReadable(
    () =>
      incomeDiscount(item)?.object<WireCouponShares>("discount_coupon") ?? null
  )
  const seller = hintIn(shares, "seller_discount")
  // The detail is filled late; until then the flag tells.
  if (seller + hintIn(shares, "platform_discount") > 0) {
    return seller
  }
  return ifReadable(() => invoice?.flag("is_seller_discount_coupon") ?? null)
    ? hintIn(invoice, "discount_coupon")
    : 0
}

/** What the seller pays of the item's shipping; `sellerDiscount` would be Tiki's part as well. */
export function sellersShipping(item: Fields<WireItem>): number {
  const shares = ifReadable(
    () =>
      incomeDiscount(item)?.object<WireShippingShares>(
        "discount_shipping_fee"
      ) ?? null
  )
  return hintIn(shares, "seller_subsidy")
}

function incomeDiscount(
  item: Fields<WireItem>
): Fields<WireIncomeDiscount> | null {
  const income = item.object<WireIncome>("seller_income_detail")
  return income?.object<WireIncomeDiscount>("discount") ?? null
}

/** Also the most that rounded prices may be off: half a đồng each, and half for their sum. */
export function unitsOf(items: ItemMoney[]): number {
  return sum(items.map(({ quantity }) => quantity))
}

export function sum(amounts: number[]): number {
  return amounts.reduce((total, one) => total + one, 0)
}
