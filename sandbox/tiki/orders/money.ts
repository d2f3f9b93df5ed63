import { Item, Order, ownItems } from "./order"

/** Sums of an invoice, in đồng. */
export type Invoice = {
  items_count: number
  items_quantity: number
  subtotal: number
  discount: number
  coupon: number
  tikixu: number
  shipping: number
  grand_total: number
}

export const subtotalOf = ({ price, quantity }: Item) => price * quantity
export const couponOf = ({ seller_discount, platform_discount }: Item) =>
  seller_discount + platform_discount
export const discountOf = (item: Item) => couponOf(item) + item.tikixu
/** `row_total = subtotal − discount_amount`. */
export const rowTotalOf = (item: Item) => subtotalOf(item) - discountOf(item)

/**
 * The order's invoice: `grand_total = subtotal − discount + shipping`. Items of other
 * sellers are not in it.
 * @param without_refused leaves refused items out.
 */
export function invoiceOf(order: Order, without_refused: boolean): Invoice {
  const items = ownItems(order).filter(
    ({ confirmation }) =>
      order.status === "canceled" ||
      !without_refused ||
      confirmation !== "seller_canceled"
  )
  const sum = (amount: (item: Item) => number) =>
    items.reduce((total, item) => total + amount(item), 0)
  const [subtotal, discount] = [sum(subtotalOf), sum(discountOf)]
  const shipping = order.shipping.fee
  return {
    items_count: items.length,
    items_quantity: sum(({ quantity }) => quantity),
    subtotal,
    discount,
    coupon: sum(couponOf),
    tikixu: sum(({ tikixu }) => tikixu),
    shipping,
    grand_total: subtotal - discount + shipping,
  }
}

/** A fee Tiki keeps; `amount` is negative. */
export type Fee = { key: string; name: string; amount: number }

/** Items that the seller is paid for. */
export const earning = (order: Order) =>
  ownItems(order).filter(
    ({ confirmation }) => confirmation !== "seller_canceled"
  )

/** What Tiki keeps of a completed item; nothing of one that the seller refused. */
export function feesOf(item: Item): Fee[] {
  const row = rowTotalOf(item)
  return row === 0 || item.confirmation === "seller_canceled"
    ? []
    : [
        {
          key: "commission_fee",
          name: "Phí hoa hồng",
          amount: -Math.round(row * 0.1),
        },
        {
          key: "payment_fee",
          name: "Phí thanh toán",
          amount: -Math.round(row * 0.01),
        },
        { key: "base_fee", name: "Phí cơ bản", amount: -8000 },
      ]
}
