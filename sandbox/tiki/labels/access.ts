import { createHash } from "node:crypto"
import { Order } from "../orders/order"
import { TikiTwin } from "../twin"

/** Printed after the confirmation, and not any more once the order has ended. */
export function hasLabel({ confirmed_at, status }: Order): boolean {
  return confirmed_at !== null && status !== "canceled" && status !== "closed"
}

/** False while it is still being made. */
export function isMade({ confirmed_at }: Order, twin: TikiTwin): boolean {
  const { label_delay_seconds } = twin.options
  return (
    confirmed_at !== null &&
    twin.clock.seconds() >= confirmed_at + label_delay_seconds
  )
}

/** Where the page is; who has the address needs nothing else to open it. */
export function labelAddress(
  order: Order,
  twin: TikiTwin,
  kind: "label" | "stamp"
): string {
  return `${twin.base_url}/tiki/labels/${order.code}/${kind}.html?key=${keyOf(order)}`
}

export function opens(order: Order, key: unknown): boolean {
  return key === keyOf(order)
}

function keyOf({ code, create_time }: Order): string {
  return createHash("sha256")
    .update(`label ${code} ${create_time}`)
    .digest("hex")
    .slice(0, 24)
}
