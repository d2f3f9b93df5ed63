import { Order, Unit } from "../orders/order"

/** Signed đồng by TikTok's keys: what is kept is negative. */
export type Amounts = Record<string, number>

/** What makes up a settled amount; every sum is a plain one. */
export type Breakdown = {
  readonly revenue: Amounts
  readonly shipping: Amounts
  readonly fee: Amounts
  readonly tax: Amounts
}

/** What TikTok settles for the units of one SKU. */
export type SkuShare = Breakdown & {
  readonly sku_id: string
  readonly sku_name: string
  readonly product_name: string
  readonly quantity: number
}

export const sumOf = (amounts: Amounts): number =>
  Object.values(amounts).reduce((sum, one) => sum + one, 0)

export function addBreakdowns(all: readonly Breakdown[]): Breakdown {
  const add = (part: keyof Breakdown) =>
    all.reduce<Amounts>((sums, one) => {
      for (const [key, amount] of Object.entries(one[part])) {
        sums[key] = (sums[key] ?? 0) + amount
      }
      return sums
    }, {})
  return {
    revenue: add("revenue"),
    shipping: add("shipping"),
    fee: add("fee"),
    tax: add("tax"),
  }
}

const COMMISSION = 0.04
const PAYMENT = 0.05
const INFRASTRUCTURE = 3_000
const VAT = 0.01
const INCOME_TAX = 0.005

/**
 * What an order brings by SKU. Discounts of the platform are not the seller's, so they lower
 * nothing here. Shipping and the fee for infrastructure stand with the first SKU.
 * @param refunded these units are paid back: revenue, commission and taxes go the other way.
 */
export function settleUnits(
  order: Order,
  units: readonly Unit[],
  refunded: boolean
): SkuShare[] {
  const sku_ids = [...new Set(units.map(({ sku_id }) => sku_id))]
  return sku_ids.map((sku_id, place) => {
    const own = units.filter((unit) => unit.sku_id === sku_id)
    const [{ sku_name, product_name }] = own
    const breakdown = refunded ? refundOf(own) : saleOf(order, own, place === 0)
    return {
      sku_id,
      sku_name,
      product_name,
      quantity: own.length,
      ...breakdown,
    }
  })
}

const total = (units: readonly Unit[], amount: (unit: Unit) => number) =>
  units.reduce((sum, unit) => sum + amount(unit), 0)

const taxesOn = (revenue: number): Amounts => ({
  local_vat_amount: -Math.round(revenue * VAT),
  pit_amount: -Math.round(revenue * INCOME_TAX),
})

function saleOf(order: Order, units: Unit[], is_first: boolean): Breakdown {
  const price = total(units, (unit) => unit.original_price)
  const by_seller = total(units, (unit) => unit.seller_discount)
  const by_platform = total(units, (unit) => unit.platform_discount)
  const revenue = price - by_seller
  const { fee, seller_discount, platform_discount } = order.shipping
  return {
    revenue: {
      subtotal_before_discount_amount: price,
      seller_discount_amount: -by_seller,
    },
    shipping: is_first
      ? {
          actual_shipping_fee_amount: -fee,
          shipping_fee_discount_amount: platform_discount,
          customer_paid_shipping_fee_amount:
            fee - seller_discount - platform_discount,
        }
      : {},
    fee: {
      platform_commission_amount: -Math.round(revenue * COMMISSION),
      transaction_fee_amount: -Math.round((revenue - by_platform) * PAYMENT),
      ...(is_first ? { vn_fix_infrastructure_fee: -INFRASTRUCTURE } : {}),
    },
    tax: taxesOn(revenue),
  }
}

/** The fee for the payment is not given back. */
function refundOf(units: Unit[]): Breakdown {
  const price = total(units, (unit) => unit.original_price)
  const by_seller = total(units, (unit) => unit.seller_discount)
  const revenue = price - by_seller
  return {
    revenue: {
      refund_subtotal_before_discount_amount: -price,
      seller_discount_refund_amount: by_seller,
    },
    shipping: {},
    fee: { platform_commission_amount: Math.round(revenue * COMMISSION) },
    tax: taxesOn(-revenue),
  }
}
