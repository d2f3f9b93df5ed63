import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import { Sandbox } from "../../sandbox"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { AdminClient } from "../support/admin"
import { ChannelAnswer } from "../support/connect"
import { finishRun, ResultLine, Run } from "../support/runs"
import { tick } from "../support/tick"

/** An order as `GET /orders/:id` gives it, as far as the day's work looks at it. */
export type DayOrder = {
  id: string
  channel_id: string
  external_id: string
  status: string
  status_rule: string
  raw_status: string
  flags: string[]
  host_state: string
  medusa_order_id: string
  actions: string[]
  deadline_at: string | null
  deadline_kind: string | null
  lines: {
    id: string
    quantity: number
    seller_sku: string
    external_line_ids: string[]
    variant_id: string | null
  }[]
  parcels: {
    id: string
    external_id: string
    state: string
    tracking_number: string | null
    order_ids: string[]
    marks: { kind: string; actor_name: string | null; reason: string | null }[]
  }[]
  returns: { id: string; state: string; kind: string; answers: string[] }[]
  cancellation_request: {
    id: string
    state: string
    answers: string[]
    respond_by: string | null
  } | null
  receipts: {
    id: string
    stock_state: string
    stock_error: string | null
    lines: { line_id: string; good: number; damaged: number; lost: number }[]
    medusa_return_ids: string[]
  }[]
  history: { status: string; source: string; actor_name: string | null }[]
}

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
): Promise<DayOrder[]> {
  await follow(
    shop,
    external_ids.map((external_id) => ({ external_id, channel_id: channel.id }))
  )
  return Promise.all(
    external_ids.map((external_id) => findOrder(shop, external_id))
  )
}

/** @throws {Error} when the order was never seen. */
export async function findOrder(
  { admin }: DailyShop,
  external_id: string
): Promise<DayOrder> {
  const { body } = await admin.get<{ orders: { id: string }[] }>(
    `/orders?q=${external_id}`
  )
  const [found] = body.orders
  if (!found) {
    throw new Error(`there is no channel order ${external_id}`)
  }
  return readOrder({ admin }, found.id)
}

export async function readOrder(
  { admin }: Pick<DailyShop, "admin">,
  id: string
): Promise<DayOrder> {
  const { body } = await admin.get<{ order: DayOrder }>(`/orders/${id}`)
  return body.order
}

/** The same orders as they are now. */
export function again(
  shop: DailyShop,
  orders: { id: string }[]
): Promise<DayOrder[]> {
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

/** Stock of a SKU over all locations. */
export async function levelOf(
  { container }: DailyShop,
  sku: string
): Promise<{ stocked: number; reserved: number }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["inventory_items.inventory.location_levels.*"],
    filters: { sku },
  })
  type Level = { stocked_quantity: number; reserved_quantity: number }
  type Item = { inventory?: { location_levels?: (Level | null)[] } } | null
  const levels = ((data[0]?.inventory_items ?? []) as Item[]).flatMap(
    (item) => item?.inventory?.location_levels ?? []
  )
  const sum = (column: keyof Level) =>
    levels.reduce((total, level) => total + Number(level?.[column] ?? 0), 0)
  return {
    stocked: sum("stocked_quantity"),
    reserved: sum("reserved_quantity"),
  }
}

/** The Medusa order with what the day changes on it. */
export async function medusaOrder(
  { container }: DailyShop,
  { medusa_order_id }: DayOrder
) {
  const { result } = await getOrderDetailWorkflow(container).run({
    input: {
      order_id: medusa_order_id,
      fields: [
        "id",
        "status",
        "items.*",
        "items.detail.*",
        "fulfillments.*",
        "fulfillments.labels.*",
        "returns.*",
        "returns.items.*",
      ],
    },
  })
  return result as typeof result & {
    returns: {
      status: string
      items: { quantity: number; received_quantity: number }[]
    }[]
  }
}
