import { startChild } from "../child.mjs"

const APP = {
  key: "demo_app_key",
  secret: "demo_app_secret",
  service_id: "demo_service_id",
}

/** Orders that the demo's shop has from the start. */
const ORDERS = 60

/**
 * Starts the twin of TikTok Shop with the demo's catalogue and orders. The same
 * orders come back every time.
 *
 * @param options.orders how many orders the shop has from the start
 * @returns `{ url, env, exited }`; `env` points the provider at it
 */
export async function startDemoSandbox({
  hostUrl,
  logFile,
  cleanup,
  orders = ORDERS,
}) {
  const hooks = `${hostUrl}/hooks/marketplaces/tiktok-shop`
  const child = startChild({
    name: "The sandbox",
    script: "sandbox.ts",
    env: {
      ...process.env,
      SANDBOX_OPTIONS: JSON.stringify({
        tiktok_shop: {
          app: { ...APP, redirect_url: `${hooks}/callback` },
          webhook_url: hooks,
          orders,
        },
      }),
    },
    logFile,
  })
  cleanup.add(child.stop)
  const { url } = await child.ready
  return {
    url,
    env: {
      TIKTOK_SHOP_APP_KEY: APP.key,
      TIKTOK_SHOP_APP_SECRET: APP.secret,
      TIKTOK_SHOP_SERVICE_ID: APP.service_id,
      TIKTOK_SHOP_API_URL: url,
      TIKTOK_SHOP_AUTH_URL: url,
      TIKTOK_SHOP_CONSENT_URL: `${url}/open/authorize`,
    },
    exited: child.exited,
  }
}
