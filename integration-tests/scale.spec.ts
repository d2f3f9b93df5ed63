import { openSoakShop, SoakShop } from "../bench/soak/shop"
import { Sandbox, startSandbox } from "../sandbox"
import { afterRedisWasEmptied } from "./scale/emptied-redis"
import { sellingWhileWorkersDie } from "./scale/selling"
import { sharingTheWork } from "./scale/sharing"
import { Cluster, openCluster } from "./support/cluster"
import { hasRedisServer } from "./support/redis-server"
import { useSandbox } from "./support/sandbox-env"

const ARTICLES = 20
const UNITS = 1_000

/**
 * One server and two workers over one database and one Redis; one of them is killed. Left out
 * on a machine without redis-server, which no package of npm brings; `.ci/run` installs it.
 */
const onMachineWithRedis = hasRedisServer() ? describe : describe.skip

onMachineWithRedis("several processes", () => {
  let sandbox: Sandbox
  let cluster: Cluster
  let shop: SoakShop

  beforeAll(async () => {
    sandbox = await startSandbox()
    useSandbox(sandbox)
    process.env.MARKETPLACES_POLL_INTERVAL_SECONDS = "2"
    cluster = await openCluster("scale", 2)
    shop = await openSoakShop(cluster, sandbox, {
      count: ARTICLES,
      units: UNITS,
    })
  }, 400_000)

  afterAll(async () => {
    await shop?.records.end()
    await cluster?.close()
    await sandbox?.close()
  }, 60_000)

  sharingTheWork(() => shop)
  afterRedisWasEmptied(() => shop)
  sellingWhileWorkersDie(() => shop)
})
