import {
  cancelOrderFulfillmentWorkflow,
  createOrderFulfillmentWorkflow,
  createOrderShipmentWorkflow,
} from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ReceivedLine } from "../../src/domain/returns/received-lines"
import { NeutralParcel } from "../../src/domain/orders/neutral-order"
import { OrderFlag } from "../../src/domain/orders/order-status"
import { BuyerRequestState } from "../../src/domain/returns/buyer-request"
import { ingestRequests } from "../../src/workflows/buyer-requests/ingest-requests"
import { backgroundIdle } from "../../src/workflows/background"
import { returnService } from "../../src/workflows/host-returns/utils/return-service"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { listChannels } from "../../src/workflows/orders/channel"
import { followHostFulfillments } from "../../src/workflows/orders/follow-host-fulfillment"
import { settleDueOrders } from "../../src/workflows/orders/settle-due-orders"
import { settleOrders } from "../../src/workflows/orders/settle-orders"
import {
  ReceiptToRecord,
  recordReceipts,
} from "../../src/workflows/returns/record-receipts"
import {
  buildBuyerRequest,
  buildLine,
  buildParcel,
} from "../fixtures/fake-provider/build"
import { eventually } from "../support/eventually"
import { orderLevelOf } from "../support/levels"
import { downloadAndLink } from "../support/listings"
import { finishRun } from "../support/runs"
import { connectByApp, Shop } from "./fake-shop"

const SKU = "LY-LAM-S"
const ORDER = "971000"
const MINUTE_MS = 60_000

const ALL = [
  "awaiting_confirmation",
  "confirmed",
  "in_transit",
  "succeeded",
  "returning",
]

type Settings = Record<string, unknown>

