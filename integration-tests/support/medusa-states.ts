import { MedusaContainer } from "@medusajs/framework/types"
import { orderLevelOf } from "./levels"
import { medusaOrder, OrderAnswer } from "./orders"

/** What an order of so many units does to Medusa: its order, its returns and the shelf. */
export type MedusaState = {
  /** `status`, `fulfillment_status` and `payment_status`. */
  order: [string, string, string]
  returns: string[]
  /** By how much the SKU's numbers differ from those before the order came. */
  stocked: number
  reserved: number
}

const UNITS = 2

/** The goods are on the shelf and kept for the buyer. */
const kept = (payment: string): MedusaState => ({
  order: ["pending", "not_fulfilled", payment],
  returns: [],
  stocked: 0,
  reserved: UNITS,
})
/** The goods have left the count. */
const gone = (order: MedusaState["order"], ...returns: string[]) => ({
  order,
  returns,
  stocked: -UNITS,
  reserved: 0,
})

/** Where a status brings the Medusa order of {@link UNITS} units, in the words of the tables. */
export const MEDUSA_STATES = {
  "pending, reserved": kept("captured"),
  "pending, reserved, not paid": kept("not_paid"),
  "fulfilled and shipped": gone(["pending", "shipped", "captured"]),
  "delivered, completed": gone(["completed", "delivered", "captured"]),
  "shipped, return requested": gone(
    ["pending", "shipped", "captured"],
    "requested"
  ),
  "completed, return requested": gone(
    ["completed", "delivered", "captured"],
    "requested"
  ),
  "return received, restocked": {
    ...gone(["pending", "shipped", "captured"], "received"),
    stocked: 0,
  },
  "canceled, released": {
    order: ["canceled", "not_fulfilled", "refunded"],
    returns: [],
    stocked: 0,
    reserved: 0,
  },
  "canceled, released, never paid": {
    order: ["canceled", "not_fulfilled", "canceled"],
    returns: [],
    stocked: 0,
    reserved: 0,
  },
} satisfies Record<string, MedusaState>
export type MedusaStateName = keyof typeof MEDUSA_STATES

/** @param before the SKU's numbers before the order came. */
export async function readMedusaState(
  shop: { readonly container: MedusaContainer },
  order: Pick<OrderAnswer, "medusa_order_id">,
  sku: string,
  before: { stocked: number; reserved: number }
): Promise<MedusaState> {
  const { status, fulfillment_status, payment_status, returns } =
    await medusaOrder(shop, order)
  const now = await orderLevelOf(shop, sku)
  return {
    order: [status, fulfillment_status, payment_status],
    returns: returns.map((one) => one.status),
    stocked: now.stocked - before.stocked,
    reserved: now.reserved - before.reserved,
  }
}
