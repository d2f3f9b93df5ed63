import { secretsOf } from "./secrets.mjs"

/** How long a command waits between two looks at an order feed (seconds). */
const DEMO_POLL_SECONDS = 10

/**
 * The environment of the Medusa process.
 *
 * The demo ignores marketplace variables that happen to be set in the shell: it
 * talks to the sandbox only.
 */
export function hostEnv({ stateDir, databaseUrl, port, admin, extra = {} }) {
  const secrets = secretsOf(stateDir, ["JWT_SECRET", "COOKIE_SECRET"])
  return {
    JWT_SECRET: secrets.JWT_SECRET,
    COOKIE_SECRET: secrets.COOKIE_SECRET,
    MARKETPLACES_PUBLIC_URL: `http://localhost:${port}`,
    ...process.env,
    // Serves the built admin instead of compiling pages on demand.
    NODE_ENV: "production",
    MEDUSA_DISABLE_TELEMETRY: "true",
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    ADMIN_EMAIL: admin?.email ?? "",
    ADMIN_PASSWORD: admin?.password ?? "",
    ...extra,
  }
}

/** What turns the host into the demo: the sandbox as its only marketplace. */
export function demoEnv({ stateDir, port, sandbox }) {
  const { MARKETPLACES_ENCRYPTION_KEY } = secretsOf(stateDir, [
    "MARKETPLACES_ENCRYPTION_KEY",
  ])
  return {
    SEED_DEMO_SHOP: "true",
    MARKETPLACES_ENCRYPTION_KEY,
    MARKETPLACES_PUBLIC_URL: `http://localhost:${port}`,
    MARKETPLACES_POLL_INTERVAL_SECONDS: String(DEMO_POLL_SECONDS),
    ...sandbox.env,
  }
}

/** The host alone: marketplaces and keys come from the shell as they are. */
export function bareEnv(port) {
  return {
    MARKETPLACES_PUBLIC_URL:
      process.env.MARKETPLACES_PUBLIC_URL ?? `http://localhost:${port}`,
    SEED_DEMO_SHOP: "",
  }
}
