import { setTimeout as sleep } from "node:timers/promises"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { deleteStockLocationsWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { DEMO_CATALOGUE, Sandbox, signWebhook, startSandbox } from "../sandbox"
import { seedShop } from "../scripts/host/seed-shop"
import { FlowKind } from "../src/domain/channels/flow-kind"
import { JsonObject } from "../src/domain/shared/json"
import marketplacesTick from "../src/jobs/tick"
import { exampleData } from "../src/providers/tiktok-shop/__fixtures__/description"
import { mapRawOrder } from "../src/providers/tiktok-shop/mappers"
import { listChannels } from "../src/workflows/orders/channel"
import { ingestOrders } from "../src/workflows/orders/ingest-orders"
import { releaseUnitsWorkflow } from "../src/workflows/host-orders/workflows/release-units"
import { marketplacesOf } from "../src/workflows/marketplaces"
import { backgroundIdle } from "../src/workflows/background"
import { executeRun } from "../src/workflows/runs/execute-run"
import { FakeMarketplace } from "./fixtures/fake-provider"
import { buildLine } from "./fixtures/fake-provider/build"
import { failingAtWrite, losingTheDatabase } from "./support/failing-writes"
import { AdminClient } from "./support/admin"
import { ChannelAnswer, connectTikTokShop } from "./support/connect"
import { connectFake, useFakeMarketplace } from "./support/fake-marketplace"
import { orderLevelOf } from "./support/levels"
import { downloadAndLink } from "./support/listings"
import {
  findOrder,
  medusaOrder as readMedusaOrder,
  OrderAnswer,
} from "./support/orders"
import { finishRun, Run, resultsOf } from "./support/runs"
import { useSandbox } from "./support/sandbox-env"
import { stockUp } from "./support/stock-up"
import { tick as letHappen } from "./support/tick"

let sandbox: Sandbox
let fake: FakeMarketplace
beforeAll(async () => {
  sandbox = await startSandbox()
  useSandbox(sandbox)
  fake = await useFakeMarketplace("asks for confirmation")
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
      await stockUp(sandbox, container)
      await downloadAndLink(admin, [channel.id])
    })
    beforeEach(() => {
      container = getContainer()
    })
    afterEach(async () => {
      sandbox.tiktok.faults.clear()
      await backgroundIdle()
      sandbox.tiktok.book.clear()
    })

    const download = (body: Record<string, unknown> = {}) =>
      finishRun(admin, "/orders/downloads", {
        channel_ids: [channel.id],
        ...body,
      })

    const find = (external_id: string) => findOrder({ admin }, external_id)

    /** Lets everything that is due happen. */
    const tick = () => letHappen(container)

    const medusaOrder = (order: OrderAnswer) =>
      readMedusaOrder({ container }, order)

    const reservations = (line_ids: string[]) =>
      container
        .resolve(Modules.INVENTORY)
        .listReservationItems({ line_item_id: line_ids })

    /** Leaves what a process does that dies after it has made the orders. */
    const forgetMaking = (...orders: OrderAnswer[]) =>
      marketplacesOf(container).updateMarketplaceChannelOrders(
        orders.map(({ id }) => ({
          id,
          status: null,
          import_state: "pending",
          import_rule: null,
          medusa_order_id: null,
          host_state: "none",
          planned_hash: null,
        }))
      )

    /** As if nothing had ever been reserved for the order. */
    const forgetReservations = async ({ external_id }: OrderAnswer) => {
      const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const made = () => knex("reservation_item").where({ external_id })
      await container
        .resolve(Modules.INVENTORY)
        .deleteReservationItems(await made().pluck("id"))
      await made().delete()
    }

    const hourAgo = () => new Date(Date.now() - 3_600_000).toISOString()

    const findListing = async (seller_sku: string) => {
      const { body } = await admin.get<{
        listings: { id: string; variant_id: string }[]
      }>(`/listings?q=${seller_sku}`)
      expect(body.listings).toHaveLength(1)
      return body.listings[0]
    }

    const webhookBody = (order_id: string, shop_id: string, status: string) =>
      JSON.stringify({
        type: 1,
        tts_notification_id: `75${order_id}`,
        shop_id,
        timestamp: 1_760_000_123,
        data: { order_id, order_status: status, update_time: 1_760_000_120 },
      })

    const sendWebhook = async (body: string, signature?: string) => {
      const { key, secret } = sandbox.tiktok.options.app
      const response = await fetch(
        `${api.defaults.baseURL}/hooks/marketplaces/tiktok-shop`,
        {
          method: "POST",
          body,
          headers: {
            "content-type": "application/json",
            authorization: signature ?? signWebhook(key, secret, body),
          },
        }
      )
      return response.status
    }

    const levelOf = (seller_sku: string) =>
      orderLevelOf({ container }, seller_sku)

    const lineIds = (order: OrderAnswer) => order.lines.map(({ id }) => id)

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
      const made = await medusaOrder(order)
      expect(made).toMatchObject({
        payment_status: "captured",
        email: null,
        customer_id: null,
        custom_display_id: `TTS-${placed.id}`,
      })
      expect(Number(made.total)).toBe(order.total)
      expect(new Date(made.created_at)).toEqual(
        new Date(placed.create_time * 1000)
      )
      const kept = await reservations(lineIds(order))
      expect(kept.map(({ quantity }) => Number(quantity))).toEqual([2])

      const again = await download()
      expect(again.counts).toEqual({ unchanged: 1 })
      expect(await reservations(lineIds(order))).toHaveLength(1)
    })

    it("tells what a download would do without writing anything", async () => {
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }] },
      ])
      const preview = await download({ preview: true })
      expect(preview).toMatchObject({ preview: true, status: "done" })
      const lines = await resultsOf(admin, preview)
      expect(lines.map(({ external_id }) => external_id)).toContain(placed.id)
      const { body } = await admin.get<{ count: number }>(
        `/orders?q=${placed.id}`
      )
      expect(body.count).toBe(0)
    })

    it("parks an order with an unlinked product, keeps units for the rest, and brings it in once linked", async () => {
      const listing = await findListing("LY-LAM-L")
      await admin.delete(`/listings/${listing.id}/link`)
      const [placed] = sandbox.tiktok.addOrders([
        {
          lines: [
            { seller_sku: "LY-LAM-S", quantity: 3 },
            { seller_sku: "LY-LAM-L", quantity: 1 },
          ],
        },
      ])
      const run = await download({ from: hourAgo() })
      const [line] = (await resultsOf(admin, run)).filter(
        ({ external_id }) => external_id === placed.id
      )
      expect(line.code).toBe("listing_not_linked")
      expect(line.message).toContain(`Order ${placed.id} · Product`)

      const parked = await find(placed.id)
      expect(parked).toMatchObject({
        import_state: "blocked",
        status: "awaiting_confirmation",
        medusa_order_id: null,
        block_reasons: [{ code: "listing_not_linked" }],
      })
      const held = await reservations(lineIds(parked))
      expect(held.map(({ quantity }) => Number(quantity))).toEqual([3])

      await admin.post(`/listings/${listing.id}/link`, {
        variant_id: listing.variant_id,
      })
      await tick()
      const imported = await find(placed.id)
      expect(imported).toMatchObject({
        import_state: "imported",
        block_reasons: [],
      })
      const all = await reservations(lineIds(imported))
      expect(all.map(({ quantity }) => Number(quantity)).sort()).toEqual([1, 3])
      expect(all.map(({ id }) => id)).toContain(held[0].id)
      expect(imported.history.map(({ source }) => source)).toEqual([
        "download",
        "link",
      ])
    })

    it("brings a parked order in once linked, also when a message about it comes between", async () => {
      const listing = await findListing("LY-LAM-L")
      await admin.delete(`/listings/${listing.id}/link`)
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-L" }] },
      ])
      await download({ from: hourAgo() })
      const parked = await find(placed.id)
      expect(parked.import_state).toBe("blocked")

      await admin.post(`/listings/${listing.id}/link`, {
        variant_id: listing.variant_id,
      })
      await marketplacesOf(container).nudges.add(
        parked.channel_id,
        [placed.id],
        "webhook"
      )
      await tick()
      expect(await find(placed.id)).toMatchObject({
        import_state: "imported",
        block_reasons: [],
      })
    })

    describe("a parked order comes in by itself", () => {
      const parked = async (code: string, wire: JsonObject = {}) => {
        const [placed] = sandbox.tiktok.addOrders([
          { lines: [{ seller_sku: "LY-LAM-S" }] },
        ])
        sandbox.tiktok.orders.edit(placed.id, {
          wire,
          off_contract: true,
          touch: true,
        })
        await download({ from: hourAgo() })
        expect(await find(placed.id)).toMatchObject({
          import_state: "blocked",
          block_reasons: [{ code }],
        })
        return placed.id
      }
      const cameIn = async (external_id: string) => {
        const order = await find(external_id)
        expect(order).toMatchObject({
          import_state: "imported",
          block_reasons: [],
        })
        expect(order.history.map(({ source }) => source)).toEqual([
          "download",
          "check",
        ])
      }

      it("once the channel's settings say where its goods are", async () => {
        const { warehouses } = channel.settings as {
          warehouses: { external_id: string; stock_location_id: string }[]
        }
        const id = await parked("warehouse_not_mapped", {
          warehouse_id: "7000000000000000099",
        })
        const map = (external_id: string) =>
          admin.post(`/channels/${channel.id}`, {
            settings: { warehouses: [{ ...warehouses[0], external_id }] },
          })
        await map("7000000000000000099")
        await tick()
        await map(warehouses[0].external_id)
        await cameIn(id)
      })

      it("once its cause goes in Medusa, at the next check of open orders", async () => {
        const disable = (is_disabled: boolean) =>
          container
            .resolve(Modules.SALES_CHANNEL)
            .updateSalesChannels(channel.sales_channel_id, { is_disabled })
        await disable(true)
        const id = await parked("sales_channel_disabled").finally(() =>
          disable(false)
        )
        await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
          `UPDATE marketplace_channel_order
                SET updated_at = now() - interval '2 hours'
              WHERE external_id = ?`,
          [id]
        )
        await marketplacesOf(container).flows.reschedule(
          channel.id,
          "open_orders",
          new Date()
        )
        await tick()
        await cameIn(id)
      })
    })

    it("makes the product of an order line when nobody can download it and the channel says so", async () => {
      const missing = {
        ...DEMO_CATALOGUE[0],
        key: "binh-hoa-da-xoa",
        title: "Bình hoa đã xoá",
        options: [],
        skus: [{ ...DEMO_CATALOGUE[0].skus[0], seller_sku: "BINH-XOA" }],
      }
      const gone = sandbox.tiktok.addProduct(missing)
      const orders = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "BINH-XOA", quantity: 2 }] },
        { lines: [{ seller_sku: "BINH-XOA" }, { seller_sku: "LY-LAM-S" }] },
      ])
      sandbox.tiktok.deleteProduct(gone.id)
      await download({ from: hourAgo() })
      for (const { id } of orders) {
        expect(await find(id)).toMatchObject({
          import_state: "blocked",
          block_reasons: [{ code: "listing_not_downloaded" }],
        })
      }
      const choose = (always_import_products: boolean | null) =>
        admin.post(`/channels/${channel.id}`, {
          settings: { always_import_products },
        })
      await choose(true)
      try {
        await download({ from: hourAgo() })
        await download({ from: hourAgo() })
      } finally {
        await choose(null)
      }
      const [first, second] = await Promise.all(
        orders.map(({ id }) => find(id))
      )
      expect(first.import_state).toBe("imported")
      expect(second.import_state).toBe("imported")
      const [listing] = await marketplacesOf(container).listMarketplaceListings(
        { seller_sku: "BINH-XOA" }
      )
      expect(listing).toMatchObject({
        linked_by: "auto:order_line",
        link_state: "linked",
      })
      expect(first.lines[0].variant_id).toBe(listing.variant_id)
      expect(second.lines.map(({ variant_id }) => variant_id)).toContain(
        listing.variant_id
      )
      const { data: variants } = await container
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph({
          entity: "product_variant",
          fields: ["id", "sku", "manage_inventory", "product.title"],
          filters: { sku: "BINH-XOA" },
        })
      expect(variants).toMatchObject([
        {
          id: listing.variant_id,
          manage_inventory: false,
          product: { title: "Bình hoa đã xoá" },
        },
      ])
    })

    it("keeps for a parked order what it is linked to by now, and as many as are left", async () => {
      const reserved = async () => [
        (await levelOf("LY-LAM-S")).reserved,
        (await levelOf("LY-LAM-M")).reserved,
      ]
      const [small, medium] = await reserved()
      const [parking, listing, other] = await Promise.all(
        ["LY-LAM-L", "LY-LAM-S", "LY-LAM-M"].map(findListing)
      )
      await admin.delete(`/listings/${parking.id}/link`)
      const [placed] = sandbox.tiktok.addOrders([
        {
          lines: [
            { seller_sku: "LY-LAM-S", quantity: 3 },
            { seller_sku: "LY-LAM-L" },
          ],
        },
      ])
      await download({ from: hourAgo() })
      const { id, import_state } = await find(placed.id)
      expect(import_state).toBe("blocked")
      expect(await reserved()).toEqual([small + 3, medium])

      const link = async (to: { id: string }, variant_id: string) => {
        await admin.post(`/listings/${to.id}/link`, { variant_id })
        await tick()
      }
      await link(listing, other.variant_id)
      expect(await reserved()).toEqual([small, medium + 3])

      sandbox.tiktok.orders.cancel(placed.id, "BUYER", undefined, [
        placed.units[0].id,
      ])
      await admin.post(`/orders/${id}/retry`)
      expect(await reserved()).toEqual([small, medium + 2])

      await link(parking, parking.variant_id)
      expect(await find(placed.id)).toMatchObject({ import_state: "imported" })
      expect(await reserved()).toEqual([small, medium + 2])
      await link(listing, listing.variant_id)
    })

    it("frees a parked order's units when it is cancelled", async () => {
      const listing = await findListing("LY-LAM-L")
      await admin.delete(`/listings/${listing.id}/link`)
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }, { seller_sku: "LY-LAM-L" }] },
      ])
      await download({ from: hourAgo() })
      const parked = await find(placed.id)
      expect(await reservations(lineIds(parked))).toHaveLength(1)
      sandbox.tiktok.orders.cancel(placed.id, "BUYER")
      await download({ from: hourAgo() })
      const cancelled = await find(placed.id)
      expect(cancelled).toMatchObject({
        status: "cancelled_by_buyer",
        import_state: "imported",
      })
      expect(await reservations(lineIds(cancelled))).toHaveLength(0)
      expect((await medusaOrder(cancelled)).status).toBe("canceled")
    })

    it.each([
      ["all of them", ["LY-LAM-S", "LY-LAM-M"]],
      ["some of them", ["LY-LAM-M"]],
    ])(
      "keeps a parked order's units once though a process gave %s back just before it died",
      async (_, given_back) => {
        const listing = await findListing("LY-LAM-L")
        const levels = async () => [
          await levelOf("LY-LAM-S"),
          await levelOf("LY-LAM-M"),
        ]
        const before = await levels()
        await admin.delete(`/listings/${listing.id}/link`)
        const [placed] = sandbox.tiktok.addOrders([
          {
            lines: ["LY-LAM-L", "LY-LAM-S", "LY-LAM-M"].map((seller_sku) => ({
              seller_sku,
            })),
          },
        ])
        await download({ from: hourAgo() })
        const parked = await find(placed.id)
        expect(parked.import_state).toBe("blocked")
        expect(await reservations(lineIds(parked))).toHaveLength(2)
        // It meant to write down that their ids are used up.
        await releaseUnitsWorkflow(container).run({
          input: {
            line_item_ids: parked.lines
              .filter(({ seller_sku }) => given_back.includes(seller_sku ?? ""))
              .map(({ id }) => id),
          },
        })
        expect(await reservations(lineIds(parked))).toHaveLength(
          2 - given_back.length
        )

        await admin.post(`/listings/${listing.id}/link`, {
          variant_id: listing.variant_id,
        })
        await tick()
        const imported = await find(placed.id)
        expect(imported).toMatchObject({ import_state: "imported" })
        expect(await reservations(lineIds(imported))).toHaveLength(3)
        expect(await levels()).toEqual(
          before.map(({ stocked, reserved }) => ({
            stocked,
            reserved: reserved + 1,
          }))
        )
      }
    )

    it("follows an order from unpaid to delivered, with stock leaving once", async () => {
      const before = await levelOf("LY-LAM-S")
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S", quantity: 2 }], status: "UNPAID" },
      ])
      await download({ from: hourAgo() })
      const unpaid = await find(placed.id)
      expect(unpaid.status).toBe("new")
      expect((await medusaOrder(unpaid)).payment_status).toBe("not_paid")
      expect(await levelOf("LY-LAM-S")).toEqual({
        stocked: before.stocked,
        reserved: before.reserved + 2,
      })

      sandbox.tiktok.orders.advance(placed.id, "AWAITING_SHIPMENT")
      await download({ from: hourAgo() })
      const paid = await medusaOrder(await find(placed.id))
      expect(paid.payment_status).toBe("captured")
      expect(paid.shipping_address?.address_1).toBeTruthy()

      sandbox.tiktok.orders.advance(placed.id, "IN_TRANSIT")
      await download({ from: hourAgo() })
      const moving = await find(placed.id)
      expect(moving).toMatchObject({
        status: "in_transit",
        host_state: "shipped",
      })
      expect((await medusaOrder(moving)).fulfillment_status).toBe("shipped")
      expect(await levelOf("LY-LAM-S")).toEqual({
        stocked: before.stocked - 2,
        reserved: before.reserved,
      })

      sandbox.tiktok.orders.advance(placed.id, "DELIVERED")
      await download({ from: hourAgo() })
      await download({ from: hourAgo() })
      const done = await find(placed.id)
      expect(done).toMatchObject({
        status: "succeeded",
        host_state: "completed",
      })
      expect(await medusaOrder(done)).toMatchObject({
        status: "completed",
        fulfillment_status: "delivered",
        payment_status: "captured",
      })
      expect(await levelOf("LY-LAM-S")).toEqual({
        stocked: before.stocked - 2,
        reserved: before.reserved,
      })
      expect(done.history.map(({ status }) => status)).toEqual([
        "new",
        "awaiting_confirmation",
        "in_transit",
        "succeeded",
      ])
    })

    it("cancels and frees the units, whoever cancelled", async () => {
      const before = await levelOf("LY-LAM-S")
      const placed = sandbox.tiktok.addOrders(
        (["BUYER", "SELLER", "SYSTEM"] as const).map(() => ({
          lines: [{ seller_sku: "LY-LAM-S" }],
        }))
      )
      await download({ from: hourAgo() })
      sandbox.tiktok.orders.cancel(placed[0].id, "BUYER")
      sandbox.tiktok.orders.cancel(placed[1].id, "SELLER")
      sandbox.tiktok.orders.cancel(placed[2].id, "SYSTEM")
      await download({ from: hourAgo() })
      const orders = await Promise.all(placed.map(({ id }) => find(id)))
      expect(orders.map(({ status }) => status)).toEqual([
        "cancelled_by_buyer",
        "cancelled_by_seller",
        "cancelled_by_system",
      ])
      for (const order of orders) {
        expect(await medusaOrder(order)).toMatchObject({ status: "canceled" })
      }
      expect(await levelOf("LY-LAM-S")).toEqual(before)
    })

    it("keeps an order that was cancelled on its way as returning", async () => {
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }], status: "IN_TRANSIT" },
      ])
      await download({ from: hourAgo() })
      sandbox.tiktok.orders.cancel(placed.id, "SYSTEM")
      await download({ from: hourAgo() })
      expect(await find(placed.id)).toMatchObject({
        status: "returning",
        status_rule: "cancelled_after_collection",
        host_state: "shipped",
      })
    })

    it("captures cash on delivery only when it was delivered", async () => {
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }], is_cod: true },
      ])
      await download({ from: hourAgo() })
      expect((await medusaOrder(await find(placed.id))).payment_status).toBe(
        "not_paid"
      )
      sandbox.tiktok.orders.advance(placed.id, "COMPLETED")
      await download({ from: hourAgo() })
      expect(await medusaOrder(await find(placed.id))).toMatchObject({
        status: "completed",
        payment_status: "captured",
      })
    })

    it("reads an order again when a webhook says so, whatever the webhook claims", async () => {
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }] },
      ])
      const body = webhookBody(placed.id, placed.shop_id, "CANCEL")
      const answers = await Promise.all([
        sendWebhook(body),
        sendWebhook(body),
        sendWebhook(body),
      ])
      expect(answers).toEqual([200, 200, 200])
      await tick()
      expect(await find(placed.id)).toMatchObject({
        status: "awaiting_confirmation",
        import_state: "imported",
      })
    })

    it("refuses forged, malformed and oversized webhooks, and records unknown ones", async () => {
      const body = webhookBody("578000000000000001", "1", "UNPAID")
      expect(await sendWebhook(body, "0".repeat(64))).toBe(401)
      expect(await sendWebhook(body, "")).toBe(401)
      expect(await sendWebhook("{not json")).toBe(400)
      expect(await sendWebhook(`"${"x".repeat(1024 * 1024)}"`)).toBe(413)
      expect(await sendWebhook(body)).toBe(200)
      expect(
        await sendWebhook(
          JSON.stringify({ type: 999, shop_id: "1", timestamp: 1, data: {} })
        )
      ).toBe(200)
      const refusals = await marketplacesOf(container).inbox.refusalsSince(
        new Date(Date.now() - 7_200_000)
      )
      expect(
        Object.fromEntries(refusals.map(({ reason, count }) => [reason, count]))
      ).toEqual({ bad_signature: 2, malformed: 1, too_large: 1 })
    })

    it("parks what it does not understand, with the reason, and never guesses", async () => {
      const [odd, noSku] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }] },
        { lines: [{ seller_sku: "LY-LAM-S" }] },
      ])
      sandbox.tiktok.orders.edit(odd.id, {
        wire: { status: "TELEPORTING" },
        off_contract: true,
        touch: true,
      })
      sandbox.tiktok.orders.edit(noSku.id, {
        wire: { line_items: { 0: { sku_id: null } } },
        off_contract: true,
        touch: true,
      })
      await download({ from: hourAgo() })
      expect(await find(odd.id)).toMatchObject({
        import_state: "blocked",
        status: null,
        medusa_order_id: null,
        block_reasons: [
          { code: "unknown_status", params: { status: "TELEPORTING" } },
        ],
      })
      expect(await find(noSku.id)).toMatchObject({
        import_state: "blocked",
        block_reasons: [{ code: "payload_not_understood" }],
      })
    })

    it("survives an answer that never comes, a full quota and a broken page", async () => {
      const placed = sandbox.tiktok.addOrders([{}, {}, {}])
      for (const kind of ["429", "500", "truncated"] as const) {
        sandbox.tiktok.faults.add({ kind, path: "/orders/search", times: 1 })
      }
      const run = await download({ from: hourAgo() })
      expect(run.status).toBe("done")
      for (const { id } of placed) {
        expect((await find(id)).external_id).toBe(id)
      }
    })

    it("polls what changed and remembers how far it has come", async () => {
      const placed = sandbox.tiktok.addOrders([{}, {}])
      const marketplaces = marketplacesOf(container)
      const [flow] = await marketplaces.listMarketplaceFlows({
        channel_id: channel.id,
        kind: "recent_orders",
      })
      await marketplaces.updateMarketplaceFlows({
        id: flow.id,
        due_at: new Date(),
      })
      await tick()
      for (const { id } of placed) {
        expect((await find(id)).external_id).toBe(id)
      }
      const after = await marketplaces.retrieveMarketplaceFlow(flow.id)
      expect(after.last_error).toBeNull()
      expect(Number(after.cursor)).toBeGreaterThan(Number(flow.cursor))
    })

    it("makes an order once, however many ask for it at the same time", async () => {
      const placed = sandbox.tiktok.addOrders(
        Array.from({ length: 5 }, () => ({
          lines: [{ seller_sku: "LY-LAM-S", quantity: 2 }],
        }))
      )
      const before = await levelOf("LY-LAM-S")
      for (const { id, shop_id } of placed) {
        await sendWebhook(webhookBody(id, shop_id, "AWAITING_SHIPMENT"))
      }
      await Promise.all([
        tick(),
        download({ from: hourAgo() }),
        download({ from: hourAgo() }),
      ])
      const list = await admin.get<{ count: number }>("/orders?limit=1")
      expect(list.body.count).toBe(5)
      const [, made] = await container
        .resolve(Modules.ORDER)
        .listAndCountOrders()
      expect(made).toBe(5)
      expect(await levelOf("LY-LAM-S")).toEqual({
        stocked: before.stocked,
        reserved: before.reserved + 10,
      })
    })

    it("knows an order that Medusa has and that was not recorded before the next copy came", async () => {
      const before = await levelOf("LY-LAM-L")
      const placed = sandbox.tiktok.addOrders(
        ["cancelled", "unlinked"].map(() => ({
          lines: [{ seller_sku: "LY-LAM-L" }],
        }))
      )
      await download({ from: hourAgo() })
      const [cancelled, unlinked] = await Promise.all(
        placed.map(({ id }) => find(id))
      )
      await forgetMaking(cancelled, unlinked)
      const listing = await findListing("LY-LAM-L")
      await admin.delete(`/listings/${listing.id}/link`)
      sandbox.tiktok.orders.cancel(cancelled.external_id, "SELLER")
      await download({ from: hourAgo() })

      expect(await find(cancelled.external_id)).toMatchObject({
        import_state: "imported",
        host_state: "canceled",
        medusa_order_id: cancelled.medusa_order_id,
      })
      expect(await medusaOrder(cancelled)).toMatchObject({
        status: "canceled",
        payment_status: "refunded",
      })
      const kept = {
        stocked: before.stocked,
        reserved: before.reserved + 1,
      }
      expect(await find(unlinked.external_id)).toMatchObject({
        import_state: "blocked",
        block_reasons: [{ code: "listing_not_linked" }],
      })
      expect(await levelOf("LY-LAM-L")).toEqual(kept)

      await admin.post(`/listings/${listing.id}/link`, {
        variant_id: listing.variant_id,
      })
      await tick()
      expect(await find(unlinked.external_id)).toMatchObject({
        import_state: "imported",
        host_state: "pending",
        medusa_order_id: unlinked.medusa_order_id,
      })
      expect(await medusaOrder(unlinked)).toMatchObject({ status: "pending" })
      expect(await levelOf("LY-LAM-L")).toEqual(kept)
    })

    it("goes on downloading where the database was away for a moment", async () => {
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }] },
      ])
      let ended: { status: string; counts: Record<string, number> } | undefined
      await losingTheDatabase(
        { container },
        { kind: "INSERT", table: "marketplace_channel_order" },
        async () => {
          ended = await download({ from: hourAgo() })
        }
      )
      expect(ended).toMatchObject({ status: "done" })
      expect(ended?.counts.failed).toBeUndefined()
      expect(await find(placed.id)).toMatchObject({ import_state: "imported" })
    })

    it("gives back what was kept for a parked order that was cancelled, whatever died on the way", async () => {
      const before = await levelOf("LY-LAM-S")
      const listing = await findListing("LY-LAM-L")
      await admin.delete(`/listings/${listing.id}/link`)
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }, { seller_sku: "LY-LAM-L" }] },
      ])
      await download({ from: hourAgo() })
      const order = await find(placed.id)
      expect(order).toMatchObject({ import_state: "blocked" })
      expect(await levelOf("LY-LAM-S")).toMatchObject({
        reserved: before.reserved + 1,
      })
      sandbox.tiktok.orders.cancel(placed.id, "SELLER")
      await failingAtWrite(
        { container },
        1,
        () => download({ from: hourAgo() }),
        "reservation_item",
        "UPDATE"
      )
      expect(await find(placed.id)).toMatchObject({ medusa_order_id: null })

      await admin.post(`/orders/${order.id}/retry`)
      expect(await find(placed.id)).toMatchObject({
        status: "cancelled_by_seller",
        host_state: "canceled",
      })
      expect(await levelOf("LY-LAM-S")).toEqual(before)
      await admin.post(`/listings/${listing.id}/link`, {
        variant_id: listing.variant_id,
      })
    })

    it("gives back what was kept for an order whose lines nobody had written down before it was cancelled", async () => {
      const before = await levelOf("LY-LAM-S")
      const listing = await findListing("LY-LAM-L")
      await admin.delete(`/listings/${listing.id}/link`)
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }, { seller_sku: "LY-LAM-L" }] },
      ])
      await failingAtWrite(
        { container },
        1,
        () => download({ from: hourAgo() }),
        "marketplace_channel_order_line"
      )
      const order = await find(placed.id)
      expect(order).toMatchObject({ import_state: "pending" })
      expect(await levelOf("LY-LAM-S")).toMatchObject({
        reserved: before.reserved + 1,
      })

      sandbox.tiktok.orders.cancel(placed.id, "SELLER")
      await download({ from: hourAgo() })
      expect(await find(placed.id)).toMatchObject({
        status: "cancelled_by_seller",
        host_state: "canceled",
      })
      expect(await levelOf("LY-LAM-S")).toEqual(before)
      await admin.post(`/listings/${listing.id}/link`, {
        variant_id: listing.variant_id,
      })
    })

    it("keeps the units of an order that was made without them and then lost a link", async () => {
      const before = await levelOf("LY-LAM-S")
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }, { seller_sku: "LY-LAM-L" }] },
      ])
      await download({ from: hourAgo() })
      const order = await find(placed.id)
      await forgetMaking(order)
      await forgetReservations(order)
      expect(await levelOf("LY-LAM-S")).toEqual(before)
      const kept = { ...before, reserved: before.reserved + 1 }

      const listing = await findListing("LY-LAM-L")
      await admin.delete(`/listings/${listing.id}/link`)
      await download({ from: hourAgo() })
      expect(await find(placed.id)).toMatchObject({
        import_state: "blocked",
        block_reasons: [{ code: "listing_not_linked" }],
      })
      expect(await levelOf("LY-LAM-S")).toEqual(kept)
      await admin.post(`/orders/${order.id}/retry`)
      expect(await levelOf("LY-LAM-S")).toEqual(kept)

      await admin.post(`/listings/${listing.id}/link`, {
        variant_id: listing.variant_id,
      })
      await tick()
      expect(await find(placed.id)).toMatchObject({
        import_state: "imported",
        medusa_order_id: order.medusa_order_id,
      })
      expect(await levelOf("LY-LAM-S")).toEqual(kept)
    })

    it("takes cancelled units out of an order, and out of what is kept for it", async () => {
      const before = await levelOf("LY-LAM-S")
      const [placed] = sandbox.tiktok.addOrders([
        {
          lines: [
            { seller_sku: "LY-LAM-S", quantity: 3, seller_discount: 9_000 },
          ],
        },
      ])
      await download({ from: hourAgo() })
      sandbox.tiktok.orders.cancel(placed.id, "BUYER", undefined, [
        placed.units[0].id,
      ])
      // A partly cancelled order keeps its status, and so its update_time.
      await sleep(1_100)
      sandbox.tiktok.orders.edit(placed.id, { touch: true })
      await download({ from: hourAgo() })
      const order = await find(placed.id)
      expect(order.lines).toMatchObject([
        { quantity: 3, cancelled_quantity: 1 },
      ])
      const made = await medusaOrder(order)
      expect(made.items?.map(({ quantity }) => Number(quantity))).toEqual([2])
      expect(Number(made.total)).toBe(order.total)
      expect(await levelOf("LY-LAM-S")).toEqual({
        stocked: before.stocked,
        reserved: before.reserved + 2,
      })
    })

    it("takes cancelled units out also when nothing could be made of the order by now", async () => {
      const before = await levelOf("LY-LAM-S")
      const listing = await findListing("LY-LAM-S")
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S", quantity: 3 }] },
      ])
      await download({ from: hourAgo() })
      const order = await find(placed.id)
      await admin.delete(`/listings/${listing.id}/link`)
      sandbox.tiktok.orders.cancel(placed.id, "BUYER", undefined, [
        placed.units[0].id,
      ])
      sandbox.tiktok.orders.edit(placed.id, {
        wire: { warehouse_id: "7000000000000000055" },
        off_contract: true,
        touch: true,
      })
      await admin.post(`/orders/${order.id}/retry`)
      await tick()
      await admin.post(`/listings/${listing.id}/link`, {
        variant_id: listing.variant_id,
      })
      const made = await medusaOrder(order)
      expect(made.items?.map(({ quantity }) => Number(quantity))).toEqual([2])
      expect(await levelOf("LY-LAM-S")).toEqual({
        stocked: before.stocked,
        reserved: before.reserved + 2,
      })
    })

    it("keeps the goods that an order was made with, whatever its listing is linked to by now", async () => {
      const levels = async () => [
        await levelOf("LY-LAM-L"),
        await levelOf("LY-LAM-M"),
      ]
      const [right, wrong] = await levels()
      const [listing, other] = [
        await findListing("LY-LAM-L"),
        await findListing("LY-LAM-M"),
      ]
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-L", quantity: 3 }] },
      ])
      await download({ from: hourAgo() })
      const order = await find(placed.id)

      const link = `/listings/${listing.id}/link`
      await admin.post(link, { variant_id: other.variant_id })
      await admin.post(`/orders/${order.id}/retry`)
      await tick()
      expect(await levels()).toEqual([
        { ...right, reserved: right.reserved + 3 },
        wrong,
      ])

      sandbox.tiktok.orders.cancel(placed.id, "BUYER", undefined, [
        placed.units[0].id,
      ])
      await admin.post(`/orders/${order.id}/retry`)
      await tick()
      const made = await medusaOrder(order)
      expect(made.items?.map(({ quantity }) => Number(quantity))).toEqual([2])
      expect(await levels()).toEqual([
        { ...right, reserved: right.reserved + 2 },
        wrong,
      ])

      sandbox.tiktok.orders.advance(placed.id, "DELIVERED")
      await download({ from: hourAgo() })
      expect(await find(placed.id)).toMatchObject({ host_state: "completed" })
      expect(await levels()).toEqual([
        { ...right, stocked: right.stocked - 2 },
        wrong,
      ])
      await admin.post(link, { variant_id: listing.variant_id })
    })

    it("keeps and ships goods where the marketplace says, also when it says so later", async () => {
      const inventory = container.resolve(Modules.INVENTORY)
      const locations = container.resolve(Modules.STOCK_LOCATION)
      const store = await locations.createStockLocations({ name: "Kho xa" })
      const { warehouses } = channel.settings as {
        warehouses: { external_id: string; stock_location_id: string }[]
      }
      const far = {
        external_id: "7000000000000000077",
        stock_location_id: store.id,
      }
      const map = (to: typeof warehouses) =>
        admin.post(`/channels/${channel.id}`, { settings: { warehouses: to } })
      await map([...warehouses, far])
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S", quantity: 2 }] },
      ])
      await download({ from: hourAgo() })
      const order = await find(placed.id)
      const [{ inventory_item_id, ...first }] = await reservations(
        lineIds(order)
      )
      expect(first.location_id).toBe(warehouses[0].stock_location_id)
      await inventory.createInventoryLevels([
        { inventory_item_id, location_id: store.id, stocked_quantity: 5 },
      ])
      const before = await levelOf("LY-LAM-S")

      sandbox.tiktok.orders.edit(placed.id, {
        wire: { warehouse_id: far.external_id },
        off_contract: true,
        touch: true,
      })
      await admin.post(`/orders/${order.id}/retry`)
      await tick()
      const farLevel = async () => {
        const [level] = await inventory.listInventoryLevels({
          inventory_item_id,
          location_id: store.id,
        })
        return [Number(level.stocked_quantity), Number(level.reserved_quantity)]
      }
      expect(await farLevel()).toEqual([5, 2])
      expect(await levelOf("LY-LAM-S")).toEqual(before)
      const moved = await reservations(lineIds(order))
      expect(
        moved.map(({ location_id, quantity }) => [
          location_id,
          Number(quantity),
        ])
      ).toEqual([[store.id, 2]])

      sandbox.tiktok.orders.advance(placed.id, "DELIVERED")
      await admin.post(`/orders/${order.id}/retry`)
      await tick()
      expect(await find(placed.id)).toMatchObject({ host_state: "completed" })
      expect(await farLevel()).toEqual([3, 0])

      await map(warehouses)
      await deleteStockLocationsWorkflow(container).run({
        input: { ids: [store.id] },
      })
    })

    it("keeps a set by its parts", async () => {
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "BO-TRA-DO", quantity: 2 }] },
      ])
      await download({ from: hourAgo() })
      const kept = await reservations(lineIds(await find(placed.id)))
      const parts = DEMO_CATALOGUE.flatMap(({ skus }) => skus).find(
        ({ seller_sku }) => seller_sku === "BO-TRA-DO"
      )?.components
      expect(kept.map(({ quantity }) => Number(quantity)).sort()).toEqual(
        parts?.map(({ quantity }) => quantity * 2).sort()
      )
      sandbox.tiktok.orders.advance(placed.id, "DELIVERED")
      await download({ from: hourAgo() })
      expect(await find(placed.id)).toMatchObject({ host_state: "completed" })
      expect(await reservations(lineIds(await find(placed.id)))).toEqual([])
    })

    it("leaves stock alone for goods that had left before counting began, and for TikTok's own", async () => {
      const before = await levelOf("LY-LAM-S")
      const long_ago = Math.floor(Date.now() / 1000) - 5 * 86_400
      const [old, theirs] = sandbox.tiktok.addOrders([
        {
          lines: [{ seller_sku: "LY-LAM-S" }],
          create_time: long_ago,
          status: "COMPLETED",
          history: true,
        },
        { lines: [{ seller_sku: "LY-LAM-S" }], fulfilled_by_tiktok: true },
      ])
      await download({ from: new Date((long_ago - 3600) * 1000).toISOString() })
      expect(await find(old.id)).toMatchObject({
        status: "succeeded",
        import_state: "imported",
        import_rule: "before_stock_from",
        host_state: "completed",
      })
      expect(await find(theirs.id)).toMatchObject({
        import_state: "imported",
        import_rule: "fulfilled_by_marketplace",
      })
      expect(await levelOf("LY-LAM-S")).toEqual(before)
    })

    it("takes samples for nothing", async () => {
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }], kind: "sample" },
      ])
      await download({ from: hourAgo() })
      const order = await find(placed.id)
      expect(order).toMatchObject({ import_state: "imported", total: 0 })
      expect(await reservations(lineIds(order))).toHaveLength(1)
      expect((await medusaOrder(order)).payment_status).toBe("captured")
    })

    it("follows an order that moves back, with its units kept again", async () => {
      const before = await levelOf("LY-LAM-S")
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }], is_cod: true },
      ])
      await download({ from: hourAgo() })
      const cancelled_wire = {
        status: "CANCELLED",
        cancellation_initiator: "SYSTEM",
      }
      sandbox.tiktok.orders.edit(placed.id, {
        wire: cancelled_wire,
        off_contract: true,
        touch: true,
      })
      await download({ from: hourAgo() })
      expect(await find(placed.id)).toMatchObject({ host_state: "canceled" })
      expect(await levelOf("LY-LAM-S")).toEqual(before)
      // TikTok's update_time counts whole seconds.
      await sleep(1_100)
      sandbox.tiktok.orders.edit(placed.id, {
        wire: { status: "AWAITING_SHIPMENT", cancellation_initiator: "" },
        off_contract: true,
        touch: true,
      })
      const run = await download({ from: hourAgo() })
      expect(run.counts).toEqual({ moved_back: 1 })
      expect(await find(placed.id)).toMatchObject({
        status: "awaiting_confirmation",
        host_state: "pending",
      })
      expect(await levelOf("LY-LAM-S")).toEqual({
        stocked: before.stocked,
        reserved: before.reserved + 1,
      })
    })

    it("stores TikTok's own example order without loss, and parks it with every reason", async () => {
      const { orders } = exampleData("/order/202309/orders/search", "post")
      const raw = mapRawOrder((orders as JsonObject[])[0])
      const marketplaces = marketplacesOf(container)
      const [own] = await listChannels(marketplaces, [channel.id])
      await ingestOrders(container, {
        channel: own,
        raws: [raw],
        read_started_at: new Date(),
        source: "poll",
        actor: "system",
      })
      const [stored] = await marketplaces.listMarketplaceChannelOrders({
        external_id: raw.external_id,
      })
      expect(stored.payload).toEqual(raw.payload)
      expect(stored).toMatchObject({ import_state: "blocked" })
    })

    it("counts by status under the list's filters and finds an order by what staff know of it", async () => {
      const [placed] = sandbox.tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }], status: "IN_TRANSIT" },
      ])
      await download({ from: hourAgo() })
      const { body } = await admin.get<{
        by_status: Record<string, number>
        by_import_state: Record<string, number>
      }>(`/orders/counts?q=${placed.id}&channel_id=${channel.id}`)
      expect(body).toEqual({
        by_status: { in_transit: 1 },
        by_import_state: { imported: 1 },
        late_soon: 0,
        overdue_goods: 0,
      })
      const order = await find(placed.id)
      const medusa = await medusaOrder(order)
      for (const q of [
        placed.id.slice(-8),
        "ly-lam-s",
        `%23${medusa.display_id}`,
      ]) {
        const list = await admin.get<{ orders: { id: string }[] }>(
          `/orders?limit=200&q=${q}`
        )
        expect(list.body.orders.map(({ id }) => id)).toContain(order.id)
      }
    })

    describe("while one marketplace does not answer, another one's orders", () => {
      let other: ChannelAnswer
      let late: { id: string }

      beforeEach(async () => {
        fake.reset()
        fake.addListing()
        const shops = await connectFake(
          admin,
          fake,
          String(api.defaults.baseURL)
        )
        other = shops[0]
        await downloadAndLink(
          admin,
          shops.map(({ id }) => id)
        )
        await tick()
        ;[late] = sandbox.tiktok.addOrders([
          { lines: [{ seller_sku: "LY-LAM-S" }] },
        ])
        sandbox.tiktok.faults.add({ kind: "slow", delay_ms: 5_000, times: 50 })
      })

      /** The moment the other marketplace's order is here, the late one is not. */
      const comesFirst = async (external_id: string) => {
        const { orderReader } = marketplacesOf(container)
        const isHere = async (channel_id: string, id: string) =>
          (await orderReader.statesOf(channel_id, [id])).has(id)
        while (!(await isHere(other.id, external_id))) {
          expect(await isHere(channel.id, late.id)).toBe(false)
          await marketplacesTick(container)
          await sleep(50)
        }
        expect(await isHere(channel.id, late.id)).toBe(false)
        sandbox.tiktok.faults.clear()
        await backgroundIdle()
        expect(await isHere(channel.id, late.id)).toBe(true)
      }

      const placeElsewhere = (external_id: string) =>
        fake.putOrder({ external_id, external_updated_at: new Date() })

      it("that it tells of are read at once", async () => {
        const { nudges } = marketplacesOf(container)
        await nudges.add(channel.id, [late.id], "webhook")
        await marketplacesTick(container)
        placeElsewhere("7101")
        await nudges.add(other.id, ["7101"], "webhook")
        await comesFirst("7101")
      })

      it("are polled", async () => {
        const marketplaces = marketplacesOf(container)
        const { flows } = marketplaces
        for (const { kind } of await marketplaces.listMarketplaceFlows({
          channel_id: channel.id,
        })) {
          await flows.reschedule(channel.id, kind as FlowKind, new Date(0))
        }
        await marketplacesTick(container)
        await sleep(500)
        placeElsewhere("7102")
        await flows.reschedule(other.id, "recent_orders", new Date())
        await comesFirst("7102")
      })
    })

    describe("the seller's confirmation", () => {
      let shops: ChannelAnswer[]

      beforeEach(async () => {
        fake.reset()
        fake.addListing()
        shops = await connectFake(admin, fake, String(api.defaults.baseURL))
        await downloadAndLink(
          admin,
          shops.map(({ id }) => id)
        )
      })

      /** An order of two lines that waits for the seller, imported. */
      const waitingOrder = async (external_id: string) => {
        fake.putOrder({
          external_id,
          seller_confirmation: "waiting",
          external_updated_at: new Date(),
          lines: ["1", "2"].map((end) =>
            buildLine({ external_line_ids: [`${external_id}${end}`] })
          ),
        })
        await finishRun(admin, "/orders/downloads", {
          channel_ids: [shops[0].id],
        })
        return find(external_id)
      }

      const act = (body: Record<string, unknown>) =>
        finishRun(admin, "/orders/actions", body)

      const outcomes = async (run: Run) =>
        (await resultsOf(admin, run)) as unknown as {
          id: string
          ok: boolean
          code: string
          message: string
        }[]

      /** Confirms or refuses and gives the only result. */
      const actOn = async (
        order: OrderAnswer,
        action: string,
        params: Record<string, unknown> = {}
      ) => {
        const run = await act({ action, ids: [order.id], params })
        expect(run).toMatchObject({ status: "done", error: null })
        const [outcome, ...more] = await outcomes(run)
        expect(more).toEqual([])
        return outcome
      }

      const answers = () =>
        fake.calls.filter((call) => call === "answerConfirmation").length

      const linesLeft = (external_id: string) =>
        fake
          .shop()
          .orders.find((order) => order.external_id === external_id)
          ?.lines.filter((line) => line.cancelled_quantity === 0)
          .flatMap((line) => line.external_line_ids)

      it("confirms a whole order, which follows at once, and says who did it", async () => {
        const order = await waitingOrder("7001")
        expect(order).toMatchObject({
          import_state: "imported",
          actions: expect.arrayContaining(["confirm_order", "refuse_order"]),
        })
        expect(await actOn(order, "confirm_order")).toMatchObject({
          id: order.id,
          ok: true,
          code: "confirmed",
        })
        const after = await find("7001")
        expect(after.status).toBe("confirmed")
        expect(after.actions).not.toContain("confirm_order")
        expect(linesLeft("7001")).toEqual(["70011", "70012"])
        expect(after.history).toContainEqual(
          expect.objectContaining({
            source: "confirm_order",
            actor_name: expect.stringContaining("admin@shop.example"),
          })
        )
        expect(after.history.at(-1)).toMatchObject({
          status: "confirmed",
          source: "action",
        })
      })

      it("shows what may be decided, read afresh", async () => {
        const order = await waitingOrder("7002")
        const read = async () =>
          (
            await admin.get<{ confirmation: Record<string, unknown> }>(
              `/orders/${order.id}/confirmation`
            )
          ).body.confirmation
        expect(await read()).toMatchObject({
          state: "waiting",
          scope: "by_line",
          may_refuse: true,
          lines: [
            { id: order.lines[0].id, external_line_ids: ["70021"] },
            { id: order.lines[1].id, external_line_ids: ["70022"] },
          ],
          pickup_slots: [{ value: "morning" }, { value: "afternoon" }],
          warehouses: [{ external_id: "9300000000000000001" }],
        })
        fake.putOrder({ external_id: "7002", seller_confirmation: "confirmed" })
        expect(await read()).toMatchObject({
          state: "confirmed",
          pickup_slots: [],
        })
      })

      it("confirms the lines that were chosen; the rest is out of stock and freed", async () => {
        const order = await waitingOrder("7003")
        expect(await reservations(lineIds(order))).toHaveLength(2)
        const outcome = await actOn(order, "confirm_order", {
          line_ids: [order.lines[1].id],
          pickup_slot: "morning",
          warehouse_external_id: "9300000000000000001",
        })
        expect(outcome).toMatchObject({ ok: true, code: "confirmed" })
        expect(linesLeft("7003")).toEqual(["70032"])
        await tick()
        expect(await reservations(lineIds(order))).toHaveLength(1)
      })

      it("sends nothing when a line is not offered, none is chosen, or a choice is not to be had", async () => {
        const order = await waitingOrder("7004")
        const other = await waitingOrder("7005")
        const refused = async (params: Record<string, unknown>) =>
          (await actOn(order, "confirm_order", params)).code
        expect(await refused({ line_ids: ["70041", other.lines[0].id] })).toBe(
          "lines_unknown"
        )
        expect(await refused({ line_ids: [] })).toBe("nothing_to_confirm")
        expect(await refused({ pickup_slot: "midnight" })).toBe(
          "pickup_slot_gone"
        )
        expect(await refused({ warehouse_external_id: "1" })).toBe(
          "warehouse_unknown"
        )
        expect(answers()).toBe(0)
        expect(await find("7004")).toMatchObject({
          status: "awaiting_confirmation",
          actions: expect.arrayContaining(["confirm_order", "refuse_order"]),
        })
      })

      it("refuses an order, whose units are freed", async () => {
        const order = await waitingOrder("7006")
        expect(await actOn(order, "refuse_order")).toMatchObject({
          ok: true,
          code: "refused",
        })
        await tick()
        expect(await find("7006")).toMatchObject({
          status: "cancelled_by_seller",
          host_state: "canceled",
        })
        expect(await reservations(lineIds(order))).toEqual([])
      })

      it("finds what was decided already, and leaves it", async () => {
        const order = await waitingOrder("7007")
        await actOn(order, "confirm_order")
        expect(await actOn(order, "confirm_order")).toMatchObject({
          ok: true,
          code: "already_confirmed",
        })
        expect(await actOn(order, "refuse_order")).toMatchObject({
          ok: false,
          code: "already_confirmed",
        })
        expect(answers()).toBe(1)
        const { history } = await find("7007")
        expect(
          history.filter(({ source }) => source === "confirm_order")
        ).toHaveLength(1)
      })

      it("looks what became of an answer that was lost", async () => {
        const arrived = await waitingOrder("7008")
        fake.fail({ kind: "outcome_unknown", call: "answerConfirmation" })
        expect(await actOn(arrived, "confirm_order")).toMatchObject({
          ok: true,
          code: "confirmed",
        })
        expect(await find("7008")).toMatchObject({ status: "confirmed" })

        const waits = await waitingOrder("7009")
        fake.fail({ kind: "invalid_response", call: "answerConfirmation" })
        const outcome = await actOn(waits, "confirm_order")
        expect(outcome).toMatchObject({ ok: false, code: "outcome_unknown" })
        expect(outcome.message).toContain("try again only if it still waits")
        expect(answers()).toBe(2)
      })

      it("never answers again by itself when a run is worked off a second time", async () => {
        const order = await waitingOrder("7010")
        fake.fail({ kind: "invalid_response", call: "answerConfirmation" })
        const run = await act({ action: "confirm_order", ids: [order.id] })
        const again = async () => {
          await marketplacesOf(container).updateMarketplaceRuns({
            id: run.id,
            status: "running",
          })
          await executeRun(container, run.id)
          return (await outcomes(run))[0]
        }
        expect(await again()).toMatchObject({ code: "outcome_unknown" })
        expect(answers()).toBe(1)
        fake.putOrder({ external_id: "7010", seller_confirmation: "confirmed" })
        expect(await again()).toMatchObject({ ok: true, code: "confirmed" })
        const { history } = await find("7010")
        expect(
          history.filter(({ source }) => source === "confirm_order")
        ).toHaveLength(1)
      })

      it("does not say that a run failed whose end alone could not be written", async () => {
        const marketplaces = marketplacesOf(container)
        const order = await waitingOrder("7013")
        const run = await act({ action: "confirm_order", ids: [order.id] })
        await marketplaces.updateMarketplaceRuns({
          id: run.id,
          status: "running",
        })
        await losingTheDatabase(
          { container },
          {
            kind: "UPDATE",
            table: "marketplace_run",
            when: "NEW.status <> 'running'",
          },
          () =>
            expect(executeRun(container, run.id)).rejects.toThrow("terminating")
        )
        expect(await marketplaces.retrieveMarketplaceRun(run.id)).toMatchObject(
          { status: "running", error: null }
        )
        await marketplaces.updateMarketplaceRuns({
          id: run.id,
          leased_until: new Date(0),
        })
        await executeRun(container, run.id)
        expect(await marketplaces.retrieveMarketplaceRun(run.id)).toMatchObject(
          { status: "done", error: null }
        )
        expect(answers()).toBe(1)
      })

      it("keeps no other marketplace's order waiting while this one does not answer", async () => {
        const waiting = []
        for (const end of [1, 2, 3, 4]) {
          waiting.push(await waitingOrder(`702${end}`))
        }
        const letGo = fake.hold("answerConfirmation")
        try {
          for (const { id } of waiting) {
            await admin.post("/orders/actions", {
              action: "confirm_order",
              ids: [id],
              params: {},
            })
          }
          const [placed] = sandbox.tiktok.addOrders([
            { lines: [{ seller_sku: "LY-LAM-S" }] },
          ])
          await download({ from: hourAgo() })
          expect(await find(placed.id)).toMatchObject({
            import_state: "imported",
          })
          expect(answers()).toBe(0)
        } finally {
          letGo()
          await backgroundIdle()
        }
        expect(answers()).toBe(4)
      })

      it("answers once when two workers act on the same orders at once", async () => {
        const orders = [await waitingOrder("7011"), await waitingOrder("7012")]
        const body = {
          action: "confirm_order",
          ids: orders.map(({ id }) => id),
        }
        const runs = await Promise.all([act(body), act(body), act(body)])
        const all = (await Promise.all(runs.map(outcomes))).flat()
        expect(all.every(({ ok }) => ok)).toBe(true)
        expect(all.map(({ code }) => code).sort()).toEqual([
          ...Array(4).fill("already_confirmed"),
          ...Array(2).fill("confirmed"),
        ])
        expect(answers()).toBe(2)
      })

      it("says of each order of several channels what hinders it", async () => {
        const order = await waitingOrder("7013")
        const [placed] = sandbox.tiktok.addOrders([
          { lines: [{ seller_sku: "LY-LAM-S" }] },
        ])
        await download()
        const foreign = await find(placed.id)
        expect(foreign.actions).not.toContain("confirm_order")
        await admin.post(`/channels/${shops[0].id}`, { status: "paused" })
        const run = await act({
          action: "confirm_order",
          ids: [order.id, foreign.id],
        })
        expect(run.counts).toEqual({ channel_paused: 1, not_supported: 1 })
        await admin.post(`/channels/${shops[0].id}`, { status: "connected" })

        fake.fail({ kind: "unavailable", call: "answerConfirmation" })
        expect(await actOn(order, "confirm_order")).toMatchObject({
          ok: false,
          code: "unavailable",
        })
        fake.revoke()
        expect(await actOn(order, "confirm_order")).toMatchObject({
          ok: false,
          code: "needs_authorization",
        })
        const { body } = await admin.get<{ channel: ChannelAnswer }>(
          `/channels/${shops[0].id}`
        )
        expect(body.channel.status).toBe("needs_authorization")
        expect(fake.shop().orders[0].seller_confirmation).toBe("waiting")
      })

      it.each([
        [{ action: "confirm" }, "confirm_order, refuse_order"],
        [{ action: "ship_it" }, "confirm_order, refuse_order"],
        [{ ids: undefined }, '"ids" or "parcel_ids"'],
        [{ params: { line: ["1"] } }, "line"],
        [{ params: { line_ids: ["1"] }, ids: ["a", "b"] }, "one order"],
        [{ action: "refuse_order", params: { line_ids: ["1"] } }, "line_ids"],
      ])("answers 400 to %j and names what is wrong", async (body, named) => {
        const answer = await admin.post<{ message: string }>(
          "/orders/actions",
          { action: "confirm_order", ids: ["mpord_1"], ...body }
        )
        expect(answer.status).toBe(400)
        expect(answer.body.message).toContain(named)
      })

      it("answers 404 for an order or a parcel that is not there", async () => {
        for (const body of [
          { ids: ["mpord_1"] },
          { parcel_ids: ["mpparc_1"] },
        ]) {
          const { status } = await admin.post("/orders/actions", {
            action: "confirm_order",
            ...body,
          })
          expect(status).toBe(404)
        }
      })
    })
  },
})
