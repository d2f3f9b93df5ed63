import { marketplacesOf } from "../../src/workflows/marketplaces"
import { orderLevelOf } from "../support/levels"
import { medusaOrder, OrderAnswer, readOrder } from "../support/orders"
import { tick } from "../support/tick"
import {
  closeHandover,
  handoverScan,
  openHandover,
  readHandover,
} from "./handing-over"
import { act, bringIn, codesOf, DailyShop, follow } from "./shop"

/** What the carrier or the buyer brings back: stock agrees to the unit. */
export function goodsComingBack(at: () => DailyShop): void {
  describe("goods coming back", () => {
    const onTheWay = async (
      lines: { seller_sku: string; quantity?: number }[],
      to: "IN_TRANSIT" | "DELIVERED" = "IN_TRANSIT"
    ): Promise<OrderAnswer> => {
      const { tiktok } = at().sandbox
      const [placed] = tiktok.addOrders([{ lines }])
      tiktok.packages
        .ofOrder(placed.id)
        .forEach((one) => tiktok.packages.ship(one.id))
      await bringIn(at(), at().tiktok, [placed.id])
      tiktok.orders.advance(placed.id, to)
      const [order] = await bringIn(at(), at().tiktok, [placed.id])
      return order
    }
    const waybillOf = ({ parcels }: OrderAnswer) =>
      parcels[0].tracking_number ?? parcels[0].external_id

    it("restocks good units and writes damaged ones off, line by line", async () => {
      const cups = await orderLevelOf(at(), "LY-LAM-M")
      const plates = await orderLevelOf(at(), "DIA-NAU-25")
      const order = await onTheWay([
        { seller_sku: "LY-LAM-M", quantity: 3 },
        { seller_sku: "DIA-NAU-25" },
      ])
      at().sandbox.tiktok.orders.fail(order.external_id)
      await follow(at(), [order])
      expect(await readOrder(at(), order.id)).toMatchObject({
        status: "returning",
        status_rule: "cancelled_after_collection",
        host_state: "shipped",
      })
      const requested = await medusaOrder(at(), order)
      expect(requested.returns).toMatchObject([{ status: "requested" }])

      const record = await openHandover(at(), "inbound")
      const scan = await handoverScan(at(), record, waybillOf(order))
      expect(scan).toMatchObject({ ok: true })
      const line = (sku: string) =>
        order.lines.find(({ seller_sku }) => seller_sku === sku)?.id
      const told = await at().admin.post(
        `/handovers/${record.id}/scans/${scan.id}`,
        {
          note: "Hộp móp, vỡ một ly",
          lines: [
            { line_id: line("LY-LAM-M"), good: 1, damaged: 1, lost: 1 },
            { line_id: line("DIA-NAU-25"), good: 1, damaged: 0, lost: 0 },
          ],
        }
      )
      expect(told.status).toBe(200)
      await closeHandover(at(), record)
      const returned = await readOrder(at(), order.id)
      expect(returned).toMatchObject({
        status: "returned",
        status_rule: "received_back",
        receipts: [{ stock_state: "done", stock_error: null }],
      })
      expect(await orderLevelOf(at(), "LY-LAM-M")).toEqual({
        stocked: cups.stocked - 2,
        reserved: cups.reserved,
      })
      expect(await orderLevelOf(at(), "DIA-NAU-25")).toEqual(plates)
      const { items } = await medusaOrder(at(), order)
      const cup = items?.find(({ id }) => id === line("LY-LAM-M"))
      expect(cup?.detail).toMatchObject({
        return_received_quantity: 1,
        return_dismissed_quantity: 1,
      })
      const repeated = await act(at(), "mark_returned", [returned])
      expect(codesOf(repeated.results)).toEqual({ already_received: 1 })
      expect(await orderLevelOf(at(), "DIA-NAU-25")).toEqual(plates)
    })

    it("restocks a set and single pieces of the same goods, all of them", async () => {
      const before = await orderLevelOf(at(), "CHEN-DO-60")
      const pots = await orderLevelOf(at(), "AM-DO-350")
      const order = await onTheWay([
        { seller_sku: "BO-TRA-DO" },
        { seller_sku: "CHEN-DO-60", quantity: 2 },
      ])
      expect(await orderLevelOf(at(), "CHEN-DO-60")).toMatchObject({
        stocked: before.stocked - 6,
      })
      at().sandbox.tiktok.orders.fail(order.external_id)
      await follow(at(), [order])
      const { results } = await act(at(), "mark_returned", [order])
      expect(results).toMatchObject([{ params: { ok: true } }])
      expect((await readOrder(at(), order.id)).status).toBe("returned")
      expect(await orderLevelOf(at(), "CHEN-DO-60")).toEqual(before)
      expect(await orderLevelOf(at(), "AM-DO-350")).toEqual(pots)
    })

    /** Of three delivered units the buyer keeps two. */
    const oneOfThreeSentBack = async () => {
      const { returns } = at().sandbox.tiktok
      const order = await onTheWay(
        [{ seller_sku: "BAT-RAN-TR", quantity: 3 }],
        "DELIVERED"
      )
      const [unit] = order.lines[0].external_line_ids
      const asked = returns.request(order.external_id, { unit_ids: [unit] })
      returns.approve(asked.id)
      const sent = returns.shipBack(asked.id)
      await readRequests(at())
      return { order, sent }
    }

    type SentBack = Awaited<ReturnType<typeof oneOfThreeSentBack>>
    it.each([
      ["its own waybill", ({ sent }: SentBack) => sent.tracking_number],
      ["the order's number", ({ order }: SentBack) => order.external_id],
      ["the waybill it went out with", ({ order }) => waybillOf(order)],
    ])(
      "takes a buyer's partial return in by %s, once; the order stays sold",
      async (_, codeOf) => {
        const before = await orderLevelOf(at(), "BAT-RAN-TR")
        const back = await oneOfThreeSentBack()
        const { order, sent } = back
        const known = await readOrder(at(), order.id)
        expect(known).toMatchObject({
          status: "succeeded",
          returns: [{ kind: "return", state: "shipped_back" }],
        })
        const { returns } = await medusaOrder(at(), order)
        expect(returns).toMatchObject([
          { status: "requested", items: [{ quantity: 1 }] },
        ])
        const record = await openHandover(at(), "inbound")
        const scan = await handoverScan(at(), record, codeOf(back), {
          condition: "good",
        })
        expect(scan).toMatchObject({
          ok: true,
          parcel: {
            external_id: expect.stringContaining(sent.id),
            lines: [{ quantity: 1 }],
          },
        })
        await closeHandover(at(), record)
        const taken = {
          stocked: before.stocked - 2,
          reserved: before.reserved,
        }
        const after = await readOrder(at(), order.id)
        expect(after.status).toBe("succeeded")
        expect(after.flags).toContain("partially_returned")
        expect(await orderLevelOf(at(), "BAT-RAN-TR")).toEqual(taken)

        const next = await openHandover(at(), "inbound")
        expect(await handoverScan(at(), next, codeOf(back))).toMatchObject({
          ok: false,
          code: "already_received",
        })
        await closeHandover(at(), next)
        expect(await orderLevelOf(at(), "BAT-RAN-TR")).toEqual(taken)
      }
    )

    it("asks for a return's own waybill while several returns of an order are awaited", async () => {
      const { returns } = at().sandbox.tiktok
      const { order, sent } = await oneOfThreeSentBack()
      const asked = returns.request(order.external_id, {
        unit_ids: [order.lines[0].external_line_ids[1]],
      })
      returns.approve(asked.id)
      const other = returns.shipBack(asked.id)
      await readRequests(at())
      const record = await openHandover(at(), "inbound")
      const codes = []
      for (const code of [
        order.external_id,
        waybillOf(order),
        sent.tracking_number,
        order.external_id,
        other.tracking_number,
      ]) {
        codes.push((await handoverScan(at(), record, code)).code)
      }
      expect(codes).toEqual([
        "several_returns",
        "several_returns",
        "scanned",
        "several_returns",
        "scanned",
      ])
      const { parcels } = await readHandover(at(), record.id)
      expect(parcels).toHaveLength(2)
      await closeHandover(at(), record)
      const { receipts, status } = await readOrder(at(), order.id)
      expect(receipts).toMatchObject([
        { lines: [{ good: 1 }] },
        { lines: [{ good: 1 }] },
      ])
      expect(status).toBe("succeeded")
    })

    it("takes a buyer's partial return in by a person's word, however often it is said", async () => {
      const before = await orderLevelOf(at(), "BAT-RAN-TR")
      const { order } = await oneOfThreeSentBack()
      const first = await act(at(), "mark_returned", [order])
      expect(codesOf(first.results)).toEqual({ marked_returned: 1 })
      const repeated = await act(at(), "mark_returned", [order])
      expect(codesOf(repeated.results)).toEqual({ already_received: 1 })
      expect(await readOrder(at(), order.id)).toMatchObject({
        status: "succeeded",
        receipts: [{ lines: [{ good: 1 }] }],
      })
      expect(await orderLevelOf(at(), "BAT-RAN-TR")).toEqual({
        stocked: before.stocked - 2,
        reserved: before.reserved,
      })
      const [{ id: line_id }] = order.lines
      const counted = await act(at(), "mark_returned", [order], {
        lines: [{ line_id, good: 1, damaged: 0, lost: 0 }],
      })
      expect(codesOf(counted.results)).toEqual({ marked_returned: 1 })
      expect(await orderLevelOf(at(), "BAT-RAN-TR")).toEqual({
        stocked: before.stocked - 1,
        reserved: before.reserved,
      })
    })

    it("forgets a return that the buyer withdraws", async () => {
      const { tiktok } = at().sandbox
      const order = await onTheWay([{ seller_sku: "BAT-RAN-TR" }], "DELIVERED")
      const asked = tiktok.returns.request(order.external_id, {})
      tiktok.returns.approve(asked.id)
      await readRequests(at())
      expect((await readOrder(at(), order.id)).status).toBe("returning")
      tiktok.returns.withdraw(asked.id)
      await readRequests(at())
      expect((await readOrder(at(), order.id)).status).toBe("succeeded")
      const { returns } = await medusaOrder(at(), order)
      expect(returns).toMatchObject([{ status: "canceled" }])
    })

    it.each([
      ["everything good", 2, 0],
      ["one damaged", 1, 1],
    ])(
      "gives Tiki's units back that never left the count: %s",
      async (_, good, damaged) => {
        const { tiki } = at().sandbox
        const before = await orderLevelOf(at(), "AO-DAI-M")
        const [placed] = tiki.addOrders([
          { lines: [{ original_sku: "AO-DAI-M", quantity: 2 }] },
        ])
        tiki.orders.advance(placed.code, "shipping")
        const [order] = await bringIn(at(), at().tiki, [placed.code])
        expect(order).toMatchObject({
          status: "in_transit",
          host_state: "pending",
        })
        expect(await orderLevelOf(at(), "AO-DAI-M")).toEqual({
          stocked: before.stocked,
          reserved: before.reserved + 2,
        })
        tiki.orders.advance(placed.code, "returned")
        await follow(at(), [order])
        expect((await readOrder(at(), order.id)).status).toBe("returning")
        const [{ id: line_id }] = order.lines
        await act(at(), "mark_returned", [order], {
          lines: [{ line_id, good, damaged, lost: 0 }],
        })
        expect(await readOrder(at(), order.id)).toMatchObject({
          status: "returned",
          receipts: [{ stock_state: "done", stock_error: null }],
        })
        expect(await orderLevelOf(at(), "AO-DAI-M")).toEqual({
          stocked: before.stocked - damaged,
          reserved: before.reserved,
        })
      }
    )

    it("takes a combined parcel back with all of its orders, or not at all", async () => {
      const { tiktok } = at().sandbox
      const before = await orderLevelOf(at(), "LY-LAM-M")
      const placed = tiktok.addOrders(
        [1, 2].map((quantity) => ({
          lines: [{ seller_sku: "LY-LAM-M", quantity }],
        }))
      )
      const ids = placed.map(({ id }) => id)
      const combined = tiktok.packages.combine(
        ids.flatMap((id) => tiktok.packages.ofOrder(id).map((one) => one.id))
      )
      tiktok.packages.ship(combined)
      await bringIn(at(), at().tiktok, ids)
      tiktok.orders.advance(ids[0], "IN_TRANSIT")
      await bringIn(at(), at().tiktok, ids)
      ids.forEach((id) => tiktok.orders.fail(id))
      const orders = await bringIn(at(), at().tiktok, ids)
      expect(orders.map(({ status }) => status)).toEqual([
        "returning",
        "returning",
      ])

      const [chosen, other] = orders
      const counted = await act(at(), "mark_returned", [chosen], {
        lines: [{ line_id: chosen.lines[0].id, good: 1, damaged: 0, lost: 0 }],
      })
      expect(counted.results).toMatchObject([
        {
          code: "combined_parcel",
          params: { ok: false, which: other.external_id },
        },
      ])
      const whole = await act(at(), "mark_returned", [chosen])
      expect(codesOf(whole.results)).toEqual({ marked_returned: 1 })
      for (const { id } of orders) {
        expect((await readOrder(at(), id)).status).toBe("returned")
      }
      expect(await orderLevelOf(at(), "LY-LAM-M")).toEqual(before)
    })

    it("keeps an unknown parcel aside, and refuses more than went out", async () => {
      const order = await onTheWay([{ seller_sku: "LY-LAM-M" }])
      at().sandbox.tiktok.orders.fail(order.external_id)
      await follow(at(), [order])
      const record = await openHandover(at(), "inbound")
      const stranger = await handoverScan(at(), record, "GHN-KHONG-BIET")
      expect(stranger).toMatchObject({ ok: false, code: "unknown_parcel" })
      const { set_aside } = await readHandover(at(), record.id)
      expect(set_aside).toMatchObject([{ scanned: "GHN-KHONG-BIET" }])
      const [{ id: line_id }] = order.lines
      const { results } = await act(at(), "mark_returned", [order], {
        lines: [{ line_id, good: 2, damaged: 0, lost: 0 }],
      })
      expect(results).toMatchObject([{ params: { ok: false } }])
      expect(await readOrder(at(), order.id)).toMatchObject({
        status: "returning",
        receipts: [],
      })
    })
  })
}

/** Lets the flow of buyers' requests happen now. */
export async function readRequests({
  container,
  tiktok,
}: DailyShop): Promise<void> {
  await marketplacesOf(container).flows.reschedule(
    tiktok.id,
    "buyer_requests",
    new Date()
  )
  await tick(container)
}
