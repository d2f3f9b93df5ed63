import { Sandbox } from "../../sandbox"

/** Points the plugin's providers at a sandbox; Medusa's configuration reads these when it boots. */
export function useSandbox(sandbox: Sandbox): void {
  const { app } = sandbox.tiktok.options
  const { client_id, client_secret } = sandbox.tiki.options.apps.public
  Object.assign(process.env, {
    MARKETPLACES_ENCRYPTION_KEY: "an encryption key for tests only",
    MARKETPLACES_PUBLIC_URL: "http://localhost",
    MARKETPLACES_POLL_INTERVAL_SECONDS: "3600",
    TIKTOK_SHOP_APP_KEY: app.key,
    TIKTOK_SHOP_APP_SECRET: app.secret,
    TIKTOK_SHOP_SERVICE_ID: app.service_id,
    TIKTOK_SHOP_API_URL: sandbox.urls.api,
    TIKTOK_SHOP_AUTH_URL: sandbox.urls.auth,
    TIKTOK_SHOP_CONSENT_URL: sandbox.urls.consent,
    TIKTOK_SHOP_REQUESTS_PER_SECOND: "50",
    TIKI_CLIENT_ID: client_id,
    TIKI_CLIENT_SECRET: client_secret,
    TIKI_API_URL: sandbox.urls.tiki,
    TIKI_REQUESTS_PER_SECOND: "100",
  })
}
