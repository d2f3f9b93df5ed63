import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Sandbox, signWebhook, startSandbox } from "../sandbox"
import { seedShop } from "../scripts/host/seed-shop"
import marketplacesTick from "../src/jobs/tick"
import { backgroundIdle } from "../src/workflows/background"
import { AdminClient } from "./support/admin"
import { ChannelAnswer, connectTikTokShop } from "./support/connect"
import { finishRun, resultsOf } from "./support/runs"
import { useSandbox } from "./support/sandbox-env"

type OrderAnswer = {
  id: string
  external_id: string
  status: string | null
  raw_status: string
  status_rule: string | null
  import_state: string
  block_reasons: { code: string; params: Record<string, unknown> }[]
  medusa_order_id: string | null
  total: number
  host_state: string
  lines: {
    id: string
    quantity: number
    external_line_ids: string[]
    variant_id: string | null
  }[]
  history: { status: string; source: string }[]
}

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
  useSandbox(sandbox)
})
afterAll(() => sandbox.close())

medusaIntegrationTestRunner({
  moduleName: "orders",
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ getContainer, api }) => {
    let container: MedusaContainer
    let admin: AdminClient
    let channel: ChannelAnswer

    beforeAll(async () => {
      container = getContainer()
      await seedShop(container)
      admin = await AdminClient.signIn(api, container)
      const base_url = String(api.defaults.baseURL)
      ;[channel] = await connectTikTokShop(admin, sandbox, base_url)
      await finishRun(admin, "/listings/downloads", {
        channel_ids: [channel.id],
      })
      await admin.post("/listings/auto-link", {
        channel_id: channel.id,
        apply: true,
      })
    })
    beforeEach(() => {
      container = getContainer()
    })
    afterEach(async () => {
      await backgroundIdle()
      sandbox.tiktok.faults.clear()
    })

    const download = (body: Record<string, unknown> = {}) =>
      finishRun(admin, "/orders/downloads", {
        channel_ids: [channel.id],
        ...body,
      })

    const find = async (external_id: string): Promise<OrderAnswer> => {
      const list = await admin.get<{ orders: { id: string }[] }>(
        `/orders?q=${external_id}`
      )
      const [{ id }] = list.body.orders
      const { body } = await admin.get<{ order: OrderAnswer }>(`/orders/${id}`)
      return body.order
    }

    /** Lets everything that is due happen. */
    const tick = async () => {
      for (let round = 0; round < 3; round++) {
        await marketplacesTick(container)
        await backgroundIdle()
      }
    }

    const medusaOrder = async (id: string) => {
      const { result } = await getOrderDetailWorkflow(container).run({
        input: {
          order_id: id,
          fields: [
            "id",
            "status",
            "total",
            "email",
            "customer_id",
            "summary",
            "items.*",
            "shipping_address.*",
            "custom_display_id",
          ],
        },
      })
      return result
    }

    const reservations = (line_ids: string[]) =>
      container
        .resolve(Modules.INVENTORY)
        .listReservationItems({ line_item_id: line_ids })

    it("makes a paid order whole, to the đồng, and once however often it is downloaded", async () => {
      const [placed] = sandbox.tiktok.addOrders([
        {
          lines: [
            {
              seller_sku: "LY-LAM-S",
              quantity: 2,
              seller_discount: 10_000,
              platform_discount: 5_000,
            },
          ],
        },
      ])
      const run = await download()
      expect(run).toMatchObject({ status: "done", counts: { imported: 1 } })
      const order = await find(placed.id)
      expect(order).toMatchObject({
        status: "awaiting_confirmation",
        status_rule: "raw:AWAITING_SHIPMENT",
        import_state: "imported",
      })
      const made = await medusaOrder(order.medusa_order_id ?? "")
      expect(made.payment_status).toBe("captured")
      expect(Number(made.total)).toBe(order.total)
      expect(made.email).toBeNull()
      expect(made.customer_id).toBeNull()
      const kept = await reservations(order.lines.map(({ id }) => id))
      expect(kept.map(({ quantity }) => Number(quantity))).toEqual([2])

      const again = await download()
      expect(again.counts).toEqual({ unchanged: 1 })
      expect(await reservations(order.lines.map(({ id }) => id))).toHaveLength(
        1
      )
    })
  },
})
