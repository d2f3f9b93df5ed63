import { Clock } from "./shared/clock"
import { listen } from "./shared/listen"
import { TikTokShopInput } from "./tiktok-shop/options"
import { tiktokShopServer } from "./tiktok-shop/server"
import { TikTokShopTwin } from "./tiktok-shop/twin"

export type SandboxOptions = {
  /** 0 for any free port, which is the default. */
  port?: number
  /** The time, in milliseconds since 1970, UTC; default the real clock. */
  now?: () => number
  tiktok_shop?: TikTokShopInput
}

/** A running sandbox, and the handle to move it from the same process. */
export type Sandbox = {
  tiktok: TikTokShopTwin
  clock: Clock
  /** The host of everything below, such as `http://localhost:4010`. */
  url: string
  /** What `TIKTOK_SHOP_API_URL`, `…_AUTH_URL` and `…_CONSENT_URL` have to be, and the control API. */
  urls: { api: string; auth: string; consent: string; control: string }
  close(): Promise<void>
}

/** Starts the local twins of the marketplaces on the loopback interface. */
export async function startSandbox(
  options: SandboxOptions = {}
): Promise<Sandbox> {
  const { port = 0, now, tiktok_shop } = options
  const clock = new Clock(now)
  const tiktok = new TikTokShopTwin(clock, tiktok_shop)
  const server = await listen(tiktokShopServer(tiktok), port)
  const host = `http://localhost:${server.port}`
  tiktok.base_url = host
  return {
    tiktok,
    clock,
    url: host,
    urls: {
      api: host,
      auth: host,
      consent: `${host}/open/authorize`,
      control: `${host}/_control`,
    },
    async close() {
      await tiktok.webhooks.close()
      await server.close()
    },
  }
}

export { DEMO_CATALOGUE } from "./demo-catalogue"
export { demoOrders } from "./tiktok-shop/orders/demo-orders"
export { signCall, signWebhook } from "./tiktok-shop/signature"
export type { Books } from "./tiktok-shop/books"
