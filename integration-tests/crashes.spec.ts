import { Sandbox, startSandbox } from "../sandbox"
import { arrangingDespiteCrashes } from "./crashes/arranging"
import { processesBesideOneAnother } from "./crashes/processes"
import { CrashingShop } from "./crashes/shop"
import { connectTikTokShop } from "./support/connect"
import { KillableHost, openKillableHost } from "./support/killable-host"
import { finishRun } from "./support/runs"
import { useSandbox } from "./support/sandbox-env"

/** The host is killed for good here, again and again; PostgreSQL and the marketplaces live on. */
let sandbox: Sandbox
let host: KillableHost
let shop: CrashingShop

beforeAll(async () => {
  sandbox = await startSandbox()
  useSandbox(sandbox)
  host = await openKillableHost("crashes")
  const { admin, base_url } = host
  const [tiktok] = await connectTikTokShop(admin, sandbox, base_url)
  await finishRun(admin, "/listings/downloads", { channel_ids: [tiktok.id] })
  await admin.post("/listings/auto-link", {
    channel_id: tiktok.id,
    apply: true,
  })
  shop = { host, sandbox, tiktok }
}, 180_000)

afterAll(async () => {
  await host?.close()
  await sandbox.close()
}, 60_000)

arrangingDespiteCrashes(() => shop)
processesBesideOneAnother(() => shop)
