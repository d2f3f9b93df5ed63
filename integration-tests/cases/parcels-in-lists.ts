import { NeutralParcel } from "../../src/domain/orders/neutral-order"
import { NeutralBuyerRequest } from "../../src/domain/returns/buyer-request"
import MarketplaceChannelModuleService from "../../src/modules/marketplace-channel/service"
import { PlannedOrder } from "../../src/modules/marketplace-channel/planned-order"

type Legs = NonNullable<NeutralParcel["leg_numbers"]>

const CHANNEL = "mpchan_1"
const HOUR_MS = 3_600_000
const BY_HAND = { source: "hand", actor: "user_1" } as const

/** A return of order 1 that the seller has to answer. */
const request = (
  external_id: string,
  changes: Partial<NeutralBuyerRequest> = {}
): NeutralBuyerRequest => ({
  external_id,
  order_external_id: "1",
  kind: "return",
  state: "waiting",
  raw_status: "REQUESTED",
  initiator: "buyer",
  reason: null,
  reason_text: null,
  requested_at: new Date(),
  external_updated_at: new Date(),
  respond_by: null,
  answers: ["approve"],
  tracking_number: null,
  carrier: null,
  refund_amount: null,
  currency_code: null,
  lines: [],
  next_external_id: null,
  ...changes,
})

