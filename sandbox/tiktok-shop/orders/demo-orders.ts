import { DEMO_CATALOGUE } from "../../demo-catalogue"
import { Random } from "../../shared/random"
import { PathStatus } from "./life-cycle"
import { OrderInput, OrderLineInput } from "./place-order"

/** How often each kind of order comes, about as in a small shop. */
const MIX = {
  unpaid: 4,
  on_hold: 5,
  awaiting_shipment: 16,
  awaiting_collection: 10,
  in_transit: 14,
  delivered: 10,
  completed: 22,
  cash_on_delivery: 6,
  cancelled_unpaid: 3,
  cancelled_by_buyer: 3,
  cancelled_by_seller: 2,
  cancelled_after_collection: 2,
  refunded_before_collection: 1,
  partly_cancelled: 1,
  sample: 1,
  by_tiktok: 1,
} as const
type Kind = keyof typeof MIX

const STATUS: Record<Kind, PathStatus> = {
  unpaid: "UNPAID",
  on_hold: "ON_HOLD",
  awaiting_shipment: "AWAITING_SHIPMENT",
  awaiting_collection: "AWAITING_COLLECTION",
  in_transit: "IN_TRANSIT",
  delivered: "DELIVERED",
  completed: "COMPLETED",
  cash_on_delivery: "IN_TRANSIT",
  cancelled_unpaid: "UNPAID",
  cancelled_by_buyer: "AWAITING_SHIPMENT",
  cancelled_by_seller: "AWAITING_SHIPMENT",
  cancelled_after_collection: "IN_TRANSIT",
  refunded_before_collection: "COMPLETED",
  partly_cancelled: "AWAITING_SHIPMENT",
  sample: "AWAITING_SHIPMENT",
  by_tiktok: "DELIVERED",
}

/** How long an order takes to get so far, in seconds after placing. */
export const STEP_AFTER: Record<PathStatus, number> = {
  UNPAID: 0,
  ON_HOLD: 95,
  AWAITING_SHIPMENT: 3_700,
  AWAITING_COLLECTION: 14_400,
  IN_TRANSIT: 72_000,
  DELIVERED: 259_200,
  COMPLETED: 864_000,
}

const CANCELS: Partial<Record<Kind, NonNullable<OrderInput["cancel"]>>> = {
  cancelled_unpaid: { by: "SYSTEM", reason: "Quá hạn thanh toán" },
  cancelled_by_buyer: { by: "BUYER", reason: "Không còn nhu cầu mua" },
  cancelled_by_seller: {
    by: "SELLER",
    reason: "seller_cancel_reason_out_of_stock",
  },
  cancelled_after_collection: { by: "SYSTEM", reason: "Giao không thành công" },
  partly_cancelled: { by: "SELLER", reason: "Hết hàng", units: 1 },
}

/**
 * Plans orders with the mix of a real shop: every status, cash on delivery, all kinds
 * of cancelling, samples, gifts, sets, units of several SKUs, discounts on both sides.
 * The same seed plans the same orders.
 *
 * @param now seconds, UTC; the orders were placed over the time before it.
 */
export function demoOrders(
  count: number,
  seed: number,
  now: number
): OrderInput[] {
  const random = new Random(seed)
  return Array.from({ length: count }, () => demoOrder(random, now))
}

function demoOrder(random: Random, now: number): OrderInput {
  const kind = random.weighted(MIX)
  const status = STATUS[kind]
  const age = STEP_AFTER[status] + random.integer(60, 3_000)
  const older = status === "COMPLETED" ? random.integer(0, 14 * 86_400) : 0
  const lines = pickLines(random)
  if (kind === "partly_cancelled") {
    lines[0].quantity = (lines[0].quantity ?? 1) + 1
  }
  const fee = random.pick([16_500, 25_000, 32_000])
  return {
    lines,
    status,
    history: true,
    refunded_before_collection: kind === "refunded_before_collection",
    kind: kind === "sample" ? "sample" : "sale",
    is_cod: kind === "cash_on_delivery" || isOftenCod(kind, random),
    fulfilled_by_tiktok: kind === "by_tiktok",
    shipping_type: random.chance(0.9) ? "TIKTOK" : "SELLER",
    ...(kind === "sample"
      ? {}
      : {
          shipping: {
            fee,
            platform_discount: random.chance(0.6) ? Math.min(fee, 20_000) : 0,
            seller_discount: 0,
          },
        }),
    user_id: `7490000000000${random.integer(100_000, 999_999)}`,
    create_time: now - age - older,
    ...(CANCELS[kind] ? { cancel: CANCELS[kind] } : {}),
  }
}

/** Cash on delivery is never unpaid, never refunded before it is collected. */
function isOftenCod(kind: Kind, random: Random): boolean {
  const kinds: Kind[] = [
    "awaiting_shipment",
    "awaiting_collection",
    "delivered",
  ]
  return random.chance(0.15) && kinds.includes(kind)
}

const SELLABLE = DEMO_CATALOGUE.flatMap(({ skus }) => skus).filter(
  ({ seller_sku }) => seller_sku !== ""
)

function pickLines(random: Random): OrderLineInput[] {
  const skus = random
    .shuffled(SELLABLE)
    .slice(0, random.pick([1, 1, 1, 2, 2, 3]))
  const lines: OrderLineInput[] = skus.map(({ seller_sku, price }) => ({
    seller_sku,
    quantity: random.pick([1, 1, 1, 2, 2, 3]),
    seller_discount: random.chance(0.3)
      ? Math.floor(price / 10_000) * 1_000
      : 0,
    platform_discount: random.chance(0.25) ? random.integer(1, 9) * 500 : 0,
  }))
  if (random.chance(0.05)) {
    lines.push({ seller_sku: "CHEN-DO-60", quantity: 1, gift: true })
  }
  return lines
}
