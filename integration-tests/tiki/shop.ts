import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { Sandbox } from "../../sandbox"
import { TikiTwin } from "../../sandbox/tiki/twin"
import { FlowKind } from "../../src/domain/channels/flow-kind"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { AdminClient } from "../support/admin"
import { ChannelAnswer } from "../support/connect"
import { OrderAnswer } from "../support/orders"
import { finishRun, Run, ResultLine, resultsOf } from "../support/runs"
import { tick } from "../support/tick"

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
