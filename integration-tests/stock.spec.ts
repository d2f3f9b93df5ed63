import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Sandbox, startSandbox } from "../sandbox"
import { seedShop } from "../scripts/host/seed-shop"
import { backgroundIdle } from "../src/workflows/background"
import { Shop } from "./cases/fake-shop"
import { FakeMarketplace } from "./fixtures/fake-provider"
import { anyInterleaving } from "./stock/any-interleaving"
import { following } from "./stock/following"
import { heldInMedusa } from "./stock/held-in-medusa"
import { raisedSafely } from "./stock/raised-safely"
import { seenByPeople } from "./stock/seen-by-people"
import { sharedGoods } from "./stock/shared-goods"
import { underStrain } from "./stock/under-strain"
import { AdminClient } from "./support/admin"
import { useFakeMarketplace } from "./support/fake-marketplace"
import { useSandbox } from "./support/sandbox-env"

let sandbox: Sandbox
let fake: FakeMarketplace
beforeAll(async () => {
  sandbox = await startSandbox()
  useSandbox(sandbox)
  fake = await useFakeMarketplace("stock", { connects_by_app: true })
})
afterAll(() => sandbox.close())

medusaIntegrationTestRunner({
  moduleName: "stock",
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ getContainer, api }) => {
    let shop: Shop

    beforeAll(async () => {
      const container = getContainer()
      await seedShop(container)
      const admin = await AdminClient.signIn(api, container)
      shop = { container, admin, fake }
    })
    beforeEach(() => {
      fake.reset()
      shop = { ...shop, container: getContainer() }
    })
    afterEach(() => backgroundIdle())

    following(() => shop)
    heldInMedusa(() => shop)
    anyInterleaving(() => shop)
    seenByPeople(() => shop)
    underStrain(() => shop)
    raisedSafely(() => shop)
    sharedGoods(() => shop)
  },
})
