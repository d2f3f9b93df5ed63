import { LosslessNumber } from "lossless-json"
import { ChannelAccess } from "../../domain/provider/channel-access"
import {
  ConfirmationAnswer,
  ConfirmationOffer,
  PickupSlot,
} from "../../domain/provider/confirms-orders"
import { MappingError } from "../../domain/provider/mapping-error"
import {
  MarketplaceError,
  MarketplaceErrorKind,
} from "../../domain/provider/marketplace-error"
import { Warehouse } from "../../domain/provider/marketplace-provider"
import { understand } from "./answer"
import { TikiClient } from "./client"
import { readWarehouses } from "./connection"
import { Fields, fieldsOf, mapConfirmation } from "./mappers"
import { readOrdersById } from "./orders"
import {
  WireConfirmAvailable,
  WireConfirmDropship,
  WireItem,
  WireOrder,
  WirePickupSlot,
  WirePickupSlots,
} from "./types"
import { WireBody, wireId } from "./wire-id"

/** Orders that cannot be understood are left out, as those that Tiki does not know. */
export async function readConfirmationOffers(
  client: TikiClient,
  access: ChannelAccess,
  external_ids: string[]
): Promise<ConfirmationOffer[]> {
  const orders = await readOrdersById(client, access, external_ids, "orders")
  return orders.flatMap(({ payload }) => {
    try {
      return [mapConfirmation(fieldsOf(payload), access.channel)]
    } catch (error) {
      if (error instanceof MappingError) {
        return []
      }
      throw error
    }
  })
}

/** When a carrier may come to fetch dropship orders. */
export async function readPickupSlots(
  client: TikiClient,
  access: ChannelAccess
): Promise<PickupSlot[]> {
  const json = await client.call(access, {
    method: "GET",
    path: "/v2/orders/dropship/expected-pickup-slots",
    effect: "read",
    lane: "orders",
  })
  return understand("list of pickup slots", () =>
    fieldsOf<WirePickupSlots>(json)
      .list<WirePickupSlot>("pickup_slots")
      .map((slot) => {
        const value = slot.required("expected_pickup_time")
        const words = slot.text("expected_pickup_slot")
        const label = words && words !== value ? `${words} (${value})` : value
        return { value, label: { en: label, vi: label } }
      })
  )
}

/**
 * Confirms or refuses an order, once.
 *
 * A wrong or empty list of items cancels an order for good, so the answer has to fit the
 * offer, and the offer what Tiki says right now; otherwise nothing is sent.
 * @throws {MarketplaceError} `rejected` when it does not fit (any more); `outcome_unknown`
 * when the answer was lost.
 */
export async function answerConfirmation(
  client: TikiClient,
  access: ChannelAccess,
  offer: ConfirmationOffer,
  answer: ConfirmationAnswer
): Promise<void> {
  requireFit(offer, answer)
  const order = await requireSame(client, access, offer)
  const warehouse =
    answer.warehouse_external_id ??
    (await ownWarehouse(client, access, order, answer.kind))
  const seller_inventory_id = warehouse === null ? undefined : wireId(warehouse)
  const whole = offer.scope === "whole_order"
  await client.call(access, {
    method: "POST",
    path: `/v2/orders/${encodeURIComponent(offer.external_id)}/${whole ? "dropship/" : ""}confirm-available`,
    body: whole
      ? dropshipBody(answer, seller_inventory_id)
      : itemsBody(answer, seller_inventory_id),
    effect: "write",
    lane: "orders",
  })
}

function dropshipBody(
  answer: ConfirmationAnswer,
  seller_inventory_id: LosslessNumber | undefined
): WireBody<WireConfirmDropship> {
  if (answer.kind === "refuse") {
    return { confirmation_status: "seller_canceled", seller_inventory_id }
  }
  return {
    confirmation_status: "seller_confirmed",
    seller_inventory_id,
    ...(answer.pickup_slot ? { expected_pickup_time: answer.pickup_slot } : {}),
  }
}