/** What planning writes down, as scanners, lists and histories find it. */
export function parcelsInLists(service: MarketplaceChannelModuleService): void {
  const plan = async (
    external_id: string,
    changes: Partial<PlannedOrder> = {}
  ): Promise<PlannedOrder> => {
    const now = new Date()
    const { id, updated_at } = await service.createMarketplaceChannelOrders({
      channel_id: CHANNEL,
      external_id,
      raw_status: "picking",
      flags: [],
      import_state: "pending",
      block_reasons: [] as unknown as Record<string, unknown>,
      display_id: `TIKI-${external_id}`,
      host_state: "none",
      payload: {},
      content_hash: "first",
      read_started_at: now,
      placed_at: now,
      external_updated_at: now,
      search_text: external_id,
    })
    return {
      id,
      channel_id: CHANNEL,
      planned_hash: "first",
      read_at: updated_at,
      status: "confirmed",
      status_rule: "raw:picking",
      raw_status: "picking",
      flags: [],
      import_state: "imported",
      import_rule: null,
      block_reasons: [],
      medusa_order_id: null,
      was_made: false,
      host_state: "pending",
      settle_due: false,
      reservation_generation: 0,
      external_updated_at: now,
      paid_at: null,
      ship_by: null,
      deadline_at: null,
      deadline_kind: null,
      cancel_at: null,
      currency_code: "vnd",
      total: 0,
      payment: "prepaid",
      money: null,
      buyer_external_id: null,
      recipient: null,
      search_text: external_id,
      lines: [],
      parcels: [],
      ...changes,
    }
  }
  const record = (...plans: PlannedOrder[]) =>
    service.orderLedger.record(plans, BY_HAND)

  const withNumbers = (legs: Partial<Legs> = {}) => [
    {
      external_id: "912345678",
      state: "arranged" as const,
      raw_status: null,
      tracking_number: "T1",
      leg_numbers: { pickup: null, delivery: null, return: null, ...legs },
      carrier: null,
      external_line_ids: [],
    },
  ]

  describe("parcels", () => {
    const idsOf = async (code: string) =>
      (await service.packing.findParcels([code])).map(
        ({ external_id }) => external_id
      )

    it("are found by every number on their waybills, as long as it is theirs", async () => {
      const planned = await plan("912345678", {
        parcels: withNumbers({ pickup: "P1", delivery: "D1", return: "R1" }),
      })
      await record(planned)
      for (const code of ["T1", "P1", "D1", "R1", "912345678"]) {
        expect(await idsOf(code)).toEqual(["912345678"])
      }
      await record({ ...planned, parcels: withNumbers({ return: "R1" }) })
      expect(await idsOf("P1")).toEqual([])
      expect(await idsOf("R1")).toEqual(["912345678"])
    })

    it("of two orders go on when one of them is cancelled, whichever is read last", async () => {
      const live = await plan("1", {
        status: "packed",
        parcels: withNumbers(),
      })
      const gone = await plan("2", {
        status: "cancelled_by_buyer",
        parcels: [
          {
            ...withNumbers()[0],
            state: "cancelled",
            raw_status: "CANCELLED",
            tracking_number: null,
          },
        ],
      })
      const stored = async () => {
        const [parcel] = await service.listMarketplaceParcels({
          external_id: "912345678",
        })
        const { state, tracking_number, order_ids } = parcel
        return { state, tracking_number, order_ids: [...order_ids].sort() }
      }
      const both = {
        state: "arranged",
        tracking_number: "T1",
        order_ids: [live.id, gone.id].sort(),
      }
      await record(live)
      await record(gone)
      expect(await stored()).toEqual(both)
      await record(gone, live)
      expect(await stored()).toEqual(both)
      await record(gone)
      await record(live)
      expect(await stored()).toEqual(both)
      await record({
        ...live,
        status: "cancelled_by_seller",
        parcels: gone.parcels,
      })
      expect(await stored()).toMatchObject({
        state: "cancelled",
        tracking_number: null,
      })
    })
  })

  describe("buyers' requests that cannot be understood", () => {
    const strange = {
      external_id: "return:7",
      order_external_id: "1",
      kind: "return",
      raw_status: "SWAPPED",
      problem: 'return_type: "SWAP" is not known',
    }
    const read = async () => {
      const [request] = await service.listMarketplaceBuyerRequests({
        external_id: "return:7",
      })
      return request
    }

    it("are in the list, of no order, until they are understood", async () => {
      const { id } = await plan("1")
      const park = (at: Date) =>
        service.buyerRequests.park(CHANNEL, [strange], at)
      await park(new Date(0))
      await service.buyerRequests.link(CHANNEL, null)
      expect(await read()).toMatchObject({
        ...strange,
        state: "not_understood",
        channel_order_id: null,
        answers: [],
      })
      const understood = request("return:7")
      const save = () =>
        service.buyerRequests.save(CHANNEL, [understood], new Date())
      expect(await save()).toMatchObject([{ outcome: "changed" }])
      expect(await service.buyerRequests.link(CHANNEL, null)).toEqual([id])
      expect(await read()).toMatchObject({ state: "waiting", problem: null })

      await park(new Date(Date.now() + HOUR_MS))
      expect(await read()).toMatchObject({
        state: "waiting",
        problem: strange.problem,
        raw_status: "SWAPPED",
        answers: [],
        channel_order_id: id,
      })
    })
  })

  describe("buyers' requests to answer", () => {
    it("are those that the marketplace takes an answer to, the most urgent first", async () => {
      await plan("1")
      const due = (hours: number) => ({
        respond_by: new Date(Date.now() + hours * HOUR_MS),
      })
      await service.buyerRequests.save(
        CHANNEL,
        [
          request("later", due(40)),
          request("arrived", { state: "shipped_back", ...due(3) }),
          request("timeless"),
          request("on_its_way", { state: "shipped_back", answers: [] }),
          request("elsewhere", { answers: [] }),
          request("over", { state: "settled", ...due(1) }),
          request("edited", { next_external_id: "later", ...due(2) }),
        ],
        new Date()
      )
      const toAnswer = { to_answer: true }
      const { ids, count } = await service.buyerRequests.listIds(toAnswer, {
        limit: 10,
        offset: 0,
      })
      const rows = await service.listMarketplaceBuyerRequests({ id: ids })
      expect(
        ids.map((id) => rows.find((row) => row.id === id)?.external_id)
      ).toEqual(["arrived", "later", "timeless"])
      expect(count).toBe(3)
      expect(await service.buyerRequests.counts({})).toMatchObject({
        by_state: { waiting: 3, shipped_back: 2, settled: 1 },
        to_answer: 3,
      })
      expect(await service.buyerRequests.counts(toAnswer)).toMatchObject({
        by_state: { waiting: 2, shipped_back: 1 },
      })
    })
  })

  describe("fulfilments made in Medusa", () => {
    it("are on record until they are followed, those of new orders wait", async () => {
      const due = async () =>
        (await service.hostFulfillments.listDue()).map(({ id }) => id)
      const medusa_order_id = "order_1"
      const planned = await plan("1", { medusa_order_id, status: "new" })
      await record(planned)
      const note = () => service.hostFulfillments.note("order_1", "user_1")
      expect(await note()).toEqual([{ id: planned.id, by: "user_1" }])
      expect(await note()).toEqual([])
      expect(await due()).toEqual([])
      await record({ ...planned, status: "awaiting_confirmation" })
      expect(await service.hostFulfillments.listDue()).toEqual([
        { id: planned.id, by: "user_1" },
      ])
      await service.hostFulfillments.settle(planned.id)
      expect(await due()).toEqual([])
    })
  })

  describe("print jobs", () => {
    const makeRun = (id: string) =>
      service.createMarketplaceRuns({
        id,
        kind: "order_action",
        status: "running",
        params: {},
        progress: {},
        counts: {},
        created_by: "user_1",
      })
    const RUNS = Array.from({ length: 6 }, (_, index) => `mprun_${index}`)

    it("have a parcel one at a time, until they are done or let it go", async () => {
      const planned = await plan("912345678", { parcels: withNumbers() })
      await record(planned)
      await Promise.all(RUNS.map(makeRun))
      const take = (run_id: string) =>
        service.printClaims.take(run_id, [planned.id])
      const taken = await Promise.all(RUNS.map(take))
      const winners = RUNS.filter((_, index) => taken[index].length > 0)
      expect(winners).toHaveLength(1)
      const [winner] = winners
      const [second, third] = RUNS.filter((id) => id !== winner)
      expect(await take(winner)).toEqual(["912345678"])
      await service.printClaims.letGo(second, ["912345678"])
      expect(await take(second)).toEqual([])
      await service.printClaims.letGo(winner, ["912345678"])
      expect(await take(second)).toEqual(["912345678"])
      expect(await take(third)).toEqual([])
      await service.updateMarketplaceRuns({ id: second, status: "failed" })
      expect(await take(third)).toEqual(["912345678"])
    })
  })

  describe("what is late soon", () => {
    it("is the shop's work, not the buyer's payment", async () => {
      const soon = { deadline_at: new Date(Date.now() + HOUR_MS) }
      const due = await plan("1", { ...soon, deadline_kind: "ship_by" })
      const unpaid = await plan("2", { ...soon, deadline_kind: "pay_by" })
      const later = await plan("3", {
        deadline_at: new Date(Date.now() + 48 * HOUR_MS),
        deadline_kind: "ship_by",
      })
      await record(due, unpaid, later)
      const { ids } = await service.orderReader.listIds(
        { late_soon: true },
        { limit: 10, offset: 0 }
      )
      expect(ids).toEqual([due.id])
      expect(await service.orderReader.counts({})).toMatchObject({
        late_soon: 1,
      })
      expect(
        await service.retrieveMarketplaceChannelOrder(unpaid.id)
      ).toMatchObject({
        deadline_kind: "pay_by",
        deadline_at: soon.deadline_at,
      })
    })
  })

  describe("an order's history", () => {
    it("gets no line for a mark that moves nothing", async () => {
      const planned = await plan("912345678")
      await record(planned)
      await service.parcelMarks.add([
        {
          id: "mpmark_1",
          channel_id: CHANNEL,
          channel_order_id: planned.id,
          parcel_external_id: null,
          kind: "waybill_printed",
          source: "print",
          actor: "user_1",
        },
      ])
      await record(planned)
      const lines = () =>
        service.listMarketplaceChannelOrderEvents(
          { channel_order_id: planned.id },
          { order: { at: "ASC" } }
        )
      expect(await lines()).toMatchObject([
        { from_status: null, status: "confirmed" },
      ])
      await record({ ...planned, status: "packing" })
      expect(await lines()).toMatchObject([
        { status: "confirmed" },
        { from_status: "confirmed", status: "packing" },
      ])
    })
  })

  describe("planning", () => {
    const hashOf = async (id: string) =>
      (await service.retrieveMarketplaceChannelOrder(id)).planned_hash

    it("does not forget a mark that was made after the order was read", async () => {
      const planned = await plan("912345678")
      await new Promise((resolve) => setTimeout(resolve, 5))
      await service.parcelMarks.add([
        {
          id: "mpmark_meanwhile",
          channel_id: CHANNEL,
          channel_order_id: planned.id,
          parcel_external_id: null,
          kind: "packed",
          source: "hand",
          actor: "user_1",
        },
      ])
      await record(planned)
      expect(await hashOf(planned.id)).toBeNull()
      const { updated_at } = await service.retrieveMarketplaceChannelOrder(
        planned.id
      )
      await record({ ...planned, read_at: updated_at })
      expect(await hashOf(planned.id)).toBe("first")
    })

    it("does not forget a buyer's request that came after the order was read", async () => {
      const planned = await plan("1")
      await new Promise((resolve) => setTimeout(resolve, 5))
      await service.buyerRequests.save(
        CHANNEL,
        [request("return:7")],
        new Date()
      )
      await record(planned)
      expect(await hashOf(planned.id)).toBeNull()
    })
  })
}
