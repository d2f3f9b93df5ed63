import { ParcelKey } from "../../../domain/provider/arranges-shipments"
import { NeutralBuyerRequest } from "../../../domain/returns/buyer-request"
import { errorOf } from "../../__fixtures__/error-of"
import { all } from "../../__fixtures__/pages"
import { openShop } from "../__fixtures__/sandbox-shop"

const ANYHOW = { handover: null, pickup_slot: null }
const PLAIN = { size: "A6", with_packing_slip: false } as const
const DAY_MS = 86_400_000

type World = Awaited<ReturnType<typeof openShop>>
type Connected = Awaited<ReturnType<World["connect"]>>

let world: World
let shop: Connected

beforeAll(async () => {
  world = await openShop()
})
afterAll(() => world.sandbox.close())
beforeEach(async () => {
  world.tiktok.reset()
  shop = await world.connect()
})
afterEach(() => expect(world.tiktok.violations).toEqual([]))

async function readOrder(id: string) {
  const [raw] = await shop.provider.readOrdersById(shop.access, [id], "orders")
  return shop.provider.mapOrder(raw.payload)
}

async function parcelsOf(id: string): Promise<ParcelKey[]> {
  const { parcels } = await readOrder(id)
  return parcels.map(({ external_id }) => ({
    external_id,
    order_external_ids: [id],
  }))
}

async function offerOf(parcel: ParcelKey) {
  const [offer] = await shop.provider.readShipmentOffers(shop.access, [parcel])
  return offer
}

describe("parcels", () => {
  it("of a split order are arranged one by one", async () => {
    const { tiktok } = world
    const [order] = tiktok.addOrders([
      { lines: [{ quantity: 1 }, { seller_sku: "LY-LAM-S", quantity: 1 }] },
    ])
    tiktok.packages.split(order.id, [[order.units[0].id]])
    const [first, second] = await parcelsOf(order.id)
    await shop.provider.arrangeShipments(shop.access, [first], ANYHOW)
    expect(await readOrder(order.id)).toMatchObject({
      raw_status: "PARTIALLY_SHIPPING",
      meaning: { kind: "status", status: "awaiting_confirmation" },
    })
    expect(await offerOf(first)).toMatchObject({
      state: "arranged",
      tracking_number: expect.stringMatching(/./),
    })
    expect(await offerOf(second)).toMatchObject({ state: "to_arrange" })
    await shop.provider.arrangeShipments(shop.access, [second], ANYHOW)
    expect(await readOrder(order.id)).toMatchObject({
      meaning: { kind: "status", status: "confirmed" },
      parcels: [{ state: "arranged" }, { state: "arranged" }],
    })
  })

  it("that were combined stand in each of their orders", async () => {
    const { tiktok } = world
    const orders = tiktok.addOrders([{}, {}])
    const before = await Promise.all(orders.map(({ id }) => parcelsOf(id)))
    const external_id = tiktok.packages.combine(
      before.flat().map((parcel) => parcel.external_id)
    )
    const combined = {
      external_id,
      order_external_ids: orders.map(({ id }) => id),
    }
    const order = await readOrder(orders[1].id)
    expect(order.flags).toContain("combined")
    expect(order.parcels).toMatchObject([{ external_id, state: "to_arrange" }])
    expect(await offerOf(before[0][0])).toMatchObject({
      state: "not_offered",
      reason: { code: "in_other_parcels" },
    })
    tiktok.cancellations.request(orders[0].id)
    expect(await offerOf(combined)).toMatchObject({ state: "not_yet" })
  })

  it("wait for the carrier in a slot that was chosen", async () => {
    const { tiktok } = world
    const [{ id }] = tiktok.addOrders([{}])
    const [parcel] = await parcelsOf(id)
    const choice = await shop.provider.readHandoverChoice(shop.access, parcel)
    expect(choice.methods).toEqual([])
    expect(choice.pickup_slots).toHaveLength(3)
    const [slot] = choice.pickup_slots
    expect(slot.label.vi).toMatch(/, 08:00–12:00$/)
    await shop.provider.arrangeShipments(shop.access, [parcel], {
      handover: null,
      pickup_slot: slot.value,
    })
    const { pickup_slot } = tiktok.packages.get(parcel.external_id)
    expect(`${pickup_slot?.start_time}-${pickup_slot?.end_time}`).toBe(
      slot.value
    )
  })

  it("may be arranged without the right to ask for slots", async () => {
    const { tiktok } = world
    tiktok.faults.add({ kind: "envelope", code: 105005, path: "time_slots" })
    const [{ id }] = tiktok.addOrders([{}])
    const [parcel] = await parcelsOf(id)
    expect(await shop.provider.readHandoverChoice(shop.access, parcel)).toEqual(
      { methods: [], pickup_slots: [] }
    )
  })

  it("on hold fail alone", async () => {
    const { tiktok } = world
    const [held, free] = tiktok.addOrders([{ status: "ON_HOLD" }, {}])
    const keys = (
      await Promise.all([held, free].map(({ id }) => parcelsOf(id)))
    ).flat()
    expect(await offerOf(keys[0])).toMatchObject({
      state: "not_yet",
      reason: { code: "on_hold" },
    })
    expect(
      await shop.provider.arrangeShipments(shop.access, keys, ANYHOW)
    ).toMatchObject([
      { ok: false, error: { kind: "rejected", code: "21011044" } },
      { ok: true },
    ])
  })
})

