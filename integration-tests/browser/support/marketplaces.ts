import type { DemoProduct, DemoSku } from "../../../sandbox/demo-catalogue"
import type { Order } from "../../../sandbox/tiki/orders/order"
import type { OrderInput } from "../../../sandbox/tiki/orders/place-order"
import type { TikiInput } from "../../../sandbox/tiki/options"

/** A line of an order to place at TikTok Shop. */
export type Line = { seller_sku: string; quantity?: number }

export type TiktokShop = {
  /** A buyer orders, now. Returns the order's id. */
  placeOrder(shop_id: string, lines: Line[]): Promise<string>
  /** The seller puts another product on sale, of one SKU, which Medusa does not know. */
  addProduct(shop_id: string, title: string, seller_sku: string): Promise<void>
}

export type Tiki = {
  /** A buyer orders. Returns the order's code. */
  placeOrder(order: OrderInput): Promise<string>
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
  return {
    placeOrder: async (shop_id, lines) => {
      const { ids } = await control<{ ids: string[] }>(`${url}/orders`, {
        orders: [{ shop_id, lines }],
      })
      return ids[0]
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
  return {
    placeOrder: async (order) => {
      const { codes } = await control<{ codes: string[] }>(`${url}/orders`, {
        orders: [order],
      })
      return codes[0]
    },
    readOrder: async (code) => {
      const { order } = await control<{ order: Order }>(`${url}/orders/${code}`)
      return order
    },
  }
}
