import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Sandbox, startSandbox } from "../sandbox"
import { seedShop } from "../scripts/host/seed-shop"
import { backgroundIdle } from "../src/workflows/background"
import { arranging } from "./daily-work/arranging"
import { buyersRequests } from "./daily-work/buyers-requests"
import { goodsComingBack } from "./daily-work/goods-coming-back"
import { handingOver } from "./daily-work/handing-over"
import { packing } from "./daily-work/packing"
import { packingAgain } from "./daily-work/packing-again"
import { parcelsTogether } from "./daily-work/parcels-together"
import { printing } from "./daily-work/printing"
import { DailyShop } from "./daily-work/shop"
import { tikiStatusTable } from "./daily-work/tiki-status-table"
import { tiktokStatusTable } from "./daily-work/tiktok-status-table"
import { wholeMorning } from "./daily-work/whole-morning"
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
  moduleName: "daily_work",
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ getContainer, api }) => {
    let shop: DailyShop

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
      shop = { container, admin, sandbox, base_url, tiktok, tiki }
    })
    beforeEach(() => {
      shop = { ...shop, container: getContainer() }
    })
    afterEach(async () => {
      await backgroundIdle()
      sandbox.tiktok.faults.clear()
      sandbox.tiki.faults.clear()
      // The next test starts with an empty shop.
      sandbox.tiktok.cancellations.clear()
      sandbox.tiktok.returns.clear()
      sandbox.tiktok.book.clear()
      sandbox.tiki.book.clear()
    })
    afterAll(() => {
      expect(sandbox.tiktok.violations).toEqual([])
      expect(sandbox.tiki.violations).toEqual([])
    })

    const at = () => shop
    arranging(at)
    printing(at)
    packing(at)
    packingAgain(at)
    handingOver(at)
    parcelsTogether(at)
    goodsComingBack(at)
    buyersRequests(at)
    tiktokStatusTable(at)
    tikiStatusTable(at)
    wholeMorning(at)
  },
})
