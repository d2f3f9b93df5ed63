import { createHash } from "node:crypto"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MappingError } from "../../domain/provider/mapping-error"
import { MessageEffect } from "../../domain/provider/marketplace-message"
import { EventBatch, QueueEvent } from "../../domain/provider/reads-event-queue"
import { JsonObject, JsonValue } from "../../domain/shared/json"
import { isObject } from "../shared/json"
import { Fields, fieldsOf } from "./mappers"
import { WireEvent, WireEventBatch, WireEventPayload } from "./types"

type Payload = Fields<WireEventPayload>

const orderOf = (payload: Payload): MessageEffect => ({
  kind: "orders_changed",
  order_external_ids: [
    payload.text("order_code") ?? payload.required("orderCode"),
  ],
})

/**
 * Tiki does not tell who changed a number, so a write of ours comes back as well: that costs
 * one more look, which finds it in step.
 */
const stockOf = (payload: Payload): MessageEffect => ({
  kind: "stock_changed",
  sku_external_ids: [payload.required("product_id")],
})

/** What each type of event asks for; all others have no effect here. */
const EFFECTS = new Map<string, (payload: Payload) => MessageEffect>([
  ["ORDER_CREATED_SUCCESSFULLY", orderOf],
  ["ORDER_STATUS_UPDATED", orderOf],
  ["PRODUCT_INVENTORY_UPDATED", stockOf],
])

/** The types of events that are subscribed to. */
export const EVENT_TYPES = [
  "ORDER_CREATED_SUCCESSFULLY",
  "ORDER_STATUS_UPDATED",
  "PRODUCT_INVENTORY_UPDATED",
] as const

/**
 * Reads what a pull gave. An event that cannot be understood has no effect: it must not
 * block those behind it, and polling finds what it would have told.
 * @param only the channel that all events are about; null when each has to say whose it is.
 * @throws {MappingError} when it is no batch at all.
 */
export function readBatch(
  json: JsonValue,
  accesses: ChannelAccess[],
  only: string | null
): EventBatch {
  const batch = fieldsOf<WireEventBatch>(withoutGaps(json))
  return {
    events: batch
      .list<WireEvent>("events")
      .map((event) => readEvent(event, accesses, only)),
    ack: batch.text("ack_id"),
  }
}

/** The batch without events that are null. */
function withoutGaps(json: JsonValue): JsonValue {
  return isObject(json) && Array.isArray(json.events)
    ? { ...json, events: json.events.filter((event) => event !== null) }
    : json
}

function readEvent(
  event: Fields<WireEvent>,
  accesses: ChannelAccess[],
  only: string | null
): QueueEvent {
  const { json: payload } = event
  const sid = lenient(() => event.text("sid"))?.toLowerCase()
  const channel = accesses.find(
    ({ channel }) => sid && channel.provider_data.sid?.toLowerCase() === sid
  )?.channel
  const type = lenient(() => event.text("type")) ?? ""
  return {
    external_id: lenient(() => event.text("id")) ?? nameOf(payload),
    type,
    channel_id: channel?.id ?? only,
    effect: lenient(() => effectOf(type, event)) ?? { kind: "none" },
    payload,
  }
}

function effectOf(type: string, event: Fields<WireEvent>): MessageEffect {
  const payload = event.object<WireEventPayload>("payload") ?? fieldsOf({})
  return EFFECTS.get(type)?.(payload) ?? { kind: "none" }
}

/** What can be read; null for what cannot be understood. */
function lenient<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof MappingError) {
      return null
    }
    throw error
  }
}

/** A name for an event that has none: the same event gives the same one again. */
function nameOf(payload: JsonObject): string {
  return createHash("sha256").update(JSON.stringify(payload)).digest("hex")
}
