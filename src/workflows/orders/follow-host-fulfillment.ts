import { hash } from "node:crypto"
import {
  IFulfillmentModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { waitAfter, waitToArrange } from "../../domain/orders/arrange-again"
import { arrangesShipments } from "../../domain/provider/arranges-shipments"
import { FulfilledOrder } from "../../modules/marketplace-channel/services/host-fulfillment-queue"
import { inBackground } from "../background"
import { marketplacesOf } from "../marketplaces"
import { startOrderAction } from "../order-actions/start-order-action"
import { FulfilledByHand, fulfilledByHand, isByHand } from "./fulfilled-by-hand"
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
  if (!isByHand({ id: fulfillment_id })) {
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
 * shipment, that is done, again and again until the order has moved on or staff takes the
 * fulfilment back; an order that cannot be arranged yet waits for it. Elsewhere the marketplace
 * moves its parcels by itself, and the order's history says so.
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
    select: FIELDS,
  })
  const { host_fulfilled_at, medusa_order_id } = order
  if (!host_fulfilled_at) {
    return
  }
  const fulfillment =
    medusa_order_id && (await fulfilledByHand(container, medusa_order_id))
  const consequence = await consequenceOf(container, order)
  if (fulfillment && consequence === "fulfilled_in_medusa:arranging") {
    await arrange(
      container,
      { ...order, host_fulfilled_at },
      fulfillment,
      actor
    )
    return
  }
  if (fulfillment) {
    await say(container, order, fulfillment, consequence, actor)
  }
  if (!fulfillment || consequence !== "fulfilled_in_medusa:waiting") {
    await marketplaces.hostFulfillments.settle(id)
  }
}

const FIELDS = [
  "id",
  "channel_id",
  "medusa_order_id",
  "status",
  "raw_status",
  "import_state",
  "host_fulfilled_at",
] satisfies (keyof FollowedOrder)[]

type FollowedOrder = {
  id: string
  channel_id: string
  medusa_order_id: string | null
  status: string | null
  raw_status: string
  import_state: string
  host_fulfilled_at: Date | null
}

/** Stays on record until the order has moved on: whatever stands in the way, it is tried again. */
async function arrange(
  container: MedusaContainer,
  order: FollowedOrder & { host_fulfilled_at: Date },
  fulfillment: FulfilledByHand,
  actor: string
): Promise<void> {
  const { id, host_fulfilled_at } = order
  const { hostFulfillments } = marketplacesOf(container)
  const tried = await hostFulfillments.arrangeRunsOf(id, fulfillment.created_at)
  const wait = waitToArrange(tried, new Date())
  if (!wait) {
    await startOrderAction(container, {
      action: "arrange_shipment",
      ids: [id],
      params: {},
      created_by: actor,
    })
  }
  const consequence = "fulfilled_in_medusa:arranging"
  await say(container, order, fulfillment, consequence, actor)
  await hostFulfillments.postpone(
    id,
    host_fulfilled_at,
    wait || waitAfter(tried.runs + 1)
  )
}

/** Of each fulfilment the history says once what follows; that it was arranged, it shows itself. */
async function say(
  container: MedusaContainer,
  order: FollowedOrder,
  fulfillment: FulfilledByHand,
  consequence: Consequence,
  actor: string
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const id = noteId(fulfillment, order, consequence)
  const noted = await marketplaces.listMarketplaceChannelOrderEvents(
    {
      id: [id, noteId(fulfillment, order, "fulfilled_in_medusa:arranging")],
    },
    { select: ["id"] }
  )
  if (!noted.length) {
    await marketplaces.createMarketplaceChannelOrderEvents({
      id,
      channel_order_id: order.id,
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
}

function noteId(
  fulfillment: FulfilledByHand,
  order: FollowedOrder,
  consequence: Consequence
): string {
  const parts = [consequence, order.id, fulfillment.id]
  return `mpordev_${hash("sha256", parts.join(" ")).slice(0, 26)}`
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
