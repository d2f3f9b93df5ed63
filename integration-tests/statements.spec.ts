import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Sandbox, startSandbox } from "../sandbox"
import { seedShop } from "../scripts/host/seed-shop"
import { backgroundIdle } from "../src/workflows/background"
import { capturing } from "./statements/capturing"
import { claiming } from "./statements/claiming"
import { downloading } from "./statements/downloading"
import { reading } from "./statements/reading"
import { reporting } from "./statements/reporting"
import { settling } from "./statements/settling"
import { standing } from "./statements/standing"
import { StatementsShop } from "./statements/shop"
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
  moduleName: "statements",
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ getContainer, api }) => {
    let shop: StatementsShop

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
      await stockUp(sandbox, container)
      await downloadAndLink(admin, [tiktok.id, body.channel.id])
      shop = { container, admin, sandbox, tiktok, tiki: body.channel }
    })
    beforeEach(() => {
      shop = { ...shop, container: getContainer() }
    })
    afterEach(async () => {
      await backgroundIdle()
      sandbox.tiktok.book.clear()
      sandbox.tiki.book.clear()
    })
    afterAll(() => {
      expect(sandbox.tiktok.violations).toEqual([])
      expect(sandbox.tiki.violations).toEqual([])
    })

    const at = () => shop
    reading(at)
    settling(at)
    standing(at)
    reporting(at)
    claiming(at)
    downloading(at)
    capturing(at)
  },
})
