import { Clock } from "./shared/clock"
import { listen } from "./shared/listen"
import { TikiInput } from "./tiki/options"
import { TikiTwin } from "./tiki/twin"
import { TikTokShopInput } from "./tiktok-shop/options"
import { sandboxServer } from "./server"
import { TikTokShopTwin } from "./tiktok-shop/twin"

export type SandboxOptions = {
  /** 0 for any free port, which is the default. */
  port?: number
  /** The time, in milliseconds since 1970, UTC; default the real clock. */
  now?: () => number
  tiktok_shop?: TikTokShopInput
  tiki?: TikiInput
}

/** A running sandbox, and the handle to move it from the same process. */
export type Sandbox = {
  tiktok: TikTokShopTwin
  tiki: TikiTwin
  clock: Clock
  /** The host of everything below, such as `http://localhost:4010`. */
  url: string
  /**
   * What `TIKTOK_SHOP_API_URL`, `…_AUTH_URL` and `…_CONSENT_URL` have to be, what
   * `TIKI_API_URL` has to be, and the control API.
   */
  urls: {
    api: string
    auth: string
    consent: string
    tiki: string
    control: string
  }
  close(): Promise<void>
}

/** Starts the local twins of the marketplaces on the loopback interface. */
export async function startSandbox(
  options: SandboxOptions = {}
): Promise<Sandbox> {
  const { port = 0, now, tiktok_shop } = options
  const clock = new Clock(now)
  const tiktok = new TikTokShopTwin(clock, tiktok_shop)
  const tiki = new TikiTwin(clock, options.tiki)
  const server = await listen(sandboxServer(tiktok, tiki), port)
  const host = `http://localhost:${server.port}`
  tiktok.base_url = host
  tiki.base_url = host
  return {
    tiktok,
    tiki,
    clock,
    url: host,
    urls: {
      api: host,
      auth: host,
      consent: `${host}/open/authorize`,
      tiki: host,
      control: `${host}/_control`,
    },
    async close() {
      await tiktok.webhooks.close()
      await server.close()
    },
  }
}

export { DEMO_CATALOGUE, TIKI_ONLY_PRODUCTS } from "./demo-catalogue"
export { demoOrders } from "./tiktok-shop/orders/demo-orders"
export { signCall, signWebhook } from "./tiktok-shop/signature"
export type { Books } from "./tiktok-shop/books"
export type { TikiBooks } from "./tiki/books"
