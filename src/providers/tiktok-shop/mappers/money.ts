import {
  NeutralOrderLine,
  OrderMoney,
} from "../../../domain/orders/neutral-order"
import { MappingError } from "../../../domain/provider/mapping-error"
import { WirePayment } from "../types"
import { Fields } from "./fields"

/**
 * The buyer's side of the money, as TikTok states it; nothing is computed that it says.
 *
 * - The shipping fee is the one before its discounts. What TikTok and the seller fund
 *   together counts as the platform's.
 * - Handling, service, insurance and small-order fees have no field of their own: they
 *   are the rest of `total`.
 */
export function mapMoney(
  payment: Fields<WirePayment>,
  currency_code: string,
  lines: NeutralOrderLine[]
): OrderMoney {
  const amount = (name: keyof WirePayment & string) =>
    payment.amount(name, currency_code)
  const total = payment.amountIfGiven("total_amount", currency_code)
  if (total === null) {
    throw new MappingError(payment.at("total_amount"), "is missing")
  }
  const shipping_seller_discount = amount("shipping_fee_seller_discount")
  const shipping_platform_discount =
    amount("shipping_fee_platform_discount") +
    amount("shipping_fee_cofunded_discount")
  return {
    subtotal:
      payment.amountIfGiven("original_total_product_price", currency_code) ??
      sum(lines.map((line) => line.unit_price * line.quantity)),
    seller_discount: amount("seller_discount"),
    platform_discount: amount("platform_discount"),
    shipping_fee:
      payment.amountIfGiven("original_shipping_fee", currency_code) ??
      amount("shipping_fee") +
        shipping_seller_discount +
        shipping_platform_discount,
    shipping_seller_discount,
    shipping_platform_discount,
    tax:
      payment.amountIfGiven("tax", currency_code) ??
      amount("product_tax") + amount("shipping_fee_tax"),
    total,
  }
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, one) => total + one, 0)
}
