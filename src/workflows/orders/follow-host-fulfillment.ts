import { hash } from "node:crypto"
import {
  IFulfillmentModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { arrangesShipments } from "../../domain/provider/arranges-shipments"
import { FULFILLMENT_PREFIX } from "../host-orders/utils/move-plan"
import { marketplacesOf } from "../marketplaces"
import { startOrderAction } from "../order-actions/start-order-action"
import { lockOrders } from "./lock-orders"

/** What is said in an order's history; a stable word each. */
type Consequence =
  "fulfilled_in_medusa:arranging" | "fulfilled_in_medusa:moves_by_itself"

/**
 * Staff has fulfilled an order on Medusa's own order page. Where the marketplace waits for
 * the seller to arrange the shipment, that is done now, once for each order; elsewhere the
 * marketplace moves its parcels by itself, and the order's history says so. Fulfilments that
 * this plugin made, because the marketplace had moved, are none of its business.
 */
export async function followHostFulfillment(
  container: MedusaContainer,
  fulfillment_id: string
): Promise<void> {
  if (fulfillment_id.startsWith(FULFILLMENT_PREFIX)) {
    return
  }
  const order_id = await orderOf(container, fulfillment_id)
  const orders = order_id
    ? await marketplacesOf(container).listMarketplaceChannelOrders(
        { medusa_order_id: order_id },
        { select: ["id"] }
      )
    : []
  if (!orders.length) {
    return
  }
  const service: IFulfillmentModuleService = container.resolve(
    Modules.FULFILLMENT
  )
  const { created_by } = await service.retrieveFulfillment(fulfillment_id)
  for (const { id } of orders) {
    await lockOrders(container, [id], () =>
      follow(container, id, created_by ?? "system")
    )
  }
}

/** The note comes last: a crash before it lets the next event ask again, and asking twice is harmless. */
async function follow(
  container: MedusaContainer,
  id: string,
  actor: string
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const note_id = `mpordev_${hash("sha256", `fulfilled in medusa ${id}`).slice(0, 26)}`
  const [noted] = await marketplaces.listMarketplaceChannelOrderEvents(
    { id: note_id },
    { select: ["id"] }
  )
  if (noted) {
    return
  }
  const order = await marketplaces.retrieveMarketplaceChannelOrder(id, {
    select: ["id", "channel_id", "status", "raw_status", "import_state"],
  })
  const consequence = await consequenceOf(container, order)
  if (consequence === "fulfilled_in_medusa:arranging") {
    await startOrderAction(container, {
      action: "arrange_shipment",
      ids: [id],
      params: {},
      created_by: actor,
    })
  }
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
  return arranges && order.status === "awaiting_confirmation"
    ? "fulfilled_in_medusa:arranging"
    : "fulfilled_in_medusa:moves_by_itself"
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
