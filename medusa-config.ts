import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

const env = process.env

/** The number in an environment variable, or nothing when it is not set. */
function numberFrom(name: string): number | undefined {
  const text = env[name]
  if (!text) {
    return undefined
  }
  const value = Number(text)
  if (!Number.isFinite(value)) {
    throw new Error(`${name} must be a number, not "${text}".`)
  }
  return value
}

/**
 * TikTok Shop takes part once its app keys are there. Tiki always does: its shops may
 * connect with keys of their own.
 */
const providers = [
  ...(env.TIKTOK_SHOP_APP_KEY
    ? [
        {
          resolve: "./src/providers/tiktok-shop",
          id: "tiktok-shop",
          options: {
            appKey: env.TIKTOK_SHOP_APP_KEY,
            appSecret: env.TIKTOK_SHOP_APP_SECRET,
            serviceId: env.TIKTOK_SHOP_SERVICE_ID,
            apiUrl: env.TIKTOK_SHOP_API_URL,
            authUrl: env.TIKTOK_SHOP_AUTH_URL,
            consentUrl: env.TIKTOK_SHOP_CONSENT_URL,
            requestsPerSecond: numberFrom("TIKTOK_SHOP_REQUESTS_PER_SECOND"),
          },
        },
      ]
    : []),
  {
    resolve: "./src/providers/tiki",
    id: "tiki",
    options: {
      clientId: env.TIKI_CLIENT_ID,
      clientSecret: env.TIKI_CLIENT_SECRET,
      apiUrl: env.TIKI_API_URL,
      requestsPerSecond: numberFrom("TIKI_REQUESTS_PER_SECOND"),
    },
  },
]

/**
 * With `REDIS_URL` a shop's processes share their events, workflows, jobs and locks, and any
 * number of them may run beside one another.
 */
const sharedInRedis = (redisUrl: string) => [
  { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl } },
  {
    resolve: "@medusajs/medusa/workflow-engine-redis",
    options: { redis: { redisUrl } },
  },
  {
    resolve: "@medusajs/medusa/locking",
    options: {
      providers: [
        {
          resolve: "@medusajs/medusa/locking-redis",
          id: "locking-redis",
          is_default: true,
          options: { redisUrl },
        },
      ],
    },
  },
]

/**
 * The small shop that this repository boots as: for trying it out and for tests.
 * `defineConfig` reads `DATABASE_URL`, `JWT_SECRET`, `COOKIE_SECRET` and
 * `MEDUSA_WORKER_MODE` itself.
 */
export default defineConfig({
  projectConfig: {
    // Sign-ins to the admin, which every server has to know.
    redisUrl: env.REDIS_URL,
    http: {
      storeCors: env.STORE_CORS ?? "",
      adminCors: env.ADMIN_CORS ?? "",
      authCors: env.AUTH_CORS ?? "",
    },
    // The shop is served over plain HTTP on the loopback interface, where a
    // browser drops the secure cookies that production asks for.
    cookieOptions: { secure: false, sameSite: "lax" },
  },
  admin: { disable: env.DISABLE_MEDUSA_ADMIN === "true" },
  modules: [
    ...(env.REDIS_URL ? sharedInRedis(env.REDIS_URL) : []),
    {
      resolve: "./src/modules/marketplace-channel",
      options: {
        providers,
        encryptionKey: env.MARKETPLACES_ENCRYPTION_KEY,
        previousEncryptionKeys:
          env.MARKETPLACES_PREVIOUS_ENCRYPTION_KEYS?.split(","),
        publicUrl: env.MARKETPLACES_PUBLIC_URL,
        pollIntervalSeconds: numberFrom("MARKETPLACES_POLL_INTERVAL_SECONDS"),
        stockIntervalSeconds: numberFrom("MARKETPLACES_STOCK_INTERVAL_SECONDS"),
        sweepIntervalMinutes: numberFrom("MARKETPLACES_SWEEP_INTERVAL_MINUTES"),
        stockHistoryDays: numberFrom("MARKETPLACES_STOCK_HISTORY_DAYS"),
        orderCopyDays: numberFrom("MARKETPLACES_ORDER_COPY_DAYS"),
        webhookDays: numberFrom("MARKETPLACES_WEBHOOK_DAYS"),
        refusalDays: numberFrom("MARKETPLACES_REFUSAL_DAYS"),
        runDays: numberFrom("MARKETPLACES_RUN_DAYS"),
        waybillDays: numberFrom("MARKETPLACES_WAYBILL_DAYS"),
        photoDays: numberFrom("MARKETPLACES_PHOTO_DAYS"),
        authorizationDays: numberFrom("MARKETPLACES_AUTHORIZATION_DAYS"),
        browserPath: env.MARKETPLACES_BROWSER_PATH,
        costMetadataKey: env.MARKETPLACES_COST_METADATA_KEY,
      },
    },
  ],
})