/** What came back of orders, from the receipt to Medusa's stock. */
export function settlingReturns(at: () => Shop): void {
  const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS)

  /** Stocked and reserved units of the one article. */
  const level = async () => {
    const { stocked, reserved } = await orderLevelOf(at(), SKU)
    return [stocked, reserved]
  }

  const connected = async (settings: Settings) => {
    const { admin, fake } = at()
    fake.addListing({ seller_sku: SKU })
    const { id } = await connectByApp(at(), {
      settings: { stock_from: "2020-01-01T00:00:00Z", ...settings },
    })
    await downloadAndLink(admin, [id])
    return id
  }

  /** An order of some units of one line that goes through these raw statuses. */
  const orderOf = async (
    channel_id: string,
    quantity: number,
    raw_statuses: string[],
    more: {
      collected_at?: Date
      payment?: "prepaid" | "cod"
      parcels?: NeutralParcel[]
      flags?: OrderFlag[]
    } = {}
  ) => {
    const { container, admin, fake } = at()
    const placed_at = ago(300)
    for (const [step, raw_status] of raw_statuses.entries()) {
      const goneOut = !["awaiting_confirmation", "confirmed"].includes(
        raw_status
      )
      fake.putOrder({
        external_id: ORDER,
        raw_status,
        placed_at,
        external_updated_at: ago(100 - step),
        collected_at: goneOut ? (more.collected_at ?? ago(120)) : null,
        delivered_at: raw_status === "succeeded" ? ago(110) : null,
        payment: more.payment ?? "prepaid",
        lines: [buildLine({ quantity })],
        parcels: more.parcels ?? [],
        flags: more.flags ?? [],
      })
      await finishRun(admin, "/orders/downloads", {
        channel_ids: [channel_id],
        statuses: ALL,
      })
      await settled()
    }
    const [{ id }] = await marketplacesOf(
      container
    ).listMarketplaceChannelOrders({ external_id: ORDER })
    return id
  }

  const settled = async () => {
    await backgroundIdle()
    await settleDueOrders(at().container)
  }

  const order = async (id: string) =>
    marketplacesOf(at().container).retrieveMarketplaceChannelOrder(id)

  const line = async (channel_order_id: string) => {
    const [found] = await marketplacesOf(
      at().container
    ).listMarketplaceChannelOrderLines({ channel_order_id })
    return found.id
  }

  const back = async (
    id: string,
    units: Omit<ReceivedLine, "line_id"> | null,
    more: Partial<ReceiptToRecord> & { cause_id?: string } = {}
  ) => {
    const { container } = at()
    const { channel_id } = await order(id)
    const [channel] = await listChannels(marketplacesOf(container), [
      channel_id,
    ])
    const { cause_id, ...receipt } = more
    const outcomes = await recordReceipts(container, {
      channel,
      receipts: [
        {
          channel_order_id: id,
          parcel_external_id: null,
          buyer_request_id: null,
          handover_id: null,
          lines: units && [{ line_id: await line(id), ...units }],
          note: null,
          photo_file_ids: [],
          ...receipt,
        },
      ],
      source: "hand",
      actor: "system",
      ...(cause_id && { cause_id }),
    })
    await settled()
    return outcomes[0]
  }

  const receipts = (id: string) =>
    marketplacesOf(at().container).receipts.listOf([id])

  const returnsOf = async (id: string) => {
    const { medusa_order_id } = await order(id)
    const rows = await returnService(at().container).listReturns(
      { order_id: medusa_order_id },
      { relations: ["items"], order: { display_id: "ASC" } }
    )
    return rows.map(({ status, items = [] }) => ({
      status,
      units: items.map((item) =>
        [item.quantity, item.received_quantity, item.damaged_quantity].map(
          Number
        )
      ),
    }))
  }

  const medusaOrder = async (id: string) => {
    const query = at().container.resolve(ContainerRegistrationKeys.QUERY)
    const { medusa_order_id } = await order(id)
    const { data } = await query.graph({
      entity: "order",
      fields: ["id", "status", "items.*", "payment_collections.status"],
      filters: { id: medusa_order_id ?? "" },
    })
    return data[0]
  }

  const good = (units: number) => ({ good: units, damaged: 0, lost: 0 })

  it("asks for what comes back, restocks the good and writes the damaged off", async () => {
    const channel_id = await connected({ deduct_stock_on: "handover" })
    const [stocked, reserved] = await level()
    const id = await orderOf(
      channel_id,
      4,
      ["confirmed", "in_transit", "cancelled"],
      { payment: "cod" }
    )
    expect(await order(id)).toMatchObject({
      status: "returning",
      host_state: "shipped",
    })
    expect(await level()).toEqual([stocked - 4, reserved])
    expect(await returnsOf(id)).toEqual([
      { status: "requested", units: [[4, 0, 0]] },
    ])

    expect(await back(id, good(1))).toMatchObject({ ok: true })
    expect(await level()).toEqual([stocked - 3, reserved])
    expect(await back(id, { good: 1, damaged: 1, lost: 1 })).toMatchObject({
      ok: true,
    })
    expect(await order(id)).toMatchObject({
      status: "returned",
      host_state: "shipped",
      settle_error: null,
    })
    expect(await level()).toEqual([stocked - 2, reserved])
    expect(await returnsOf(id)).toEqual([
      { status: "received", units: [[3, 3, 1]] },
    ])
    expect((await medusaOrder(id)).payment_collections).toMatchObject([
      { status: "canceled" },
    ])
    for (const { stock_state, stock_error, ...receipt } of await receipts(id)) {
      expect([stock_state, stock_error]).toEqual(["done", null])
      expect(receipt.medusa_return_ids).toHaveLength(1)
    }

    const before = await returnsOf(id)
    await marketplacesOf(at().container).updateMarketplaceReceipts({
      selector: { channel_order_id: id },
      data: { stock_state: "due", medusa_return_ids: [] },
    })
    await at()
      .container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      .raw(
        "UPDATE marketplace_channel_order SET settle_due_at = now() WHERE id = ?",
        [id]
      )
    await settleOrders(at().container, [id])
    expect(await returnsOf(id)).toEqual(before)
    expect(await level()).toEqual([stocked - 2, reserved])
    expect(await receipts(id)).toMatchObject([
      { stock_state: "done", medusa_return_ids: [expect.any(String)] },
      { stock_state: "done", medusa_return_ids: [expect.any(String)] },
    ])
  })

  it("records a cause once, and never more than went out", async () => {
    const channel_id = await connected({ deduct_stock_on: "handover" })
    const id = await orderOf(channel_id, 2, ["in_transit", "cancelled"])
    const [stocked] = await level()
    const once = await back(id, good(1), { cause_id: "run_1" })
    expect(await back(id, good(1), { cause_id: "run_1" })).toEqual(once)
    expect(await back(id, good(2))).toMatchObject({
      ok: false,
      code: "too_many_units",
    })
    expect(await receipts(id)).toHaveLength(1)
    expect(await back(id, null)).toMatchObject({ ok: true })
    expect(await back(id, null)).toMatchObject({
      ok: false,
      code: "already_received",
    })
    expect(
      await back(id, null, {
        lines: [{ line_id: "ordli_other", ...good(1) }],
      })
    ).toMatchObject({ ok: false, code: "line_not_in_order" })
    expect(await level()).toEqual([stocked + 2, (await level())[1]])
    const { settle_due_at } = await order(id)
    expect(settle_due_at).toBeNull()
  })

  it("frees goods that come back before they left the count: the order is cancelled", async () => {
    const channel_id = await connected({ deduct_stock_on: "succeeded" })
    const before = await level()
    const id = await orderOf(channel_id, 3, ["in_transit", "cancelled"])
    expect(await order(id)).toMatchObject({
      status: "returning",
      host_state: "pending",
    })
    expect(await level()).toEqual([before[0], before[1] + 3])
    await back(id, good(1))
    expect(await level()).toEqual([before[0], before[1] + 2])
    await back(id, good(2))
    expect(await order(id)).toMatchObject({
      status: "returned",
      host_state: "canceled",
      settle_error: null,
    })
    expect(await level()).toEqual(before)
    expect(await returnsOf(id)).toEqual([])
    expect((await receipts(id)).map(({ stock_state }) => stock_state)).toEqual([
      "done",
      "done",
    ])
  })

  it("takes what came back damaged or not at all off the count, and frees the rest", async () => {
    const channel_id = await connected({ deduct_stock_on: "succeeded" })
    const [stocked, reserved] = await level()
    const id = await orderOf(channel_id, 5, ["in_transit", "cancelled"])
    await back(id, { good: 1, damaged: 1, lost: 0 })
    expect(await level()).toEqual([stocked - 1, reserved + 3])
    await back(id, { good: 2, damaged: 0, lost: 1 })
    expect(await order(id)).toMatchObject({
      status: "returned",
      host_state: "shipped",
      settle_error: null,
    })
    expect(await level()).toEqual([stocked - 2, reserved])
    expect(await returnsOf(id)).toEqual([
      { status: "received", units: [[1, 1, 1]] },
    ])
    const { items } = await medusaOrder(id)
    expect(items).toMatchObject([
      { quantity: 2, detail: { fulfilled_quantity: 2 } },
    ])
    await settleOrders(at().container, [id])
    expect(await level()).toEqual([stocked - 2, reserved])
  })

  it("keeps a completed order that comes back later, with its return", async () => {
    const channel_id = await connected({ deduct_stock_on: "succeeded" })
    const before = await level()
    const id = await orderOf(channel_id, 2, ["in_transit", "succeeded"])
    expect(await level()).toEqual([before[0] - 2, before[1]])
    await back(id, good(2))
    expect(await order(id)).toMatchObject({
      status: "returned",
      host_state: "completed",
    })
    expect(await level()).toEqual(before)
    expect((await medusaOrder(id)).status).toBe("completed")
    expect(await returnsOf(id)).toEqual([
      { status: "received", units: [[2, 2, 0]] },
    ])
  })

  it("adds to the stock what comes back of orders from before counting", async () => {
    const channel_id = await connected({
      deduct_stock_on: "handover",
      stock_from: ago(60).toISOString(),
    })
    const [stocked, reserved] = await level()
    const id = await orderOf(channel_id, 3, ["in_transit", "cancelled"], {
      collected_at: ago(200),
    })
    expect(await order(id)).toMatchObject({ import_rule: "before_stock_from" })
    expect(await level()).toEqual([stocked, reserved])
    await back(id, { good: 2, damaged: 1, lost: 0 })
    expect(await level()).toEqual([stocked + 2, reserved])
    expect(await order(id)).toMatchObject({
      status: "returned",
      settle_error: null,
    })
  })

  it("says so when goods come back that nothing counts", async () => {
    const channel_id = await connected({
      deduct_stock_on: "handover",
      stock_from: ago(60).toISOString(),
    })
    const id = await orderOf(channel_id, 1, ["in_transit", "cancelled"], {
      collected_at: ago(200),
    })
    const { listings } = (
      await at().admin.get<{ listings: { id: string }[] }>(
        `/listings?channel_id=${channel_id}`
      )
    ).body
    await at().admin.delete(`/listings/${listings[0].id}/link`)
    const before = await level()
    await back(id, good(1))
    expect(await level()).toEqual(before)
    expect(await receipts(id)).toMatchObject([
      {
        stock_state: "done",
        stock_error: expect.stringContaining("changed no stock"),
      },
    ])
  })

  it("waits for a buyer's partial return while it is asked for", async () => {
    const channel_id = await connected({ deduct_stock_on: "handover" })
    const id = await orderOf(channel_id, 3, ["in_transit", "succeeded"])
    const [stocked] = await level()
    const marketplaces = marketplacesOf(at().container)
    const [channel] = await listChannels(marketplaces, [channel_id])
    const ask = async (state: BuyerRequestState, minutes_ago: number) => {
      await ingestRequests(at().container, {
        channel,
        requests: [
          buildBuyerRequest({
            external_id: "9720001",
            order_external_id: ORDER,
            kind: "return",
            state,
            raw_status: state,
            external_updated_at: ago(minutes_ago),
            lines: [
              {
                external_line_id: buildLine().external_line_ids[0],
                quantity: 2,
              },
            ],
          }),
        ],
        read_started_at: new Date(),
        actor: "system",
      })
      await settled()
      const [request] = await marketplaces.listMarketplaceBuyerRequests({
        channel_order_id: id,
      })
      return request
    }
    const approved = await ask("approved", 30)
    expect(await returnsOf(id)).toEqual([
      { status: "requested", units: [[2, 0, 0]] },
    ])
    expect(approved.medusa_return_ids).toHaveLength(1)

    await ask("withdrawn", 20)
    expect(await returnsOf(id)).toMatchObject([{ status: "canceled" }])
    expect((await order(id)).status).toBe("succeeded")

    const { id: buyer_request_id } = await ask("shipped_back", 10)
    const goods = { buyer_request_id, cause_id: "run_1" }
    const once = await back(id, null, goods)
    expect(once).toMatchObject({ ok: true })
    expect(await back(id, null, goods)).toEqual(once)
    expect(
      await back(id, null, { buyer_request_id, cause_id: "run_2" })
    ).toMatchObject({ ok: false, code: "already_received" })
    expect(await returnsOf(id)).toMatchObject([
      { status: "canceled" },
      { status: "received", units: [[2, 2, 0]] },
    ])
    const received = await ask("settled", 5)
    expect(received.received_at).not.toBeNull()
    expect(await level()).toEqual([stocked + 2, (await level())[1]])
    expect((await order(id)).status).toBe("succeeded")
  })

  it("tries a receipt again that Medusa refused, and says why until then", async () => {
    const { container } = at()
    const channel_id = await connected({ deduct_stock_on: "handover" })
    const id = await orderOf(channel_id, 1, ["in_transit", "cancelled"])
    const [stocked] = await level()
    const { medusa_order_id } = await order(id)
    const orders = container.resolve(Modules.ORDER)
    const change = await orders.createOrderChange({
      order_id: medusa_order_id ?? "",
    })
    await back(id, good(1))
    expect(await receipts(id)).toMatchObject([
      {
        stock_state: "due",
        stock_error: expect.stringContaining("open order change"),
      },
    ])
    const { settle_error, settle_due_at } = await order(id)
    expect(settle_error).toContain("open order change")
    expect(Number(settle_due_at)).toBeGreaterThan(Date.now())
    await orders.cancelOrderChange(change.id)
    await settleOrders(container, [id])
    expect(await receipts(id)).toMatchObject([
      { stock_state: "done", stock_error: null },
    ])
    expect(await level()).toEqual([stocked + 1, (await level())[1]])
  })

  describe("an order that staff fulfils on Medusa's own page", () => {
    const fulfil = async (id: string, { ship = true, notes = 1 } = {}) => {
      const { container } = at()
      const found = await medusaOrder(id)
      const [option] = await container
        .resolve(Modules.FULFILLMENT)
        .listShippingOptions({}, { take: 1 })
      const { result } = await createOrderFulfillmentWorkflow(container).run({
        input: {
          order_id: found.id,
          created_by: "user_staff",
          shipping_option_id: option.id,
          items: (found.items ?? []).flatMap(
            (item: { id: string; quantity: number } | null) =>
              item ? { id: item.id, quantity: Number(item.quantity) } : []
          ),
        },
      })
      if (ship) {
        await createOrderShipmentWorkflow(container).run({
          input: { order_id: found.id, fulfillment_id: result.id, items: [] },
        })
      }
      await eventually(async () => expect(await noted(id)).toHaveLength(notes))
      await settled()
      return result.id
    }
    const noted = (channel_order_id: string) =>
      marketplacesOf(at().container).listMarketplaceChannelOrderEvents({
        channel_order_id,
        source: "medusa",
      })

    const heldUp = (channel_id: string) =>
      orderOf(channel_id, 1, ["awaiting_confirmation"], {
        parcels: [buildParcel()],
        flags: ["buyer_cancel_requested"],
      })
    const letGo = () => {
      const { fake } = at()
      const [found] = fake
        .shop()
        .orders.filter(({ external_id }) => external_id === ORDER)
      fake.putOrder({ ...found, flags: [], external_updated_at: new Date() })
    }
    const arrangeRuns = async () =>
      (
        await marketplacesOf(at().container).listMarketplaceRuns({
          kind: "order_action",
        })
      ).map(({ params, created_by }) => ({ ...params, created_by }))
    /** As if this much time had passed since the order was looked at and its runs ended. */
    const later = async (channel_order_id: string, minutes: number) => {
      const { container } = at()
      const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await pg.raw(
        `UPDATE marketplace_channel_order
            SET host_fulfilled_at = host_fulfilled_at - ? * interval '1 minute'
          WHERE id = ?`,
        [minutes, channel_order_id]
      )
      await pg.raw(
        `UPDATE marketplace_run
            SET finished_at = finished_at - ? * interval '1 minute'
          WHERE kind = 'order_action'`,
        [minutes]
      )
      await followHostFulfillments(container)
      await settled()
    }

    it("is arranged again, ever more seldom, as long as something stands in the way", async () => {
      const channel_id = await connected({ deduct_stock_on: "handover" })
      const id = await heldUp(channel_id)
      await fulfil(id)
      expect(await arrangeRuns()).toHaveLength(1)
      await later(id, 0.5)
      expect(await arrangeRuns()).toHaveLength(1)
      await later(id, 1)
      expect(await arrangeRuns()).toHaveLength(2)
      await later(id, 1.5)
      expect(await arrangeRuns()).toHaveLength(2)
      expect(at().fake.arrangements).toEqual([])
      letGo()
      await later(id, 1)
      expect(await arrangeRuns()).toHaveLength(3)
      expect(at().fake.arrangements).toHaveLength(1)
      await later(id, 60)
      await later(id, 60)
      expect(await arrangeRuns()).toHaveLength(3)
      expect(await noted(id)).toMatchObject([
        { status_rule: "fulfilled_in_medusa:arranging" },
      ])
      expect(await order(id)).toMatchObject({ host_fulfilled_at: null })
    })

    it("is left alone once staff takes it back, and followed when it is fulfilled anew", async () => {
      const { container } = at()
      const channel_id = await connected({ deduct_stock_on: "handover" })
      const id = await heldUp(channel_id)
      const fulfillment_id = await fulfil(id, { ship: false })
      expect(await arrangeRuns()).toHaveLength(1)
      await cancelOrderFulfillmentWorkflow(container).run({
        input: { order_id: (await medusaOrder(id)).id, fulfillment_id },
      })
      await later(id, 60)
      expect(await arrangeRuns()).toHaveLength(1)
      expect(await order(id)).toMatchObject({ host_fulfilled_at: null })
      letGo()
      await fulfil(id, { notes: 2 })
      expect(await arrangeRuns()).toHaveLength(2)
      expect(at().fake.arrangements).toHaveLength(1)
    })

    it("is arranged on the marketplace, once, and completes as any other", async () => {
      const channel_id = await connected({ deduct_stock_on: "handover" })
      const [stocked, reserved] = await level()
      const id = await orderOf(channel_id, 1, ["awaiting_confirmation"])
      await fulfil(id)
      expect(await arrangeRuns()).toMatchObject([
        { action: "arrange_shipment", ids: [id], created_by: "user_staff" },
      ])
      expect(await noted(id)).toMatchObject([
        {
          actor: "user_staff",
          status_rule: "fulfilled_in_medusa:arranging",
        },
      ])
      expect(await level()).toEqual([stocked - 1, reserved])
      await orderOf(channel_id, 1, ["in_transit", "succeeded"])
      expect(await order(id)).toMatchObject({ host_state: "completed" })
      expect(await level()).toEqual([stocked - 1, reserved])
      expect(await noted(id)).toHaveLength(1)
    })

    it("moves by itself once it is arranged, which its history says", async () => {
      const channel_id = await connected({ deduct_stock_on: "succeeded" })
      const before = await level()
      const id = await orderOf(channel_id, 2, ["confirmed"])
      await fulfil(id)
      expect(await noted(id)).toMatchObject([
        { status_rule: "fulfilled_in_medusa:moves_by_itself" },
      ])
      expect(at().fake.arrangements).toEqual([])
      expect(await level()).toEqual([before[0] - 2, before[1]])
      await orderOf(channel_id, 2, ["in_transit", "cancelled"])
      await back(id, good(2))
      expect(await order(id)).toMatchObject({
        status: "returned",
        host_state: "shipped",
        settle_error: null,
      })
      expect(await level()).toEqual(before)
    })

    it("says nothing of what this plugin ships itself", async () => {
      const channel_id = await connected({ deduct_stock_on: "handover" })
      const id = await orderOf(channel_id, 1, ["confirmed", "in_transit"])
      await backgroundIdle()
      expect(await noted(id)).toEqual([])
    })
  })
}
