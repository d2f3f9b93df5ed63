import { orderLevelOf } from "../support/levels"
import { medusaOrder, OrderAnswer } from "../support/orders"
import { packWhole, packingScan } from "./packing"
import {
  closeHandover,
  handoverScan,
  openHandover,
  readHandover,
} from "./handing-over"
import {
  act,
  again,
  bringIn,
  codesOf,
  DailyShop,
  follow,
  waybillOf,
} from "./shop"

const ORDERS = 15

/** A morning's work from new orders to returned goods, over both marketplaces. */
export function wholeMorning(at: () => DailyShop): void {
  it("ends a morning with stock, Medusa's orders and the marketplaces agreeing to the unit", async () => {
    const { tiktok, tiki } = at().sandbox
    const before = await orderLevelOf(at(), "LY-LAM-S")
    const on_tiktok = await bringIn(
      at(),
      at().tiktok,
      tiktok
        .addOrders(
          Array.from({ length: ORDERS }, () => ({
            lines: [{ seller_sku: "LY-LAM-S" }],
          }))
        )
        .map(({ id }) => id)
    )
    const on_tiki = await bringIn(
      at(),
      at().tiki,
      tiki
        .addOrders(
          Array.from({ length: ORDERS }, () => ({
            lines: [{ original_sku: "LY-LAM-S" }],
          }))
        )
        .map(({ code }) => code)
    )
    const all = [...on_tiktok, ...on_tiki]
    const arranged = await act(at(), "arrange_shipment", on_tiktok)
    expect(codesOf(arranged.results)).toEqual({ arranged: ORDERS })
    const confirmed = await act(at(), "confirm_order", on_tiki)
    expect(codesOf(confirmed.results)).toEqual({ confirmed: ORDERS })
    const printed = await act(at(), "print_waybills", await again(at(), all))
    expect(printed.results.filter(({ params }) => !params.ok)).toEqual([])
    expect(printed.results).toHaveLength(2 * ORDERS)

    const ready = await again(at(), all)
    const opened = await packingScan(at(), waybillOf(ready[0]))
    const wrong = await packingScan(at(), "DIA-NAU-15", opened.parcel?.id)
    expect(wrong.scan.code).toBe("wrong_item")
    tiktok.orders.cancel(ready[1].external_id, "BUYER")
    await follow(at(), [ready[1]])
    const gone = await packingScan(at(), waybillOf(ready[1]))
    expect(gone.scan.code).toBe("cancelled")
    const live = ready.filter((_, index) => index !== 1)
    for (const order of live) {
      expect(await packWhole(at(), waybillOf(order))).toBe("packed")
    }
    const twice = await packingScan(at(), waybillOf(ready[2]))
    expect(twice.scan.code).toBe("already_packed")
    await follow(at(), [])

    const record = await openHandover(at(), "outbound")
    const [left, ...going] = live
    for (const order of going) {
      expect(await handoverScan(at(), record, waybillOf(order))).toMatchObject({
        ok: true,
      })
    }
    const { missing } = await readHandover(at(), record.id)
    expect(missing.map(({ external_id }) => external_id)).toContain(
      left.parcels[0].external_id
    )
    await closeHandover(at(), record)

    const carried = going.filter(
      ({ channel_id }) => channel_id === at().tiktok.id
    )
    const by_tiki = going.filter(
      ({ channel_id }) => channel_id === at().tiki.id
    )
    carried.forEach(({ external_id }) =>
      tiktok.orders.advance(external_id, "IN_TRANSIT")
    )
    by_tiki.forEach(({ external_id }) =>
      tiki.orders.advance(external_id, "shipping")
    )
    const [failed_tiktok, ...delivered_tiktok] = carried
    const [failed_tiki, ...delivered_tiki] = by_tiki
    tiktok.orders.fail(failed_tiktok.external_id)
    tiki.orders.advance(failed_tiki.external_id, "returned")
    delivered_tiktok.forEach(({ external_id }) =>
      tiktok.orders.advance(external_id, "DELIVERED")
    )
    delivered_tiki.forEach(({ external_id }) =>
      tiki.orders.advance(external_id, "successful_delivery")
    )
    await follow(at(), all)
    const back = await openHandover(at(), "inbound")
    await handoverScan(at(), back, waybillOf(failed_tiktok), {
      condition: "damaged",
      note: "Vỡ",
    })
    await handoverScan(at(), back, waybillOf(failed_tiki), {
      condition: "good",
    })
    await closeHandover(at(), back)
    await follow(at(), all)

    const final = await again(at(), all)
    expect(
      codesOf(final.map(({ status }) => ({ code: status ?? "" })))
    ).toEqual({
      packed: 1,
      cancelled_by_buyer: 1,
      returned: 2,
      succeeded: 2 * ORDERS - 4,
    })
    // Sold for good, and one broken; one still stands on the shelf, kept for its buyer.
    expect(await orderLevelOf(at(), "LY-LAM-S")).toEqual({
      stocked: before.stocked - (2 * ORDERS - 4) - 1,
      reserved: before.reserved + 1,
    })
    const broken = final.find(
      ({ id }) => id === failed_tiktok.id
    ) as OrderAnswer
    expect((await medusaOrder(at(), broken)).returns).toHaveLength(1)
    expect(tiktok.packages.books().more_than_once).toEqual([])
  }, 240_000)
}
