import { MedusaContainer } from "@medusajs/framework/types"
import { orderIdentities } from "../../../src/domain/orders/identities"
import { marketplacesOf } from "../../../src/workflows/marketplaces"
import { toOrderCopy } from "../../../src/workflows/orders/order-copy"
import { AGREED } from "./agreed-fees"
import { Event } from "./books"
import { Ground } from "./plant"
import { lineIdsOf, Market, rawOrderOf, SoldOrder } from "./sold-order"

const AT_ONCE = 500
const DAY_MS = 86_400_000

/** A channel that nothing is ever asked of. */
export async function addChannel(
  container: MedusaContainer,
  market: Market,
  name: string
): Promise<string> {
  const channel = await marketplacesOf(container).createMarketplaceChannels({
    provider_id: market,
    name,
    external_id: market === "tiki" && name === "own" ? "60042" : `shop-${name}`,
    region: "VN",
    currency_code: "vnd",
    status: "connected",
    settings: {},
    provider_data: {},
    warehouses: [] as unknown as Record<string, unknown>,
    sales_channel_id: "sc_planted",
    authorization_id: "mpauth_planted",
  })
  return channel.id
}

/** Puts orders, what became of them and the agreed fees on record. */
export async function putIntoShop(
  container: MedusaContainer,
  { books, orders }: Ground,
  channels: { own: string; other: string },
  now: Date
): Promise<void> {
  await agreeOnFees(container, books.market, channels.own)
  await putOrders(
    container,
    channels.own,
    orders.filter((one) => !books.unknown.has(one) && !books.elsewhere.has(one))
  )
  await putOrders(container, channels.other, [...books.elsewhere])
  await putEvents(container, channels.own, books.events, now)
}

async function agreeOnFees(
  container: MedusaContainer,
  market: Market,
  channel_id: string
): Promise<void> {
  await marketplacesOf(container).createMarketplaceFeeRules(
    AGREED[market].map(({ kind, percent, fixed }) => ({
      channel_id,
      kind,
      name: null,
      basis: "revenue",
      rate_ppm: percent * 10_000,
      fixed_amount: fixed,
      most_amount: null,
      starts_on: null,
      ends_on: null,
      created_by: "user_planted",
    }))
  )
}

/** Copies as the plugin keeps them, at the status that planning would give them. */
async function putOrders(
  container: MedusaContainer,
  channel_id: string,
  orders: SoldOrder[]
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  for (let at = 0; at < orders.length; at += AT_ONCE) {
    const some = orders.slice(at, at + AT_ONCE)
    const saved = await marketplaces.orderCopies.save(
      { id: channel_id, display_prefix: "T" },
      some.map((order) => toOrderCopy(rawOrderOf(order))),
      new Date()
    )
    const ids = new Map(saved.map(({ external_id, id }) => [external_id, id]))
    const byStatus = new Map<string, string[]>()
    for (const { external_id, status, currency } of some) {
      const key = `${status} ${currency.toLowerCase()}`
      const id = ids.get(external_id)
      byStatus.set(key, [...(byStatus.get(key) ?? []), ...(id ? [id] : [])])
    }
    for (const [key, id] of byStatus) {
      const [status, currency_code] = key.split(" ")
      await marketplaces.updateMarketplaceChannelOrders({
        selector: { id },
        data: { status, currency_code, import_state: "imported" },
      })
    }
  }
}

async function putEvents(
  container: MedusaContainer,
  channel_id: string,
  events: Event[],
  now: Date
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const stored = await marketplaces.listMarketplaceChannelOrders(
    {
      channel_id,
      external_id: events.map(({ order }) => order.external_id),
    },
    { select: ["id", "external_id"], take: events.length }
  )
  const ids = new Map(stored.map(({ id, external_id }) => [external_id, id]))
  const base = (event: Event) => ({
    channel_id,
    channel_order_id: ids.get(event.order.external_id) ?? "",
  })
  await marketplaces.createMarketplaceReceipts(
    events.flatMap((event) => {
      if (event.kind !== "received") {
        return []
      }
      const { channel_order_id } = base(event)
      const [[first]] = lineIdsOf(event.order)
      const line_id = orderIdentities(channel_order_id).lineItemId(first)
      const lost = event.lost ? event.units : 0
      const lines = [{ line_id, good: event.units - lost, damaged: 0, lost }]
      return [
        {
          ...base(event),
          lines: lines as unknown as Record<string, unknown>,
          received_at: now,
          received_by: "user_planted",
          stock_state: "done",
        },
      ]
    })
  )
  await marketplaces.createMarketplaceBuyerRequests(
    events.flatMap((event, index) => {
      if (event.kind !== "granted") {
        return []
      }
      const [ids_of_first] = lineIdsOf(event.order)
      const is_item = event.order.market === "tiki"
      const lines = (
        is_item ? ids_of_first : ids_of_first.slice(0, event.units)
      ).map((external_line_id) => ({
        external_line_id,
        quantity: is_item ? event.units : 1,
      }))
      return [
        {
          ...base(event),
          external_id: `request-${index}`,
          order_external_id: event.order.external_id,
          kind: event.brings_goods ? "return" : "refund",
          state: "settled",
          raw_status: "DONE",
          initiator: "buyer",
          requested_at: new Date(now.getTime() - 61 * DAY_MS),
          external_updated_at: new Date(now.getTime() - 60 * DAY_MS),
          answers: [],
          lines: lines as unknown as Record<string, unknown>,
          content_hash: "planted",
          read_started_at: now,
        },
      ]
    })
  )
}
