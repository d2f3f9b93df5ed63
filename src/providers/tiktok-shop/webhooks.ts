import { MappingError } from "../../domain/provider/mapping-error"
import { WebhookMessage } from "../../domain/provider/receives-webhooks"
import { JsonValue } from "../../domain/shared/json"
import { parseLossless } from "../shared/json"
import { Fields, fieldsOf } from "./mappers/fields"

/** The envelope of every message ("TTS webhooks overview"). */
type WireMessage = {
  type?: number
  tts_notification_id?: string
  shop_id?: string
  seller_open_id?: string
  data?: object
}

type WireData = {
  order_id?: string
  product_id?: string
  sku_id?: string
  package_list?: WirePackageChange[]
  change_detail?: WireStockChange[]
}

type WireStockChange = { trigger_source?: string }

type WirePackageChange = { order_id_list?: string[] }

type Effect = WebhookMessage["effect"]

const ordersOf = (data: Fields<WireData>): Effect => ({
  kind: "orders_changed",
  order_external_ids: [data.required("order_id")],
})

const requestsOf = (data: Fields<WireData>): Effect => ({
  kind: "requests_changed",
  order_external_ids: [data.required("order_id")],
})

const productOf = (data: Fields<WireData>): Effect => ({
  kind: "listings_changed",
  product_external_ids: [data.required("product_id")],
})

/** What each type of message asks for; all others have no effect here. */
const EFFECTS = new Map<string, (data: Fields<WireData>) => Effect>([
  /* ORDER_STATUS_CHANGE */ ["1", ordersOf],
  /* RECIPIENT_ADDRESS_UPDATE */ ["3", ordersOf],
  /* PACKAGE_UPDATE */ ["4", ordersOfPackages],
  /* PRODUCT_STATUS_CHANGE */ ["5", productOf],
  /* SELLER_DEAUTHORIZATION */ ["6", () => ({ kind: "deauthorized" })],
  /* UPCOMING_AUTHORIZATION_EXPIRATION */ [
    "7",
    () => ({ kind: "authorization_expiring" }),
  ],
  /* CANCELLATION_STATUS_CHANGE */ ["11", requestsOf],
  /* RETURN_STATUS_CHANGE */ ["12", requestsOf],
  /* PRODUCT_INFORMATION_CHANGE */ ["15", productOf],
  /* PRODUCT_CREATION */ ["16", productOf],
  /* PRODUCT_AUDIT_STATUS_CHANGE */ ["37", productOf],
  /* inventory_update */ ["68", stockOf],
])

/**
 * Reads a verified webhook. A message is a hint only: what has changed is read again.
 * @throws {MappingError} when the body is no message of TikTok Shop.
 */
export function parseWebhook(raw_body: Buffer): WebhookMessage {
  const message = fieldsOf<WireMessage>(parse(raw_body))
  const type = message.required("type")
  if (!/^\d+$/.test(type)) {
    throw new MappingError("type", "is no number")
  }
  const effect = EFFECTS.get(type)
  return {
    notification_id: message.text("tts_notification_id"),
    type,
    shop_external_id: message.text("shop_id"),
    account_external_id: message.text("seller_open_id"),
    effect: effect
      ? effect(message.object<WireData>("data") ?? fieldsOf({}, "data"))
      : { kind: "none" },
  }
}

function ordersOfPackages(data: Fields<WireData>): Effect {
  const ids = data
    .list<WirePackageChange>("package_list")
    .flatMap((one) => one.texts("order_id_list"))
  return { kind: "orders_changed", order_external_ids: [...new Set(ids)] }
}

/** What lets a number be written that was refused. */
const UNLOCKS = ["campaign_unlock", "creator_unlock"]

/**
 * A number of ours comes back as `api_sync`: nothing to look at. The form of these messages
 * is known from a changelog alone (`9q4we8qr`), so one that names nothing has no effect.
 */
function stockOf(data: Fields<WireData>): Effect {
  const sources = data
    .list<WireStockChange>("change_detail")
    .map((one) => one.text("trigger_source"))
  const is_echo =
    sources.length > 0 && sources.every((source) => source === "api_sync")
  const sku_id = data.text("sku_id")
  const has_product = data.text("product_id") !== null
  if (is_echo || (sku_id === null && !has_product)) {
    return { kind: "none" }
  }
  const unlocked = sources.some((source) => UNLOCKS.includes(source ?? ""))
  return sku_id === null || (unlocked && has_product)
    ? productOf(data)
    : { kind: "stock_changed", sku_external_ids: [sku_id] }
}

function parse(raw_body: Buffer): JsonValue {
  try {
    return parseLossless(raw_body.toString("utf8"))
  } catch {
    throw new MappingError("(root)", "is not JSON")
  }
}
