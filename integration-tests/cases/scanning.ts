import { generateEntityId } from "@medusajs/framework/utils"
import MarketplaceChannelModuleService from "../../src/modules/marketplace-channel/service"
import { NewParcelMark } from "../../src/modules/marketplace-channel/services/parcel-marks"

const CHANNEL = "mpchan_1"
const PARCEL = { channel_id: CHANNEL, parcel_external_id: "115300001" }
const PACKER = "user_1"

/** What tables at work at the same time may and may not do to one parcel. */
export function scanning(service: MarketplaceChannelModuleService): void {
  const makeOrder = (external_id: string, status = "packed") =>
    service.createMarketplaceChannelOrders({
      channel_id: CHANNEL,
      external_id,
      status,
      raw_status: "AWAITING_COLLECTION",
      flags: [],
      import_state: "imported",
      block_reasons: [] as unknown as Record<string, unknown>,
      display_id: `TTS-${external_id}`,
      host_state: "pending",
      payload: {},
      content_hash: "first",
      planned_hash: "first",
      read_started_at: new Date(),
      placed_at: new Date(),
      external_updated_at: new Date(),
      search_text: external_id,
    })
  const makeParcel = (external_id: string, order_ids: string[]) =>
    service.createMarketplaceParcels({
      channel_id: CHANNEL,
      external_id,
      state: "arranged",
      tracking_number: `VN${external_id}`,
      carrier: "J&T Express",
      order_ids,
    })
  const mark = (
    id: string,
    channel_order_id: string,
    kind: NewParcelMark["kind"] = "packed"
  ): NewParcelMark => ({
    id,
    channel_id: CHANNEL,
    channel_order_id,
    parcel_external_id: PARCEL.parcel_external_id,
    kind,
    source: "scan",
    actor: PACKER,
  })

  describe("the packing table", () => {
    const scanId = () => generateEntityId(undefined, "mpscan")
    const count = (channel_order_id: string, most: number, id = scanId()) =>
      service.packing.count(
        { ...PARCEL, id, scanned: "LY-LAM-S", quantity: 1, actor: PACKER },
        (counts) => {
          const before = counts.get("ordli_1") ?? 0
          const ok = before < most
          const isLast = before + 1 === most
          return {
            ok,
            code: ok ? (isLast ? "packed" : "counted") : "too_many",
            line_id: "ordli_1",
            marks: isLast ? [mark(`mpmark_${id}`, channel_order_id)] : [],
          }
        }
      )
    const marksOf = async (id: string) =>
      (await service.parcelMarks.listOf([id])).get(id) ?? []

    it("lets tables count one after the other, so that one of them packs", async () => {
      const { id } = await makeOrder("578000000000000001")
      const scans = await Promise.all(
        Array.from({ length: 8 }, () => count(id, 3))
      )
      expect(scans.map(({ code }) => code).sort()).toEqual([
        "counted",
        "counted",
        "packed",
        ...Array.from({ length: 5 }, () => "too_many"),
      ])
      expect(await service.packing.counts(PARCEL)).toEqual(
        new Map([["ordli_1", 3]])
      )
      expect(await marksOf(id)).toHaveLength(1)
    })

    it("does a step once that arrives several times at once", async () => {
      const { id } = await makeOrder("578000000000000001")
      const same = scanId()
      const scans = await Promise.all(
        Array.from({ length: 5 }, () => count(id, 3, same))
      )
      expect(scans.map(({ code }) => code)).toEqual(
        Array.from({ length: 5 }, () => "counted")
      )
      expect(scans.filter(({ earlier }) => earlier === null)).toHaveLength(1)
      await count(id, 3)
      const undo = { id: scanId(), ...PARCEL, actor: PACKER }
      const undone = await Promise.all(
        Array.from({ length: 3 }, () =>
          service.packing.undoLast({
            ...undo,
            channel_order_ids: [id],
            mark_parcel_external_id: PARCEL.parcel_external_id,
          })
        )
      )
      expect(undone.filter((step) => step?.earlier === null)).toHaveLength(1)
      expect(await service.packing.counts(PARCEL)).toEqual(
        new Map([["ordli_1", 1]])
      )
      const unknown = {
        id: scanId(),
        channel_id: null,
        parcel_external_id: null,
        scanned: "VN1",
        ok: false,
        code: "unknown_parcel",
        actor: PACKER,
      }
      const { actor: _actor, ...row } = unknown
      expect(await service.packing.record(unknown)).toBeNull()
      expect(await service.packing.record(unknown)).toEqual(row)
    })

    it("takes back one item for each undo, and the mark with the first", async () => {
      const { id } = await makeOrder("578000000000000001")
      await count(id, 2)
      await count(id, 2)
      const undo = () =>
        service.packing.undoLast({
          ...PARCEL,
          id: scanId(),
          channel_order_ids: [id],
          mark_parcel_external_id: PARCEL.parcel_external_id,
          actor: PACKER,
        })
      const undone = await Promise.all([undo(), undo(), undo()])
      expect(undone.filter((scan) => scan !== null)).toHaveLength(2)
      expect(await service.packing.counts(PARCEL)).toEqual(new Map())
      expect(await marksOf(id)).toEqual([])
    })

    it("takes the mark back also when the order had no parcel when it was made", async () => {
      const { id } = await makeOrder("578000000000000001")
      await count(id, 2)
      await service.parcelMarks.add([
        { ...mark("mpmark_1", id), parcel_external_id: null },
        { ...mark("mpmark_2", id), parcel_external_id: "115300002" },
      ])
      await service.packing.undoLast({
        ...PARCEL,
        id: scanId(),
        channel_order_ids: [id],
        mark_parcel_external_id: PARCEL.parcel_external_id,
        actor: PACKER,
      })
      expect((await marksOf(id)).map((one) => one.id)).toEqual(["mpmark_2"])
    })

    it("forgets what was counted with the mark of a parcel that is to be packed anew", async () => {
      const { id } = await makeOrder("578000000000000001")
      await count(id, 2)
      await count(id, 2)
      const undo = () =>
        service.packing.undoPacked({
          ...PARCEL,
          channel_order_ids: [id],
          mark_parcel_external_id: PARCEL.parcel_external_id,
          actor: PACKER,
          reason: "wrong size",
        })
      expect(await undo()).toBe(1)
      expect(await undo()).toBe(0)
      expect(await service.packing.counts(PARCEL)).toEqual(new Map())
      expect(await marksOf(id)).toEqual([])
      expect(
        await service.listMarketplaceParcelMarks({ channel_order_id: id })
      ).toMatchObject([{ undone_by: PACKER, undone_reason: "wrong size" }])
      expect(await count(id, 2)).toMatchObject({ code: "counted" })
    })

    it("leaves an order unplanned until it has followed its marks", async () => {
      const { id } = await makeOrder("578000000000000001")
      const planned = async () =>
        (await service.retrieveMarketplaceChannelOrder(id)).planned_hash
      expect(await service.parcelMarks.add([mark("mpmark_1", id)])).toBe(1)
      expect(await planned()).toBeNull()
      await service.updateMarketplaceChannelOrders({
        id,
        planned_hash: "first",
      })
      expect(await service.parcelMarks.add([mark("mpmark_1", id)])).toBe(0)
      expect(await planned()).toBe("first")
    })

    it("finds a parcel by its numbers, and an order without any by its own", async () => {
      await service.createMarketplaceChannels({
        id: CHANNEL,
        provider_id: "fake-a",
        name: "Nhà Gốm",
        external_id: "shop-1",
        region: "VN",
        currency_code: "vnd",
        status: "connected",
        settings: {},
        provider_data: {},
        warehouses: {},
        sales_channel_id: "sc_1",
        authorization_id: "mpauth_1",
      })
      const one = await makeOrder("578000000000000001")
      const other = await makeOrder("578000000000000002")
      const parcel = await makeParcel("115300001", [one.id])
      const found = { id: parcel.id, order_ids: [one.id] }
      const { packing } = service
      expect(await packing.findParcels(["VN115300001", "x"])).toMatchObject([
        found,
      ])
      expect(await packing.findParcels(["115300001"])).toMatchObject([found])
      expect(
        await packing.findParcelsOfOrders([one.external_id, other.external_id])
      ).toEqual(
        expect.arrayContaining([
          expect.objectContaining(found),
          expect.objectContaining({ id: other.id, external_id: other.id }),
        ])
      )
      expect(await packing.findParcel(other.id)).toMatchObject({
        order_ids: [other.id],
      })
    })
  })

  describe("handover records", () => {
    const open = () =>
      service.handovers.create({
        direction: "outbound",
        channel_id: null,
        carrier: null,
        created_by: PACKER,
      })
    const scan = (handover_id: string) =>
      service.handovers.addScan(handover_id, {
        ...PARCEL,
        scanned: "VN115300001",
        ok: true,
        code: "scanned",
        condition: null,
        note: null,
        actor: PACKER,
      })

    it("have a parcel once, whoever scans it at the same time", async () => {
      const [one, other] = [await open(), await open()]
      const scans = await Promise.all(
        [one, one, other, other].map(({ id }) => scan(id))
      )
      expect(scans.filter((added) => added?.ok)).toHaveLength(1)
      const codes = scans.map((added) => added?.code).sort()
      expect(codes).toEqual([
        "already_scanned",
        "in_other_handover",
        "in_other_handover",
        "scanned",
      ])
    })

    it("close with nothing left undone, and stay closed", async () => {
      const { id } = await open()
      const first = await scan(id)
      const close = (carried_out: string[]) =>
        service.handovers.close(id, { actor: PACKER, carried_out, note: "x" })
      expect(await close([])).toBe(false)
      expect(await close([first?.id ?? ""])).toBe(true)
      expect(await close([])).toBe(true)
      expect(await service.handovers.find(id)).toMatchObject({
        status: "closed",
        note: "x",
        closed_by: PACKER,
      })
      expect(await scan(id)).toBeNull()
      expect(await service.handovers.undoScan(id, first?.id ?? "")).toBe(false)
      expect(await service.handovers.setNote(id, "y")).toBe(false)
      expect(await service.handovers.remove(id)).toBe(false)
    })

    it("are begun once a parcel is marked for them, or goods are received", async () => {
      const [out, back] = [await open(), await open()]
      const { id: order_id } = await makeOrder("578000000000000001")
      expect(await service.handovers.isBegun(out.id)).toBe(false)
      await service.parcelMarks.add([
        { ...mark("mpmark_1", order_id, "handed_over"), handover_id: out.id },
      ])
      expect(await service.handovers.isBegun(out.id)).toBe(true)
      expect(await service.handovers.isBegun(back.id)).toBe(false)
    })

    it("miss packed parcels that are in the shop and on no open record", async () => {
      const { id: order_id } = await makeOrder("578000000000000001")
      await makeParcel("115300001", [order_id])
      const late = await makeOrder("578000000000000002", "confirmed")
      const record = await open()
      const missing = async (carrier: string | null = null) =>
        (
          await service.handovers.listMissing({ ...record, carrier }, 10)
        ).parcels.map(({ external_id }) => external_id)
      expect(await missing()).toEqual(["115300001"])
      expect(await missing("j&t express ")).toEqual(["115300001"])
      expect(await missing("GHN")).toEqual([])
      await service.parcelMarks.add([
        { ...mark("mpmark_1", late.id), parcel_external_id: null },
      ])
      expect((await missing()).sort()).toEqual(["115300001", late.id])
      const cut = await service.handovers.listMissing(record, 1)
      expect([cut.parcels.length, cut.count]).toEqual([1, 2])
      expect(
        await service.handovers.listMissing({ ...record, channel_id: "x" }, 1)
      ).toEqual({ parcels: [], count: 0 })
      const added = await scan(record.id)
      expect(await missing()).toEqual([late.id])
      await service.handovers.undoScan(record.id, added?.id ?? "")
      await service.parcelMarks.add([mark("mpmark_2", order_id, "handed_over")])
      expect(await missing()).toEqual([late.id])
    })
  })

  describe("pick lists", () => {
    it("tell which open list an order is on already", async () => {
      const make = (id: string, order_ids: string[]) =>
        service.pickLists.create({ id, order_ids, created_by: PACKER })
      const first = await make("mppick_1", ["mpord_1", "mpord_2"])
      await make("mppick_2", ["mpord_2", "mpord_3"])
      const others = () =>
        service.pickLists.openListsOf(["mpord_2", "mpord_3"], "mppick_2")
      expect(await others()).toEqual(new Map([["mpord_2", first.number]]))
      await service.pickLists.finish("mppick_1", PACKER)
      expect(await others()).toEqual(new Map())
    })

    it("are made once for each cause, and end once", async () => {
      const list = {
        id: "mppick_1",
        order_ids: ["mpord_1"],
        created_by: PACKER,
      }
      const made = await service.pickLists.create(list)
      expect(await service.pickLists.create(list)).toEqual(made)
      await service.pickLists.setPicked("mppick_1", { a: 1, b: 2 })
      expect(
        await service.pickLists.setPicked("mppick_1", { b: 3 })
      ).toMatchObject({ picked: { a: 1, b: 3 } })
      await service.pickLists.finish("mppick_1", PACKER)
      await service.pickLists.finish("mppick_1", "user_2")
      expect(await service.pickLists.setPicked("mppick_1", { a: 2 })).toBeNull()
      expect(
        await service.retrieveMarketplacePickList("mppick_1")
      ).toMatchObject({ status: "finished", finished_by: PACKER })
    })
  })
}
