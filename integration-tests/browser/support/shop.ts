import { fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "pg"
import { createDatabase } from "../../packed-plugin/database"
import {
  type Tiki,
  type TiktokShop,
  openTiki,
  openTiktokShop,
} from "./marketplaces"

const SERVE = join(__dirname, "serve-shop.mjs")

/** The demo's shop as it is served to a person, and the marketplaces beside it. */
export type Shop = {
  url: string
  admin: { email: string; password: string }
  tiktok_shop: TiktokShop
  tiki: Tiki
  /** Polls every channel's newest orders, which it otherwise does once an hour here. */
  pollOrders(): Promise<void>
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
  const [tiktok_shop, tiki] = await Promise.all([
    openTiktokShop(shop.sandbox_url),
    openTiki(shop.sandbox_url),
  ])
  const pollOrders = async () => {
    const client = new Client({ connectionString: database.url })
    await client.connect()
    await client.query(
      "UPDATE marketplace_flow SET due_at = now() WHERE kind = 'recent_orders'"
    )
    await client.end()
  }
  return {
    url: shop.url,
    admin: shop.admin,
    tiktok_shop,
    tiki,
    pollOrders,
    close,
  }
}
