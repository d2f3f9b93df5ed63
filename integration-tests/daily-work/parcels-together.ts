import { marketplacesOf } from "../../src/workflows/marketplaces"
import { OrderAnswer } from "../support/orders"
import { finishRun } from "../support/runs"
import {
  closeHandover,
  handoverScan,
  openHandover,
  readHandover,
} from "./handing-over"
import { packingScan, packWhole } from "./packing"
import {
  act,
  again,
  bringIn,
  codesOf,
  DailyShop,
  follow,
  waybillOf,
} from "./shop"

/** Combined parcels that lose an order, split orders parcel by parcel, records that stopped half-way. */
export function parcelsTogether(at: () => DailyShop): void {
  describe("parcels of several orders, orders of several parcels", () => {
    const combined = async (quantity = 1): Promise<OrderAnswer[]> => {
      const { tiktok } = at().sandbox
      const ids = tiktok
        .addOrders([
          { lines: [{ seller_sku: "LY-LAM-S", quantity }] },
          { lines: [{ seller_sku: "LY-LAM-M" }] },
        ])
        .map(({ id }) => id)
      const parcel = tiktok.packages.combine(
        ids.flatMap((id) => tiktok.packages.ofOrder(id).map((one) => one.id))
      )
      tiktok.packages.ship(parcel)
      return bringIn(at(), at().tiktok, ids)
    }
    const cancel = async (order: OrderAnswer) => {
      at().sandbox.tiktok.orders.cancel(order.external_id, "BUYER")
      await follow(at(), [order])
    }
    const split = async (): Promise<OrderAnswer> => {
      const { tiktok } = at().sandbox
      const [placed] = tiktok.addOrders([
        { lines: [{ seller_sku: "LY-LAM-S" }, { seller_sku: "LY-LAM-M" }] },
      ])
      tiktok.packages.split(placed.id, [[placed.units[0].id]])
      tiktok.packages
        .ofOrder(placed.id)
        .forEach(({ id }) => tiktok.packages.ship(id))
      const [order] = await bringIn(at(), at().tiktok, [placed.id])
      expect(order.parcels).toHaveLength(2)
      return order
    }

    it("lets the rest of a combined parcel go when one order is cancelled", async () => {
      const [gone, live] = await combined()
      const waybill = waybillOf(live)
      expect(await packWhole(at(), waybill)).toBe("packed")
      await follow(at(), [])
      await cancel(gone)

      const record = await openHandover(at(), "outbound")
      expect(await handoverScan(at(), record, waybill)).toMatchObject({
        ok: false,
        code: "cancelled_inside",
      })
      const undone = await act(at(), "undo_packed", [live], { reason: "huỷ" })
      expect(codesOf(undone.results)).toEqual({ packed_undone: 1 })
      const table = await packingScan(at(), waybill)
      expect(table).toMatchObject({
        scan: { ok: true, code: "opened" },
        parcel: { lines: [{ quantity: 1, scanned: 0 }] },
      })
      expect(await packWhole(at(), waybill)).toBe("packed")
      await follow(at(), [])
      expect(await handoverScan(at(), record, waybill)).toMatchObject({
        ok: true,
        code: "scanned",
      })
      expect((await closeHandover(at(), record)).refused).toEqual([])
      const after = await again(at(), [gone, live])
      expect(after.map(({ status }) => status)).toEqual([
        "cancelled_by_buyer",
        "awaiting_collection",
      ])
    })

    it("keeps a parcel back of which units were cancelled after packing, until it is packed anew", async () => {
      const [less, whole] = await combined(2)
      const waybill = waybillOf(less)
      expect(await packWhole(at(), waybill)).toBe("packed")
      await follow(at(), [])
      const record = await openHandover(at(), "outbound")
      expect((await handoverScan(at(), record, waybill)).ok).toBe(true)
      const { orders } = at().sandbox.tiktok
      const [unit] = orders.get(less.external_id).units
      orders.cancel(less.external_id, "BUYER", "Đổi ý", [unit.id])

      const code = "cancelled_units_inside"
      expect((await closeHandover(at(), record)).refused).toMatchObject([
        { external_id: less.parcels[0].external_id, code },
      ])
      expect(await packingScan(at(), waybill)).toMatchObject({
        scan: { ok: false, code },
        parcel: {
          lines: expect.arrayContaining([
            expect.objectContaining({ quantity: 1, scanned: 2, surplus: 1 }),
            expect.objectContaining({ quantity: 1, scanned: 1, surplus: 0 }),
          ]),
        },
      })
      const sent = await act(at(), "mark_awaiting_collection", [less, whole])
      expect(sent.results).toMatchObject(
        Array(2).fill({ code, params: { ok: false, which: "1 × LY-LAM-S" } })
      )
      await act(at(), "undo_packed", [less], { reason: "huỷ bớt" })
      expect(await packWhole(at(), waybill)).toBe("packed")
      await follow(at(), [])
      const next = await openHandover(at(), "outbound")
      expect(await handoverScan(at(), next, waybill)).toMatchObject({
        ok: true,
        code: "scanned",
      })
      expect((await closeHandover(at(), next)).refused).toEqual([])
      const after = await again(at(), [less, whole])
      expect(after.map(({ status }) => status)).toEqual(
        Array(2).fill("awaiting_collection")
      )
    })

    it("fetches what the parcels still need, and tells of another open list", async () => {
      const { tiktok } = at().sandbox
      const order = await split()
      const make = async () => {
        const { results } = await act(at(), "print_pick_list", [order])
        const { pick_list_id, number } = results[0].params
        return { id: String(pick_list_id), number }
      }
      const read = async (id: string) =>
        (
          await at().admin.get<{
            pick_list: {
              lines: {
                key: string
                sku: string
                quantity: number
                picked: number
              }[]
              elsewhere: unknown[]
            }
          }>(`/pick-lists/${id}`)
        ).body.pick_list
      const first = await make()
      const whole = await read(first.id)
      expect(whole.lines.map(({ sku }) => sku).sort()).toEqual([
        "LY-LAM-M",
        "LY-LAM-S",
      ])
      expect(whole.elsewhere).toEqual([])
      tiktok.packages.collect(order.parcels[0].external_id)
      await follow(at(), [order])
      const second = await make()
      const rest = await read(second.id)
      expect(rest.lines).toMatchObject([{ quantity: 1, picked: 0 }])
      expect((await read(first.id)).lines).toEqual(rest.lines)
      expect(rest.elsewhere).toEqual([
        { id: order.id, external_id: order.external_id, number: first.number },
      ])
      const ticked = await at().admin.post<{
        pick_list: { lines: { picked: number }[] }
      }>(`/pick-lists/${second.id}`, { picked: { [rest.lines[0].key]: 1 } })
      expect(ticked.body.pick_list.lines).toMatchObject([{ picked: 1 }])
      await at().admin.post(`/pick-lists/${first.id}/finish`)
      expect((await read(second.id)).elsewhere).toEqual([])
    })

    it("fetches no goods anew that were packed before the list was made", async () => {
      const order = await split()
      const make = async () => {
        const { body } = await at().admin.post<{ pick_list: { id: string } }>(
          "/pick-lists",
          { order_ids: [order.id] }
        )
        return body.pick_list.id
      }
      const read = async (id: string) => {
        const { body } = await at().admin.get<{
          pick_list: {
            lines: { key: string; sku: string; quantity: number }[]
            dropped: { id: string }[]
          }
        }>(`/pick-lists/${id}`)
        return body.pick_list
      }
      const morning = await read(await make()).then(({ lines }) => lines)
      expect(morning).toHaveLength(2)
      await finishRun(at().admin, "/orders/actions", {
        action: "mark_packed",
        parcel_ids: [order.parcels[0].id],
        params: { reason: "nhỏ" },
      })
      await follow(at(), [])
      const { results } = await act(at(), "print_pick_list", [order])
      const afternoon = await read(String(results[0].params.pick_list_id))
      expect(afternoon.lines).toHaveLength(1)
      expect(afternoon.dropped).toEqual([])
      expect((await read(await make())).lines).toEqual(afternoon.lines)

      await act(at(), "mark_packed", [order])
      await follow(at(), [])
      // Lists under way keep their numbers; a new one has nothing to fetch.
      expect(
        (await read(String(results[0].params.pick_list_id))).lines
      ).toEqual(afternoon.lines)
      const late = await read(await make())
      expect(late).toMatchObject({ lines: [], dropped: [{ id: order.id }] })
    })

    it("acts on one parcel of a split order when that one is chosen", async () => {
      const order = await split()
      const [first] = order.parcels
      const run = await finishRun(at().admin, "/orders/actions", {
        action: "mark_packed",
        parcel_ids: [first.id],
        params: { reason: "nhỏ" },
      })
      expect(run.counts).toEqual({ marked_packed: 1 })
      await follow(at(), [])
      const [after] = await again(at(), [order])
      const marked = after.parcels.filter(({ marks }) => marks.length > 0)
      expect(marked.map(({ id }) => id)).toEqual([first.id])
    })

    it("does not receive a parcel again that came back by a person's word", async () => {
      const order = await split()
      const [first] = order.parcels
      at().sandbox.tiktok.orders.advance(order.external_id, "IN_TRANSIT")
      await follow(at(), [order])
      at().sandbox.tiktok.orders.fail(order.external_id)
      await follow(at(), [order])
      await finishRun(at().admin, "/orders/actions", {
        action: "mark_returned",
        parcel_ids: [first.id],
        params: {},
      })
      await follow(at(), [])
      const record = await openHandover(at(), "inbound")
      expect(
        await handoverScan(at(), record, first.tracking_number ?? "")
      ).toMatchObject({ ok: false, code: "already_received" })
      const [after] = await again(at(), [order])
      expect(after.status).toBe("returning")
    })

    it("changes nothing on a record that stopped half-way, but closes it", async () => {
      const [order] = await combined()
      const waybill = waybillOf(order)
      await packWhole(at(), waybill)
      await follow(at(), [])
      const record = await openHandover(at(), "outbound")
      const { id: scan_id } = await handoverScan(at(), record, waybill)
      const { parcelMarks } = marketplacesOf(at().container)
      await parcelMarks.add([
        {
          id: `mpmark_${record.id}`,
          channel_id: order.channel_id,
          channel_order_id: order.id,
          parcel_external_id: order.parcels[0].external_id,
          kind: "handed_over",
          source: "handover",
          actor: "user_1",
          handover_id: record.id,
        },
      ])
      const { admin } = at()
      const scan = `/handovers/${record.id}/scans/${scan_id}`
      const answers = [
        await admin.delete(scan),
        await admin.delete(`/handovers/${record.id}`),
        await admin.post(scan, { note: "x" }),
      ]
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
      expect((await readHandover(at(), record.id)).parcels).toHaveLength(1)
      const { handover, refused } = await closeHandover(at(), record)
      expect(refused).toEqual([])
      expect(handover.status).toBe("closed")
    })
  })
}