function itemsBody(
  answer: ConfirmationAnswer,
  seller_inventory_id: LosslessNumber | undefined
): WireBody<WireConfirmAvailable> {
  const ids = answer.kind === "confirm" ? answer.external_line_ids : []
  return { available_item_ids: ids.map(wireId), seller_inventory_id }
}

/** Refuses an answer that the offer does not allow, before anything is sent. */
function requireFit(
  offer: ConfirmationOffer,
  answer: ConfirmationAnswer
): void {
  const { external_id, state, scope, external_line_ids: offered } = offer
  if (state !== "waiting") {
    throw refuse("rejected", external_id, "does not wait for a confirmation")
  }
  if (answer.kind === "refuse") {
    if (!offer.may_refuse || scope !== "whole_order") {
      throw refuse(
        "rejected",
        external_id,
        "cannot be refused through the API; see to it in Seller Center"
      )
    }
    return
  }
  const chosen = new Set(answer.external_line_ids)
  if (chosen.size === 0 || [...chosen].some((id) => !offered.includes(id))) {
    throw refuse(
      "invalid_request",
      external_id,
      "can only be confirmed with lines that were offered, and at least one: anything else would cancel it"
    )
  }
  if (scope === "whole_order" && chosen.size !== offered.length) {
    throw refuse("invalid_request", external_id, "is confirmed as a whole")
  }
}

/** Gives the order as it is now; what has changed since the offer needs another look. */
async function requireSame(
  client: TikiClient,
  access: ChannelAccess,
  offer: ConfirmationOffer
): Promise<Fields<WireOrder>> {
  const payload = await client.call(access, {
    method: "GET",
    path: `/v2/orders/${encodeURIComponent(offer.external_id)}`,
    effect: "read",
    lane: "orders",
  })
  const order = understand("order", () => fieldsOf<WireOrder>(payload))
  const now = understand("order", () => mapConfirmation(order, access.channel))
  const facts = ({ external_id, state, scope, ...rest }: ConfirmationOffer) =>
    [external_id, state, scope, ...[...rest.external_line_ids].sort()].join()
  if (facts(now) !== facts(offer)) {
    throw refuse("rejected", offer.external_id, "has changed; look again")
  }
  return order
}

/**
 * The warehouse that Tiki fetches goods from: the main or only one, or the order's own. A
 * refusal moves no goods, so any will do, or none (null).
 */
async function ownWarehouse(
  client: TikiClient,
  access: ChannelAccess,
  order: Fields<WireOrder>,
  kind: ConfirmationAnswer["kind"]
): Promise<string | null> {
  const warehouses = await warehousesOf(client, access)
  const [first, ...more] = warehouses
  const sure =
    warehouses.find((one) => one.is_default)?.external_id ??
    (first && more.length === 0 ? first.external_id : warehouseIn(order))
  if (sure) {
    return sure
  }
  if (kind === "refuse") {
    return first?.external_id ?? null
  }
  throw new MarketplaceError({
    kind: "rejected",
    message: "Tiki: choose the warehouse that the goods leave from",
  })
}

function warehouseIn(order: Fields<WireOrder>): string | null {
  return understand("order", () => {
    const ids = order
      .list<WireItem>("items")
      .map((item) => item.text("seller_inventory_id"))
    return ids.find((id) => id !== null) ?? null
  })
}

/** What was read for an access: a batch of answers has one, and reads them once. */
const known_warehouses = new WeakMap<ChannelAccess, Warehouse[]>()

async function warehousesOf(
  client: TikiClient,
  access: ChannelAccess
): Promise<Warehouse[]> {
  const warehouses =
    known_warehouses.get(access) ??
    (await readWarehouses(client, access, "orders"))
  known_warehouses.set(access, warehouses)
  return warehouses
}

function refuse(
  kind: MarketplaceErrorKind,
  external_id: string,
  reason: string
): MarketplaceError {
  return new MarketplaceError({
    kind,
    message: `Tiki: order ${external_id} ${reason}`,
  })
}
