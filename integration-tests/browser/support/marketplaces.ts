import type { DemoProduct, DemoSku } from "../../../sandbox/demo-catalogue"
import type { Order } from "../../../sandbox/tiki/orders/order"
import type { OrderInput } from "../../../sandbox/tiki/orders/place-order"
import type { TikiInput } from "../../../sandbox/tiki/options"

/** A line of an order to place at TikTok Shop. */
export type Line = { seller_sku: string; quantity?: number }

export type TiktokShop = {
  /** A buyer orders, now. Returns the order's id. */
  placeOrder(shop_id: string, lines: Line[]): Promise<string>
  /** Buyers order, now. Returns the orders' ids. */
  placeOrders(shop_id: string, orders: Line[][]): Promise<string[]>
  /** What happens to an order outside of the shop. */
  move(
    id: string,
    verb: "cancel" | "request-cancel" | "collect" | "deliver" | "fail"
  ): Promise<void>
  /** The order's status as TikTok Shop itself keeps it. */
  statusOf(id: string): Promise<string>
  /** Sends the webhooks that were kept back. */
  deliverWebhooks(): Promise<void>
  /** Parcels that were arranged, and those that were arranged more than once. */
  readParcels(): Promise<{ arranged: number; more_than_once: string[] }>
  /** Units of a SKU that buyers can order, at all warehouses. */
  readStock(sku_id: string): Promise<number>
  /** The seller sets a SKU's units on the marketplace's own page. */
  editStock(sku_id: string, available: number): Promise<void>
  /** The seller puts another product on sale, of one SKU, which Medusa does not know. */
  addProduct(shop_id: string, title: string, seller_sku: string): Promise<void>
}

export type Tiki = {
  /** A buyer orders. Returns the order's code. */
  placeOrder(order: OrderInput): Promise<string>
  /** Buyers order. Returns the orders' codes. */
  placeOrders(orders: OrderInput[]): Promise<string[]>
  /** What happens to an order outside of the shop. */
  move(
    code: string,
    verb: "collect" | "deliver" | "fail-delivery"
  ): Promise<void>
  /** The order as Tiki itself keeps it. */
  readOrder(code: string): Promise<Order>
}

/** Calls the sandbox's control API. @throws when it refuses. */
async function control<T>(url: string, body?: unknown): Promise<T> {
  const answer = await fetch(url, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json" },
    body: body ? JSON.stringify(body) : undefined,
  })
  if (!answer.ok) {
    throw new Error(`${url} answered ${answer.status}`)
  }
  return (await answer.json()) as T
}

/** Its webhooks are kept back: they would bring an order in before anybody has downloaded it. */
export async function openTiktokShop(sandbox_url: string): Promise<TiktokShop> {
  const url = `${sandbox_url}/_control`
  await control(`${url}/settings`, { webhook_mode: "manual" })
  const placeOrders = async (shop_id: string, orders: Line[][]) => {
    const { ids } = await control<{ ids: string[] }>(`${url}/orders`, {
      orders: orders.map((lines) => ({ shop_id, lines })),
    })
    return ids
  }
  return {
    placeOrder: async (shop_id, lines) =>
      (await placeOrders(shop_id, [lines]))[0],
    placeOrders,
    move: async (id, verb) => {
      await control(`${url}/orders/${id}/${verb}`, {})
    },
    statusOf: async (id) => {
      const { order } = await control<{ order: { status: string } }>(
        `${url}/orders/${id}`
      )
      return order.status
    },
    deliverWebhooks: async () => {
      await control(`${url}/webhooks/deliver`, {})
    },
    readParcels: () => control(`${url}/packages/books`),
    readStock: async (sku_id) => {
      const { sku } = await control<{
        sku: { stock: Record<string, { available: number }> }
      }>(`${url}/stock/${sku_id}`, {})
      return Object.values(sku.stock).reduce(
        (sum, { available }) => sum + available,
        0
      )
    },
    editStock: async (sku_id, available) => {
      await control(`${url}/stock/${sku_id}`, { available })
    },
    addProduct: async (shop_id, title, seller_sku) => {
      const sku: DemoSku = {
        seller_sku,
        barcode: null,
        values: [],
        price: 150_000,
        stock: 9,
        own: null,
      }
      const product: DemoProduct = {
        key: seller_sku.toLowerCase(),
        title,
        own_title: null,
        description: title,
        category: "Phụ kiện",
        options: [],
        picture: { shape: "vase", colour: "#a8322d" },
        match: "marketplace_only",
        skus: [sku],
      }
      await control(`${url}/products`, { shop_id, product })
    },
  }
}

/** Its events are kept back, as TikTok Shop's webhooks. */
export async function openTiki(sandbox_url: string): Promise<Tiki> {
  const url = `${sandbox_url}/_control/tiki`
  const settings: TikiInput = { event_delay_seconds: 86_400 }
  await control(`${url}/settings`, settings)
  const placeOrders = async (orders: OrderInput[]) => {
    const { codes } = await control<{ codes: string[] }>(`${url}/orders`, {
      orders,
    })
    return codes
  }
  return {
    placeOrder: async (order) => (await placeOrders([order]))[0],
    placeOrders,
    move: async (code, verb) => {
      await control(`${url}/orders/${code}/${verb}`, {})
    },
    readOrder: async (code) => {
      const { order } = await control<{ order: Order }>(`${url}/orders/${code}`)
      return order
    },
  }
}
