import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { Sandbox } from "../../sandbox"
import { TikiTwin } from "../../sandbox/tiki/twin"
import { FlowKind } from "../../src/modules/marketplace-channel/services/flow-schedule"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { AdminClient } from "../support/admin"
import { ChannelAnswer } from "../support/connect"
import { tick } from "../support/tick"
import { finishRun, Run, ResultLine, resultsOf } from "../support/runs"

export type OrderAnswer = {
  id: string
  external_id: string
  status: string | null
  raw_status: string
  status_rule: string | null
  flags: string[]
  import_state: string
  import_rule: string | null
  block_reasons: { code: string; params: Record<string, unknown> }[]
  medusa_order_id: string | null
  total: number
  host_state: string
  actions: string[]
  lines: {
    id: string
    quantity: number
    cancelled_quantity: number
    external_line_ids: string[]
    external_sku_id: string
    variant_id: string | null
  }[]
  history: { status: string; source: string }[]
}

/** A booted shop with a Tiki channel, as its staff and its marketplace move it. */
export type TikiShop = {
  readonly container: MedusaContainer
  readonly admin: AdminClient
  readonly sandbox: Sandbox
  readonly tiki: TikiTwin
  /** The seller's own app. */
  readonly credentials: { client_id: string; client_secret: string }
  /** Where Medusa listens. */
  readonly base_url: string
  readonly channel: ChannelAnswer
}

export const DAY_MS = 86_400_000

/** A manual download of the channel, to its end. */
export function download(
  { admin, channel }: TikiShop,
  body: Record<string, unknown> = {}
): Promise<Run> {
  return finishRun(admin, "/orders/downloads", {
    channel_ids: [channel.id],
    ...body,
  })
}

/** The result lines of a manual download. */
export async function downloaded(
  shop: TikiShop,
  body: Record<string, unknown> = {}
): Promise<ResultLine[]> {
  return resultsOf(shop.admin, await download(shop, body))
}

/** Reads these orders again as a webhook's or event's nudge does. */
export async function readAgain(
  shop: TikiShop,
  codes: string[]
): Promise<void> {
  const { nudges } = marketplacesOf(shop.container)
  await nudges.add(shop.channel.id, codes, "event")
  await tick(shop.container)
}

/** The channel order, or null when it was never seen. */
export async function lookUp(
  { admin }: TikiShop,
  code: string
): Promise<OrderAnswer | null> {
  const list = await admin.get<{ orders: { id: string }[] }>(
    `/orders?q=${code}`
  )
  const [found] = list.body.orders
  if (!found) {
    return null
  }
  const { body } = await admin.get<{ order: OrderAnswer }>(
    `/orders/${found.id}`
  )
  return body.order
}

/** @throws {Error} when the order was never seen. */
export async function find(shop: TikiShop, code: string): Promise<OrderAnswer> {
  const order = await lookUp(shop, code)
  if (!order) {
    throw new Error(`there is no channel order ${code}`)
  }
  return order
}

/** Lets one of the channel's flows happen now. */
export async function flow(shop: TikiShop, kind: FlowKind): Promise<void> {
  const marketplaces = marketplacesOf(shop.container)
  const queues = await marketplaces.listMarketplaceEventQueues({})
  await marketplaces.updateMarketplaceEventQueues(
    queues.map(({ id }) => ({ id, due_at: new Date() }))
  )
  await marketplaces.flows.reschedule(shop.channel.id, kind, new Date())
  await tick(shop.container)
}

/** Changes settings of the channel; null resets one. */
export async function choose(
  { admin, channel }: TikiShop,
  settings: Record<string, unknown>
): Promise<void> {
  const { status, body } = await admin.post(`/channels/${channel.id}`, {
    settings,
  })
  if (status !== 200) {
    throw new Error(JSON.stringify(body))
  }
}

export function reservationsOf(
  { container }: TikiShop,
  order: Pick<OrderAnswer, "lines">
) {
  return container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ line_item_id: order.lines.map(({ id }) => id) })
}

/** Stock of the only location of a variant's item, as one number each. */
export async function levelOf({ container }: TikiShop, sku: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["inventory_items.inventory.location_levels.*"],
    filters: { sku },
  })
  const levels =
    data[0].inventory_items?.[0]?.inventory?.location_levels?.flatMap(
      (
        level: {
          stocked_quantity: number
          reserved_quantity: number
        } | null
      ) => level ?? []
    ) ?? []
  const sum = (of: "stocked_quantity" | "reserved_quantity") =>
    levels.reduce(
      (total: number, level: Record<typeof of, number>) =>
        total + Number(level[of]),
      0
    )
  return {
    stocked: sum("stocked_quantity"),
    reserved: sum("reserved_quantity"),
  }
}