describe("a waybill", () => {
  it("is asked for until it is made, and gone once the carrier has the parcel", async () => {
    const { tiktok } = world
    const [{ id }] = tiktok.addOrders([{ status: "AWAITING_COLLECTION" }])
    const [parcel] = await parcelsOf(id)
    tiktok.packages.putOffLabel(parcel.external_id, 1)
    const read = () => shop.provider.readWaybill(shop.access, parcel, PLAIN)
    expect(await errorOf(read())).toMatchObject({ kind: "not_ready" })
    expect(await read()).toMatchObject({ kind: "pdf" })
    tiktok.packages.collect(parcel.external_id)
    expect(await errorOf(read())).toMatchObject({
      kind: "rejected",
      code: "21042102",
    })
  })

  it("comes through a document host that fails once", async () => {
    const { tiktok } = world
    const [{ id }] = tiktok.addOrders([{ status: "AWAITING_COLLECTION" }])
    const [parcel] = await parcelsOf(id)
    tiktok.faults.add({ kind: "503", path: "/documents/" })
    expect(
      await shop.provider.readWaybill(shop.access, parcel, PLAIN)
    ).toMatchObject({ kind: "pdf" })
  })
})

describe("buyers' requests", () => {
  async function requestsOf(order_id: string): Promise<NeutralBuyerRequest[]> {
    return all(
      shop.provider.readBuyerRequests(shop.access, {
        by: "order",
        order_external_ids: [order_id],
      })
    )
  }
  const answer = (
    request: NeutralBuyerRequest,
    kind: "approve" | "reject",
    reason = ""
  ) =>
    shop.provider.answerBuyerRequest(
      shop.access,
      request,
      kind === "approve" ? { kind } : { kind, reason, comment: null },
      `${kind} ${request.raw_status} ${request.external_id}`
    )

  it("to cancel stop the order until they are answered", async () => {
    const { tiktok } = world
    const [{ id }] = tiktok.addOrders([{}])
    tiktok.cancellations.request(id)
    expect((await readOrder(id)).flags).toContain("buyer_cancel_requested")
    const [request] = await requestsOf(id)
    expect(request).toMatchObject({
      kind: "cancellation",
      state: "waiting",
      order_external_id: id,
      answers: ["approve", "reject"],
    })
    const reasons = await shop.provider.readRejectReasons(shop.access, request)
    expect(reasons[0].label).toEqual({
      en: "The product has been packed",
      vi: "Hàng đã được đóng gói",
    })
    await answer(request, "reject", reasons[0].value)
    expect((await readOrder(id)).flags).not.toContain("buyer_cancel_requested")
    expect(await requestsOf(id)).toMatchObject([{ answers: [] }])
    tiktok.cancellations.request(id)
    const second = (await requestsOf(id)).find(({ answers }) => answers.length)
    if (!second) {
      throw new Error("the second request is missing")
    }
    await answer(second, "approve")
    expect(await readOrder(id)).toMatchObject({
      meaning: { kind: "cancelled" },
      cancellation: { initiator: "buyer" },
      parcels: [{ state: "cancelled" }],
    })
  })

  it("for a return are approved twice: before the goods come and after", async () => {
    const { tiktok } = world
    const [order] = tiktok.addOrders([{ status: "DELIVERED" }])
    const { id } = tiktok.returns.request(order.id)
    const [asked] = await requestsOf(order.id)
    expect(asked).toMatchObject({ kind: "return", state: "waiting" })
    expect(asked.lines).toEqual(
      order.units.map((unit) => ({ external_line_id: unit.id, quantity: 1 }))
    )
    await answer(asked, "approve")
    expect(await requestsOf(order.id)).toMatchObject([
      { state: "approved", answers: [] },
    ])
    tiktok.returns.shipBack(id)
    tiktok.returns.deliverBack(id)
    const [back] = await requestsOf(order.id)
    expect(back).toMatchObject({
      state: "shipped_back",
      answers: ["approve", "reject"],
      tracking_number: expect.stringMatching(/./),
    })
    expect(await errorOf(answer(asked, "approve"))).toMatchObject({
      kind: "rejected",
    })
    await answer(back, "approve")
    expect(tiktok.returns.get(id).answers).toEqual([
      "APPROVE_RETURN",
      "APPROVE_RECEIVED_PACKAGE",
    ])
  })

  it.each([
    ["REFUND", "refund"],
    ["REPLACEMENT", "replacement"],
  ] as const)("for a %s are answered in its own words", async (type, kind) => {
    const { tiktok } = world
    const [order] = tiktok.addOrders([{ status: "DELIVERED" }])
    const { id } = tiktok.returns.request(order.id, { type })
    const [request] = await requestsOf(order.id)
    expect(request).toMatchObject({ kind, state: "waiting" })
    await answer(request, "approve")
    expect(tiktok.returns.get(id).answers).toEqual([`APPROVE_${type}`])
  })

  it("are found by when they changed, page by page", async () => {
    const { tiktok, sandbox } = world
    const orders = tiktok.addOrders(60)
    const open = orders.filter(({ status }) => status === "AWAITING_SHIPMENT")
    open.forEach(({ id }) => tiktok.cancellations.request(id))
    const now = sandbox.clock.now()
    const found = await all(
      shop.provider.readBuyerRequests(shop.access, {
        by: "updated_at",
        from: new Date(now - 90 * DAY_MS),
        to: new Date(now + DAY_MS),
      })
    )
    expect(new Set(found.map((one) => one.external_id)).size).toBe(
      tiktok.cancellations.list().length
    )
    const waiting = found.filter(({ state }) => state === "waiting")
    expect(waiting.map((one) => one.order_external_id).sort()).toEqual(
      open.map(({ id }) => id).sort()
    )
  })
})
