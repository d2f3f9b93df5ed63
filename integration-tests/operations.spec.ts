import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Sandbox, startSandbox } from "../sandbox"
import { seedShop } from "../scripts/host/seed-shop"
import { backgroundIdle } from "../src/workflows/background"
import { privacy } from "./operations/privacy"
import { retention } from "./operations/retention"
import { security } from "./operations/security"
import { OperationsShop } from "./operations/shop"
import { silences } from "./operations/silences"
import { AdminClient } from "./support/admin"
import { ChannelAnswer, connectTikTokShop } from "./support/connect"
import { downloadAndLink } from "./support/listings"
import { useSandbox } from "./support/sandbox-env"
import { stockUp } from "./support/stock-up"

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
  useSandbox(sandbox)
})
afterAll(() => sandbox.close())

medusaIntegrationTestRunner({
  moduleName: "operations",
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ getContainer, api, dbConfig }) => {
    let shop: OperationsShop
    let restoreSignIns: (() => void)[]

    beforeAll(async () => {
      const container = getContainer()
      await seedShop(container)
      const admin = await AdminClient.signIn(api, container)
      const base_url = String(api.defaults.baseURL)
      const [tiktok] = await connectTikTokShop(admin, sandbox, base_url)
      const { client_id, client_secret } = sandbox.tiki.options.apps.in_house
      const { body } = await admin.post<{ channel: ChannelAnswer }>(
        "/channels",
        { provider_id: "tiki", credentials: { client_id, client_secret } }
      )
      const tiki = body.channel
      await stockUp(sandbox, container)
      await downloadAndLink(admin, [tiktok.id, tiki.id])
      shop = {
        container,
        admin,
        sandbox,
        base_url,
        database_url: dbConfig.clientUrl,
        tiktok,
        tiki,
      }
      // The runner brings the database back to here before each test.
      restoreSignIns = [sandbox.tiktok, sandbox.tiki].map(
        ({ authorizations }) => authorizations.keep()
      )
    })
    beforeEach(() => {
      shop = { ...shop, container: getContainer() }
    })
    afterEach(async () => {
      await backgroundIdle()
      sandbox.tiktok.book.clear()
      sandbox.tiki.book.clear()
      restoreSignIns.forEach((restore) => restore())
    })

    const at = () => shop
    security(at)
    silences(at)
    privacy(at)
    retention(at)
  },
})
