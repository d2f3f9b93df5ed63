import { createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { NeutralOrder } from "../../src/domain/orders/neutral-order"
import { orderService } from "../../src/workflows/host-orders/utils/module-services"
import { backgroundIdle } from "../../src/workflows/background"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { listChannels } from "../../src/workflows/orders/channel"
import { importOrders } from "../../src/workflows/orders/import-orders"
import { importUnplannedOrders } from "../../src/workflows/orders/import-unplanned-orders"
import { settleDueOrders } from "../../src/workflows/orders/settle-due-orders"
import {
  ReceiptToRecord,
  recordReceipts,
} from "../../src/workflows/returns/record-receipts"
import { buildLine, buildParcel } from "../fixtures/fake-provider/build"
import { orderLevelOf } from "../support/levels"
import { downloadAndLink } from "../support/listings"
import { finishRun } from "../support/runs"
import { tick } from "../support/tick"
import { connectByApp, Shop } from "./fake-shop"

const SKU = "LY-LAM-S"
const UNITS = ["9500000000000000001", "9500000000000000002", "9500000000000003"]
const MINUTE_MS = 60_000
const ALL = [
  "awaiting_confirmation",
  "confirmed",
  "in_transit",
  "succeeded",
  "returning",
  "cancelled_by_seller",
  "cancelled_by_buyer",
  "cancelled_by_system",
]

type Parcels = Record<
  string,
  { units: string[]; state: "arranged" | "collected" | "cancelled" }
>

/** Orders whose units go their own ways: Medusa and its stock follow each of them. */
export function followingUnits(at: () => Shop): void {
  const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS)
  let clock = 100

  const level = async () => {
    const { stocked, reserved } = await orderLevelOf(at(), SKU)
    return [stocked, reserved]
  }

  const connected = async (settings: Record<string, unknown> = {}) => {
    const { admin, fake } = at()
    fake.addListing({ seller_sku: SKU })
    const { id } = await connectByApp(at(), {
      settings: {
        stock_from: "2020-01-01T00:00:00Z",
        deduct_stock_on: "handover",
        ...settings,
      },
    })
    await downloadAndLink(admin, [id])
    return id
  }

  const settled = async () => {
    await backgroundIdle()
    await settleDueOrders(at().container)
  }

  const parcelsOf = (parcels: Parcels) =>
    Object.entries(parcels).map(([external_id, { units, state }]) =>
      buildParcel({ external_id, state, external_line_ids: units })
    )

  /** Three units of one line, some of them cancelled, as the marketplace has them now. */
  const put = (
    external_id: string,
    raw_status: string,
    cancelled_quantity: number,
    changes: Partial<NeutralOrder> = {}
  ) =>
    at().fake.putOrder({
      external_id,
      raw_status,
      placed_at: ago(300),
      external_updated_at: ago(clock--),
      lines: [
        buildLine({
          external_line_ids: UNITS.map((id) => `${id}${external_id}`),
          quantity: 3,
          cancelled_quantity,
        }),
      ],
      ...changes,
    })

  const read = async (channel_id: string) => {
    await finishRun(at().admin, "/orders/downloads", {
      channel_ids: [channel_id],
      statuses: ALL,
    })
    await settled()
  }

  const order = async (external_id: string) => {
    const [found] = await marketplacesOf(
      at().container
    ).listMarketplaceChannelOrders({ external_id })
    return found
  }

  const channelOf = async (external_id: string) => {
    const { channel_id } = await order(external_id)
    const [channel] = await listChannels(marketplacesOf(at().container), [
      channel_id,
    ])
    return channel
  }

  const handOver = async (external_id: string, ...parcels: string[]) => {
    const { container } = at()
    const { id, channel_id } = await order(external_id)
    await marketplacesOf(container).parcelMarks.add(
      parcels.map((parcel_external_id) => ({
        id: `mpmark_${external_id}_${parcel_external_id}`,
        channel_id,
        channel_order_id: id,
        parcel_external_id,
        kind: "handed_over" as const,
        source: "hand" as const,
        actor: "system",
      }))
    )
    await importOrders(container, {
      channel: await channelOf(external_id),
      ids: [id],
      source: "hand",
      actor: "system",
    })
    await settled()
  }

  const back = async (
    external_id: string,
    parcel_external_id: string | null = null,
    more: Partial<ReceiptToRecord> = {}
  ) => {
    const { container } = at()
    const { id } = await order(external_id)
    const [outcome] = await recordReceipts(container, {
      channel: await channelOf(external_id),
      receipts: [
        {
          channel_order_id: id,
          parcel_external_id,
          buyer_request_id: null,
          handover_id: null,
          lines: null,
          note: null,
          photo_file_ids: [],
          ...more,
        },
      ],
      source: "hand",
      actor: "system",
    })
    await settled()
    return outcome
  }

  const unitsReceived = async (external_id: string) => {
    const { id } = await order(external_id)
    const receipts = await marketplacesOf(at().container).receipts.listOf([id])
    return receipts.map(({ stock_state, stock_error, lines }) => [
      stock_state,
      stock_error,
      ...lines.map(({ good }) => good),
    ])
  }

  const quantityInMedusa = async (external_id: string) => {
    const query = at().container.resolve(ContainerRegistrationKeys.QUERY)
    const { medusa_order_id } = await order(external_id)
    const { data } = await query.graph({
      entity: "order",
      fields: ["id", "items.*"],
      filters: { id: medusa_order_id ?? "" },
    })
    return data[0].items?.map((item: { quantity: number } | null) =>
      Number(item?.quantity)
    )
  }

  it("an order first read after it failed on its way ships, and comes back", async () => {
    const channel_id = await connected()
    const [stocked, reserved] = await level()
    put("972001", "cancelled", 3, { collected_at: ago(200) })
    await read(channel_id)
    expect(await order("972001")).toMatchObject({
      status: "returning",
      host_state: "shipped",
      settle_error: null,
    })
    expect(await level()).toEqual([stocked - 3, reserved])
    expect(await back("972001")).toMatchObject({ ok: true })
    expect(await order("972001")).toMatchObject({
      status: "returned",
      settle_error: null,
    })
    expect(await level()).toEqual([stocked, reserved])
  })

  it("one from before counting ships without stock, and what comes back is added", async () => {
    const channel_id = await connected({ stock_from: ago(60).toISOString() })
    const [stocked, reserved] = await level()
    put("972011", "cancelled", 3, { collected_at: ago(200) })
    await read(channel_id)
    expect(await order("972011")).toMatchObject({
      status: "returning",
      import_rule: "before_stock_from",
      host_state: "shipped",
      settle_error: null,
    })
    expect(await level()).toEqual([stocked, reserved])
    expect(await back("972011")).toMatchObject({ ok: true })
    expect(await order("972011")).toMatchObject({ status: "returned" })
    expect(await level()).toEqual([stocked + 3, reserved])
  })

  it("only what Medusa still had comes back after an earlier cancellation", async () => {
    const channel_id = await connected()
    const [stocked, reserved] = await level()
    put("972002", "confirmed", 0)
    await read(channel_id)
    put("972002", "confirmed", 1)
    await read(channel_id)
    expect(await quantityInMedusa("972002")).toEqual([2])
    put("972002", "in_transit", 1, { collected_at: ago(200) })
    await read(channel_id)
    expect(await level()).toEqual([stocked - 2, reserved])
    put("972002", "cancelled", 3, { collected_at: ago(200) })
    await read(channel_id)
    expect(await back("972002")).toMatchObject({ ok: true })
    expect(await unitsReceived("972002")).toEqual([["done", null, 2]])
    expect(await order("972002")).toMatchObject({
      status: "returned",
      settle_error: null,
    })
    expect(await level()).toEqual([stocked, reserved])
  })

  const split = (
    external_id: string,
    a: Parcels[string]["state"],
    b: Parcels[string]["state"]
  ): Pick<NeutralOrder, "parcels"> => {
    const [first, ...rest] = UNITS.map((id) => `${id}${external_id}`)
    return {
      parcels: parcelsOf({
        [`${external_id}A`]: { units: [first], state: a },
        [`${external_id}B`]: { units: rest, state: b },
      }),
    }
  }

  it("of a cancelled order only the parcel that was handed over ships and comes back", async () => {
    const channel_id = await connected()
    const [stocked, reserved] = await level()
    put("972003", "confirmed", 0, split("972003", "arranged", "arranged"))
    await read(channel_id)
    await handOver("972003", "972003A")
    expect(await level()).toEqual([stocked, reserved + 3])
    put("972003", "cancelled", 3, split("972003", "cancelled", "cancelled"))
    await read(channel_id)
    expect(await order("972003")).toMatchObject({
      status: "returning",
      status_rule: "cancelled_after_handover",
      settle_error: null,
    })
    expect(await level()).toEqual([stocked - 1, reserved])
    expect(await back("972003", "972003A")).toMatchObject({ ok: true })
    expect(await order("972003")).toMatchObject({
      status: "returned",
      settle_error: null,
    })
    expect(await level()).toEqual([stocked, reserved])
  })

  it("a parcel cancelled after its handover comes back beside one that goes on", async () => {
    const channel_id = await connected()
    const [stocked, reserved] = await level()
    put("972004", "confirmed", 0, split("972004", "arranged", "arranged"))
    await read(channel_id)
    await handOver("972004", "972004A", "972004B")
    expect(await level()).toEqual([stocked - 3, reserved])
    put("972004", "in_transit", 1, {
      ...split("972004", "cancelled", "collected"),
      collected_at: ago(50),
    })
    await read(channel_id)
    expect(await back("972004", "972004A")).toMatchObject({ ok: true })
    expect(await unitsReceived("972004")).toEqual([["done", null, 1]])
    expect(await order("972004")).toMatchObject({
      status: "in_transit",
      settle_error: null,
    })
    expect(await level()).toEqual([stocked - 2, reserved])
  })

  it("a parcel that two people receive at once is received by one of them", async () => {
    const { container } = at()
    const channel_id = await connected()
    const [stocked, reserved] = await level()
    put("972015", "in_transit", 0, {
      ...split("972015", "collected", "collected"),
      collected_at: ago(200),
    })
    await read(channel_id)
    put("972015", "cancelled", 3, {
      ...split("972015", "collected", "collected"),
      collected_at: ago(200),
    })
    await read(channel_id)
    const { id } = await order("972015")
    const [{ id: line_id }] = await marketplacesOf(
      container
    ).listMarketplaceChannelOrderLines({ channel_order_id: id })
    const good = (units: number) => ({
      lines: [{ line_id, good: units, damaged: 0, lost: 0 }],
    })
    const refused = { ok: false, code: "already_received" }
    expect(await back("972015", "972015A")).toMatchObject({ ok: true })
    expect(await back("972015", "972015A")).toMatchObject(refused)
    expect(await back("972015", "972015A", good(1))).toMatchObject(refused)
    expect(
      await back("972015", "972015B", { ...good(1), handover_id: "mphand_1" })
    ).toMatchObject({ ok: true })
    expect(await back("972015", "972015B")).toMatchObject(refused)
    expect(
      await back("972015", "972015B", { ...good(1), handover_id: "mphand_2" })
    ).toMatchObject(refused)
    expect(await unitsReceived("972015")).toEqual([
      ["done", null, 1],
      ["done", null, 1],
    ])
    expect(await level()).toEqual([stocked - 1, reserved])
  })

  it("a record takes a parcel in that was cancelled after its handover, and its goods are back", async () => {
    const { admin } = at()
    const channel_id = await connected()
    const [stocked, reserved] = await level()
    put("972014", "confirmed", 0, split("972014", "arranged", "arranged"))
    await read(channel_id)
    await handOver("972014", "972014A", "972014B")
    put("972014", "in_transit", 1, {
      ...split("972014", "cancelled", "collected"),
      collected_at: ago(50),
    })
    await read(channel_id)
    const opened = await admin.post<{ handover: { id: string } }>(
      "/handovers",
      { direction: "inbound", channel_id }
    )
    const record = `/handovers/${opened.body.handover.id}`
    const scanned = await admin.post<{ scan: unknown }>(`${record}/scans`, {
      code: "972014A",
    })
    expect(scanned.body.scan).toMatchObject({
      ok: true,
      parcel: { lines: [{ quantity: 1 }] },
    })
    const closed = await admin.post<{ refused: unknown[] }>(`${record}/close`)
    expect(closed.body.refused).toEqual([])
    await settled()
    expect(await unitsReceived("972014")).toEqual([["done", null, 1]])
    expect(await order("972014")).toMatchObject({
      status: "in_transit",
      settle_error: null,
    })
    expect(await level()).toEqual([stocked - 2, reserved])
  })

  it("goods leave when the carrier has one parcel and the shop gave the other away", async () => {
    const channel_id = await connected()
    const [stocked, reserved] = await level()
    put("972005", "confirmed", 0, split("972005", "collected", "arranged"))
    await read(channel_id)
    await handOver("972005", "972005B")
    expect(await order("972005")).toMatchObject({
      status: "awaiting_collection",
      host_state: "shipped",
    })
    expect(await level()).toEqual([stocked - 3, reserved])
  })

  const fulfilByHand = async (external_id: string) => {
    const { container } = at()
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { medusa_order_id } = await order(external_id)
    const { data } = await query.graph({
      entity: "order",
      fields: ["id", "items.id"],
      filters: { id: medusa_order_id ?? "" },
    })
    await createOrderFulfillmentWorkflow(container).run({
      input: {
        order_id: data[0].id,
        items: [{ id: data[0].items?.[0]?.id ?? "", quantity: 3 }],
        no_notification: true,
      },
    })
  }

  it("an order that Medusa will not reduce keeps no other from it, and says why", async () => {
    const channel_id = await connected()
    put("972006", "confirmed", 0)
    put("972007", "confirmed", 0)
    put("972008", "confirmed", 0)
    await read(channel_id)
    await fulfilByHand("972006")
    const { medusa_order_id } = await order("972007")
    await orderService(at().container).createOrderChange([
      {
        id: "ordch_mpreduce_LEFTBEHIND",
        order_id: medusa_order_id,
        change_type: "edit",
        actions: [],
      },
    ])
    put("972006", "confirmed", 1)
    put("972007", "confirmed", 1)
    put("972008", "confirmed", 1)
    await read(channel_id)
    expect((await order("972006")).settle_error).toContain("fulfillments")
    expect(await quantityInMedusa("972006")).toEqual([3])
    expect((await order("972007")).settle_error).toBeNull()
    expect(await quantityInMedusa("972007")).toEqual([2])
    expect((await order("972008")).settle_error).toBeNull()
    expect(await quantityInMedusa("972008")).toEqual([2])
  })

  it("a receipt that a crash left behind is followed all the same", async () => {
    const { container } = at()
    const channel_id = await connected()
    put("972009", "in_transit", 0, { collected_at: ago(200) })
    await read(channel_id)
    put("972009", "cancelled", 3, { collected_at: ago(200) })
    await read(channel_id)
    const [stocked] = await level()
    const marketplaces = marketplacesOf(container)
    const { id } = await order("972009")
    const [{ id: line_id }] =
      await marketplaces.listMarketplaceChannelOrderLines({
        channel_order_id: id,
      })
    await marketplaces.receipts.add([
      {
        id: "mprcpt_crash",
        channel_id,
        channel_order_id: id,
        parcel_external_id: null,
        buyer_request_id: null,
        handover_id: null,
        lines: [{ line_id, good: 3, damaged: 0, lost: 0 }],
        note: null,
        photo_file_ids: [],
        received_by: "system",
      },
    ])
    await container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)
      .raw(
        "UPDATE marketplace_channel_order SET updated_at = now() - interval '5 minutes' WHERE id = ?",
        [id]
      )
    await importUnplannedOrders(container)
    await settled()
    expect(await order("972009")).toMatchObject({ status: "returned" })
    expect(await unitsReceived("972009")).toEqual([["done", null, 3]])
    expect(await level()).toEqual([stocked + 3, (await level())[1]])
  })

  it("a provider that was taken out of the options keeps only its own orders waiting", async () => {
    const { container } = at()
    const marketplaces = marketplacesOf(container)
    const channel_id = await connected()
    put("972010", "confirmed", 0)
    await read(channel_id)
    const { id } = await order("972010")
    const makeDue = (changes: string) =>
      container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
        `UPDATE marketplace_channel_order
              SET ${changes}, updated_at = now() - interval '5 minutes' WHERE id = ?`,
        [id]
      )
    const { provider_id } =
      await marketplaces.retrieveMarketplaceChannel(channel_id)
    await marketplaces.updateMarketplaceChannels({
      id: channel_id,
      provider_id: "gone",
    })
    try {
      await makeDue("settle_due_at = now() - interval '1 minute'")
      await settleDueOrders(container)
      const { settle_error, settle_due_at } = await order("972010")
      expect(settle_error).toContain('"gone"')
      expect(settle_due_at?.getTime()).toBeGreaterThan(Date.now())
      await makeDue("planned_hash = NULL")
      await importUnplannedOrders(container)
    } finally {
      await marketplaces.updateMarketplaceChannels({
        id: channel_id,
        provider_id,
      })
    }
    await importUnplannedOrders(container)
    expect((await order("972010")).planned_hash).not.toBeNull()
  })

  it("an order that the marketplace no longer lists is said once and waits its turn", async () => {
    const { container, fake } = at()
    const marketplaces = marketplacesOf(container)
    const channel_id = await connected()
    put("972012", "confirmed", 0)
    put("972013", "confirmed", 0)
    await read(channel_id)
    const { orders } = fake.shop()
    orders.splice(
      orders.findIndex(({ external_id }) => external_id === "972012"),
      1
    )
    await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
      `UPDATE marketplace_channel_order
            SET read_started_at = now() - interval '7 hours' WHERE channel_id = ?`,
      [channel_id]
    )
    for (let look = 0; look < 2; look++) {
      await marketplaces.flows.reschedule(channel_id, "open_orders", new Date())
      await tick(container)
    }
    expect(
      await marketplaces.orderReader.listOpen(channel_id, ago(60), 10)
    ).toEqual([])
    const results = await marketplaces.listMarketplaceRunResults({ channel_id })
    expect(
      results.flatMap(({ code, external_id, message }) =>
        code === "not_listed" ? [[external_id, message]] : []
      )
    ).toEqual([["972012", expect.stringContaining("does not list it")]])
  })
}
