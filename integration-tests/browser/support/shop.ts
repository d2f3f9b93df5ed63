import { fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { DemoProduct, DemoSku } from "../../../sandbox/demo-catalogue"
import { createDatabase } from "../../packed-plugin/database"

const SERVE = join(__dirname, "serve-shop.mjs")

/** A line of an order to place at the marketplace. */
export type Line = { seller_sku: string; quantity?: number }

/** The demo's shop as it is served to a person, and the marketplace beside it. */
export type Shop = {
  url: string
  admin: { email: string; password: string }
  /** A buyer orders at the marketplace, now. Returns the order's id. */
  placeOrder(shop_id: string, lines: Line[]): Promise<string>
  /** The seller puts another product on sale, of one SKU, which Medusa does not know. */
  addProduct(shop_id: string, title: string, seller_sku: string): Promise<void>
  close(): Promise<void>
}

type Address = {
  url: string
  sandbox_url: string
  admin: Shop["admin"]
}

/** Boots the host with its built admin and workers, on a database of its own. */
export async function openShop(): Promise<Shop> {
  const dir = mkdtempSync(join(tmpdir(), "browser-tests-"))
  const database = await createDatabase("browser_tests")
  const child = fork(SERVE, [dir], {
    env: { ...process.env, DATABASE_URL: database.url },
    execArgv: [],
  })
  const ended = once(child, "exit")
  const close = async () => {
    if (child.connected) {
      child.disconnect()
    }
    await ended
    await database.drop()
    rmSync(dir, { recursive: true, force: true })
  }
  const told = new Promise<{ shop?: Address; failed?: string }>((done) => {
    child.once("message", done)
    child.once("exit", () => done({ failed: "It ended while starting." }))
  })
  const { shop, failed } = await told
  if (!shop) {
    await close()
    throw new Error(`The shop could not be served: ${failed}`)
  }
  const control = async <T>(path: string, body: unknown): Promise<T> => {
    const answer = await fetch(`${shop.sandbox_url}/_control${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })
    if (!answer.ok) {
      throw new Error(`${path} answered ${answer.status}`)
    }
    return (await answer.json()) as T
  }
  // Webhooks would bring an order in before anybody has downloaded it.
  await control("/settings", { webhook_mode: "manual" })
  return {
    url: shop.url,
    admin: shop.admin,
    close,
    placeOrder: async (shop_id, lines) => {
      const { ids } = await control<{ ids: string[] }>("/orders", {
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
      await control("/products", { shop_id, product })
    },
  }
}
