import { JsonObject } from "../../../src/domain/shared/json"
import { Order } from "../orders/order"
import { Package } from "../packages/package"
import { Product } from "../products/product"

/** Number and subscription name of the messages the twin sends. */
export const EVENT_TYPES = {
  ORDER_STATUS_CHANGE: 1,
  RECIPIENT_ADDRESS_UPDATE: 3,
  PACKAGE_UPDATE: 4,
  PRODUCT_STATUS_CHANGE: 5,
  SELLER_DEAUTHORIZATION: 6,
  UPCOMING_AUTHORIZATION_EXPIRATION: 7,
  CANCELLATION_STATUS_CHANGE: 11,
  RETURN_STATUS_CHANGE: 12,
  PRODUCT_INFORMATION_CHANGE: 15,
  PRODUCT_CREATION: 16,
} as const
export type EventType = keyof typeof EVENT_TYPES

export type Message = {
  /** The number, also one that no subscription knows. */
  type: number
  shop_id?: string
  seller_open_id?: string
  data: JsonObject
}

/** Messages of these types carry `product_id` as a bare number beyond 2^53. */
const BARE_PRODUCT_ID: readonly number[] = [5, 15, 16]

/**
 * The body of a message, in the order TikTok writes its fields.
 * @param now seconds, UTC.
 */
export function writeMessage(
  message: Message,
  notification_id: string,
  now: number
): string {
  const { type, shop_id, seller_open_id, data } = message
  const text = JSON.stringify({
    type,
    tts_notification_id: notification_id,
    ...(shop_id ? { shop_id } : {}),
    ...(seller_open_id ? { seller_open_id } : {}),
    timestamp: now,
    data,
  })
  return BARE_PRODUCT_ID.includes(type)
    ? text.replace(/"product_id":"(\d+)"/g, '"product_id":$1')
    : text
}

/** Webhooks call a cancelled order `CANCEL` where the API says `CANCELLED`. */
export function orderStatusMessage(
  order: Order,
  shown_status: string
): Message {
  return {
    type: EVENT_TYPES.ORDER_STATUS_CHANGE,
    shop_id: order.shop_id,
    data: {
      order_id: order.id,
      order_status: shown_status === "CANCELLED" ? "CANCEL" : shown_status,
      is_on_hold_order: order.kind === "sale",
      update_time: order.update_time,
    },
  }
}

/** @param now seconds, UTC. */
export function productStatusMessage(
  { id, shop_id }: Pick<Product, "id" | "shop_id">,
  now: number
): Message {
  return {
    type: EVENT_TYPES.PRODUCT_STATUS_CHANGE,
    shop_id,
    data: {
      product_id: id,
      status: "PRODUCT_STATUS_CHANGED",
      suspended_reason: "",
      update_time: now,
    },
  }
}

/** Packages were put together or taken apart; tells nothing of their way. */
export function packageUpdateMessage(
  packages: Package[],
  change: "SPLIT" | "COMBINE" | "CANCEL_COMBINE",
  now: number
): Message {
  return {
    type: EVENT_TYPES.PACKAGE_UPDATE,
    shop_id: packages[0]?.shop_id,
    data: {
      sc_type: change,
      role_type: "SELLER",
      package_list: packages.map(({ id, order_ids }) => ({
        package_id: id,
        order_id_list: order_ids,
      })),
      update_time: now,
    },
  }
}
