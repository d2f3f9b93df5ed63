import { MedusaContainer } from "@medusajs/framework/types"
import { Sandbox } from "../../sandbox"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { AdminClient } from "../support/admin"
import { ChannelAnswer } from "../support/connect"
import { findOrder, OrderAnswer, readOrder } from "../support/orders"
import { finishRun, ResultLine, Run } from "../support/runs"
import { tick } from "../support/tick"

/** A booted shop that sells on both marketplaces. */
export type DailyShop = {
  readonly container: MedusaContainer
  readonly admin: AdminClient
  readonly sandbox: Sandbox
  readonly base_url: string
  readonly tiktok: ChannelAnswer
  readonly tiki: ChannelAnswer
}

/** Reads orders again, as their marketplaces' messages would have it, until all is done. */
export async function follow(
  { container, tiktok, tiki }: DailyShop,
  orders: { external_id: string; channel_id: string }[]
): Promise<void> {
  const { nudges } = marketplacesOf(container)
  for (const channel of [tiktok, tiki]) {
    const own = orders.filter(({ channel_id }) => channel_id === channel.id)
    if (own.length) {
      await nudges.add(
        channel.id,
        own.map(({ external_id }) => external_id),
        "webhook"
      )
    }
  }
  await tick(container)
}

/** Brings orders of a channel in, newly placed ones among them. */
export async function bringIn(
  shop: DailyShop,
  channel: ChannelAnswer,
  external_ids: string[]
): Promise<OrderAnswer[]> {
  await follow(
    shop,
    external_ids.map((external_id) => ({ external_id, channel_id: channel.id }))
  )
  return Promise.all(
    external_ids.map((external_id) => findOrder(shop, external_id))
  )
}

/** The same orders as they are now. */
export function again(
  shop: DailyShop,
  orders: { id: string }[]
): Promise<OrderAnswer[]> {
  return Promise.all(orders.map(({ id }) => readOrder(shop, id)))
}

/** Does something with orders, to the run's end, and lets Medusa follow. */
export async function act(
  shop: DailyShop,
  action: string,
  orders: { id: string }[],
  params: Record<string, unknown> = {}
): Promise<{ run: Run; results: ResultLine[] }> {
  const run = await finishRun(shop.admin, "/orders/actions", {
    action,
    ids: orders.map(({ id }) => id),
    params,
  })
  const results = await allResults(shop, run)
  await tick(shop.container)
  return { run, results }
}

async function allResults(
  { admin }: DailyShop,
  run: Run
): Promise<ResultLine[]> {
  const results: ResultLine[] = []
  for (;;) {
    const { body } = await admin.get<{ results: ResultLine[]; count: number }>(
      `/runs/${run.id}/results?limit=100&offset=${results.length}`
    )
    results.push(...body.results)
    if (!body.results.length || results.length >= body.count) {
      return results
    }
  }
}

/** How often each code stands in the results. */
export function codesOf(results: { code: string }[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { code } of results) {
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

/** Orders of TikTok Shop whose parcels were arranged there, one for each list of lines. */
export async function bringInArranged(
  shop: DailyShop,
  lines: { seller_sku: string; quantity?: number }[][]
): Promise<OrderAnswer[]> {
  const { tiktok } = shop.sandbox
  const placed = tiktok.addOrders(lines.map((own) => ({ lines: own })))
  placed.forEach(({ id }) =>
    tiktok.packages.ofOrder(id).forEach((one) => tiktok.packages.ship(one.id))
  )
  return bringIn(
    shop,
    shop.tiktok,
    placed.map(({ id }) => id)
  )
}

/** What is scanned off an order's first parcel. */
export function waybillOf({ parcels }: OrderAnswer): string {
  return parcels[0].tracking_number ?? parcels[0].external_id
}
