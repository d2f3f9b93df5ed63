import { startChild } from "../child.mjs"

const TIKTOK_APP = {
  key: "demo_app_key",
  secret: "demo_app_secret",
  service_id: "demo_service_id",
}

/** The seller's own app at Tiki; its keys are typed in when connecting. */
const TIKI_APP = {
  client_id: "7590139168389961",
  client_secret: "demo_tiki_secret",
}

/** Orders that each of the demo's shops has from the start. */
const ORDERS = { tiktok_shop: 60, tiki: 40 }

/**
 * Starts the twins of TikTok Shop and Tiki with the demo's catalogue and orders.
 * The same orders come back every time.
 *
 * @param options.orders how many orders each shop has from the start
 * @returns `{ url, env, marketplaces, exited }`; `env` points the providers at it,
 *   `marketplaces` says how to connect each and where its books are
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
          app: { ...TIKTOK_APP, redirect_url: `${hooks}/callback` },
          webhook_url: hooks,
          orders: orders.tiktok_shop,
        },
        tiki: { apps: { in_house: TIKI_APP }, orders: orders.tiki },
      }),
    },
    logFile,
  })
  cleanup.add(child.stop)
  const { url } = await child.ready
  return {
    url,
    env: {
      TIKTOK_SHOP_APP_KEY: TIKTOK_APP.key,
      TIKTOK_SHOP_APP_SECRET: TIKTOK_APP.secret,
      TIKTOK_SHOP_SERVICE_ID: TIKTOK_APP.service_id,
      TIKTOK_SHOP_API_URL: url,
      TIKTOK_SHOP_AUTH_URL: url,
      TIKTOK_SHOP_CONSENT_URL: `${url}/open/authorize`,
      TIKI_API_URL: url,
      TIKI_CLIENT_ID: "",
      TIKI_CLIENT_SECRET: "",
    },
    marketplaces: [
      { provider_id: "tiktok-shop", books_url: `${url}/_control/books` },
      {
        provider_id: "tiki",
        credentials: TIKI_APP,
        books_url: `${url}/_control/tiki/books`,
      },
    ],
    exited: child.exited,
  }
}
