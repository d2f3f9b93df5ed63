import { Sandbox, startSandbox } from "../sandbox"
import { followingDespiteCrashes } from "./stock-crashes/following"
import { openStockShop, StockShop } from "./stock-crashes/shop"
import { KillableHost, openKillableHost } from "./support/killable-host"
import { useSandbox } from "./support/sandbox-env"

/** Buyers on two marketplaces and a shelf that is filled up, while the host is killed again and again. */
let sandbox: Sandbox
let host: KillableHost
let shop: StockShop

beforeAll(async () => {
  sandbox = await startSandbox({
    // Orders come late: until then only the counters tell of them.
    tiktok_shop: { feed_delay_seconds: 3 },
    tiki: { feed_delay_seconds: 3, event_delay_seconds: 3 },
  })
  useSandbox(sandbox)
  Object.assign(process.env, {
    MARKETPLACES_POLL_INTERVAL_SECONDS: "2",
    MARKETPLACES_SWEEP_INTERVAL_MINUTES: "0.1",
  })
  host = await openKillableHost("stock_crashes")
  shop = await openStockShop(host, sandbox)
}, 240_000)

afterAll(async () => {
  await host?.close()
  await sandbox.close()
}, 60_000)

followingDespiteCrashes(() => shop)
