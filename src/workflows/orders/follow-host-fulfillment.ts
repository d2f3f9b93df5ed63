import { hash } from "node:crypto"
import {
  IFulfillmentModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { arrangesShipments } from "../../domain/provider/arranges-shipments"
import { FULFILLMENT_PREFIX } from "../host-orders/utils/move-plan"
import { FulfilledOrder } from "../../modules/marketplace-channel/services/host-fulfillment-queue"
import { inBackground } from "../background"
import { marketplacesOf } from "../marketplaces"
import { startOrderAction } from "../order-actions/start-order-action"
import { lockOrders } from "./lock-orders"

/** What is said in an order's history; a stable word each. */
type Consequence =
  | "fulfilled_in_medusa:arranging"
  | "fulfilled_in_medusa:waiting"
  | "fulfilled_in_medusa:moves_by_itself"

/**
 * Staff has fulfilled an order on Medusa's own order page: that is put on record, so that it
 * reaches the marketplace whatever happens to this process, and followed at once. Fulfilments
 * that this plugin made, because the marketplace had moved, are none of its business.
 */
export async function noteHostFulfillment(
  container: MedusaContainer,
  fulfillment_id: string
): Promise<void> {
  if (fulfillment_id.startsWith(FULFILLMENT_PREFIX)) {
    return
  }
  const order_id = await orderOf(container, fulfillment_id)
  if (!order_id) {
    return
  }
  const service: IFulfillmentModuleService = container.resolve(
    Modules.FULFILLMENT
  )
  const { created_by } = await service.retrieveFulfillment(fulfillment_id)
  const { hostFulfillments } = marketplacesOf(container)
  const noted = await hostFulfillments.note(order_id, created_by ?? "system")
  inBackground(container, `fulfillment ${fulfillment_id}`, () =>
    followAll(container, noted)
  )
}

/**
 * Follows what staff fulfilled: where the marketplace waits for the seller to arrange the
 * shipment, that is done, once for each order; an order that cannot be arranged yet waits for
 * it. Elsewhere the marketplace moves its parcels by itself, and the order's history says so.
 */
export async function followHostFulfillments(
  container: MedusaContainer
): Promise<void> {
  const { hostFulfillments } = marketplacesOf(container)
  await followAll(container, await hostFulfillments.listDue())
}

async function followAll(
  container: MedusaContainer,
  orders: FulfilledOrder[]
): Promise<void> {
  for (const { id, by } of orders) {
    await lockOrders(container, [id], () => follow(container, id, by))
  }
}

/** The record is cleared last: a crash before that asks again, and asking twice is harmless. */
async function follow(
  container: MedusaContainer,
  id: string,
  actor: string
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const order = await marketplaces.retrieveMarketplaceChannelOrder(id, {
    select: [
      "id",
      "channel_id",
      "status",
      "raw_status",
      "import_state",
      "host_fulfilled_at",
    ],
  })
  if (!order.host_fulfilled_at) {
    return
  }
  const consequence = await consequenceOf(container, order)
  const note_id = noteId(id, consequence)
  const [noted] = await marketplaces.listMarketplaceChannelOrderEvents(
    { id: note_id },
    { select: ["id"] }
  )
  if (!noted && consequence === "fulfilled_in_medusa:arranging") {
    await startOrderAction(container, {
      action: "arrange_shipment",
      ids: [id],
      params: {},
      created_by: actor,
    })
  }
  if (!noted) {
    await marketplaces.createMarketplaceChannelOrderEvents({
      id: note_id,
      channel_order_id: id,
      at: new Date(),
      source: "medusa",
      actor,
      from_status: order.status,
      status: order.status,
      raw_status: order.raw_status,
      status_rule: consequence,
      import_state: order.import_state,
    })
  }
  if (consequence !== "fulfilled_in_medusa:waiting") {
    await marketplaces.hostFulfillments.settle(id)
  }
}

/** Of each consequence an order has one note, however often its goods are fulfilled. */
function noteId(id: string, consequence: Consequence): string {
  return `mpordev_${hash("sha256", `${consequence} ${id}`).slice(0, 26)}`
}

async function consequenceOf(
  container: MedusaContainer,
  order: { channel_id: string; status: string | null }
): Promise<Consequence> {
  const marketplaces = marketplacesOf(container)
  const [channel] = await marketplaces.listMarketplaceChannels(
    { id: order.channel_id },
    { select: ["provider_id"] }
  )
  const { providers } = marketplaces
  const arranges =
    channel &&
    providers.has(channel.provider_id) &&
    arrangesShipments(providers.retrieve(channel.provider_id))
  return consequenceFor(Boolean(arranges), order.status)
}

/** @param arranges whether the marketplace leaves arranging shipments to the seller. */
export function consequenceFor(
  arranges: boolean,
  status: string | null
): Consequence {
  if (!arranges) {
    return "fulfilled_in_medusa:moves_by_itself"
  }
  switch (status) {
    case "awaiting_confirmation":
      return "fulfilled_in_medusa:arranging"
    case null:
    case "new":
      return "fulfilled_in_medusa:waiting"
    default:
      return "fulfilled_in_medusa:moves_by_itself"
  }
}

async function orderOf(
  container: MedusaContainer,
  fulfillment_id: string
): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_fulfillment",
    fields: ["order_id"],
    filters: { fulfillment_id },
  })
  return data[0]?.order_id ?? null
}
