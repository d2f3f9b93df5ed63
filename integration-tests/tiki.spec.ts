import { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Sandbox, startSandbox } from "../sandbox"
import { seedShop } from "../scripts/host/seed-shop"
import { backgroundIdle } from "../src/workflows/background"
import { AdminClient } from "./support/admin"
import { ChannelAnswer } from "./support/connect"
import { downloadAndLink } from "./support/listings"
import { useSandbox } from "./support/sandbox-env"
import { stockUp } from "./support/stock-up"
import { anyHistory } from "./tiki/any-history"
import { badInput } from "./tiki/bad-input"
import { confirmation } from "./tiki/confirmation"
import { connecting } from "./tiki/connecting"
import { downloads } from "./tiki/downloads"
import { events } from "./tiki/events"
import { TikiShop } from "./tiki/shop"
import { specialOrders } from "./tiki/special-orders"
import { statuses } from "./tiki/statuses"

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
  useSandbox(sandbox)
})
afterAll(() => sandbox.close())

medusaIntegrationTestRunner({
  moduleName: "tiki",
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ getContainer, api }) => {
    let container: MedusaContainer
    let shop: TikiShop

    beforeAll(async () => {
      container = getContainer()
      await seedShop(container)
      const admin = await AdminClient.signIn(api, container)
      const { tiki } = sandbox
      const { client_id, client_secret } = tiki.options.apps.in_house
      const credentials = { client_id, client_secret }
      const { body } = await admin.post<{ channel: ChannelAnswer }>(
        "/channels",
        { provider_id: "tiki", credentials }
      )
      const { channel } = body
      shop = {
        container,
        admin,
        sandbox,
        tiki,
        credentials,
        base_url: String(api.defaults.baseURL),
        channel,
      }
      await stockUp(sandbox, container)
      await downloadAndLink(admin, [channel.id])
    })
    beforeEach(() => {
      shop = { ...shop, container: getContainer() }
    })
    afterEach(async () => {
      await backgroundIdle()
      sandbox.tiki.faults.clear()
      sandbox.tiki.book.clear()
    })
    afterAll(() => {
      expect(sandbox.tiki.violations).toEqual([])
    })

    const at = () => shop
    connecting(at)
    downloads(at)
    statuses(at)
    specialOrders(at)
    events(at)
    confirmation(at)
    badInput(at)
    anyHistory(at)
  },
})
