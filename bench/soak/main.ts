import { startSandbox } from "../../sandbox"
import { messageOf, required, tellParent } from "../../scripts/host/messages"
import { openCluster } from "../../integration-tests/support/cluster"
import { useSandbox } from "../../integration-tests/support/sandbox-env"
import { openSoakShop } from "./shop"
import { soak } from "./run"

const ARTICLES = 100
/** Of each article: nothing sells out. TikTok Shop shows 99,999 at most. */
const UNITS = 90_000

/** Boots the shop and sells, as `SOAK_OPTIONS` says; says how it went, and the report at the end. */
async function main(): Promise<void> {
  const { workers, ...options } = JSON.parse(required("SOAK_OPTIONS")) as {
    minutes: number
    rate: number
    workers: number
  }
  const say = (line: string) => console.error(line)
  const sandbox = await startSandbox({
    // What the twins check of every call would be measured along with it.
    tiktok_shop: { validate: false, quota: { per_second: 1_000_000 } },
    tiki: { validate: false, quota: { per_second: 1_000_000 } },
  })
  useSandbox(sandbox)
  Object.assign(process.env, {
    LOG_LEVEL: "warn",
    MEDUSA_DISABLE_TELEMETRY: "true",
    MARKETPLACES_POLL_INTERVAL_SECONDS: "60",
  })
  const cluster = await openCluster("soak", workers)
  try {
    const shop = await openSoakShop(cluster, sandbox, {
      count: ARTICLES,
      units: UNITS,
    })
    say(`connected: one server, ${workers} workers, ${ARTICLES} articles`)
    const report = await soak(shop, options, say)
    await shop.records.end()
    tellParent({ type: "ready", detail: report })
  } finally {
    await cluster.close()
    await sandbox.close()
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(messageOf(error))
    process.exit(1)
  }
)
