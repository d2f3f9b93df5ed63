import { NeutralOrderLine } from "../../../domain/orders/neutral-order"
import { ORDER_FLAGS } from "../../../domain/orders/order-status"
import { Bench, isAmount } from "./bench"

/** Payloads into neutral orders. */
export function mapsOrders(at: () => Bench): void {
  describe("maps orders", () => {
    const rawOrders = async (bench: Bench) =>
      bench.readOrders(await bench.connected())

    it("purely", async () => {
      const bench = at()
      for (const { payload } of await rawOrders(bench)) {
        const before = JSON.stringify(payload)
        freeze(payload)
        const order = bench.mapOrder(payload)
        expect(bench.mapOrder(JSON.parse(before))).toEqual(order)
        expect(JSON.stringify(payload)).toBe(before)
      }
    })

    it("with totals that add up to the marketplace's", async () => {
      const bench = at()
      for (const { external_id, payload } of await rawOrders(bench)) {
        const { money, lines } = bench.mapOrder(payload)
        const sum = (of: (line: NeutralOrderLine) => number) =>
          lines.reduce((total, line) => total + of(line), 0)
        expect(money.total).toBe(bench.world.books.totals[external_id])
        expect(
          money.subtotal -
            money.seller_discount -
            money.platform_discount +
            money.shipping_fee -
            money.shipping_seller_discount -
            money.shipping_platform_discount +
            money.tax
        ).toBe(money.total)
        expect({
          subtotal: sum((line) => line.unit_price * line.quantity),
          seller_discount: sum((line) => line.seller_discount),
          platform_discount: sum((line) => line.platform_discount),
        }).toEqual({
          subtotal: money.subtotal,
          seller_discount: money.seller_discount,
          platform_discount: money.platform_discount,
        })
        expect(Object.values(money).every(isAmount)).toBe(true)
      }
    })

    it("with ids as texts and lines that name their units", async () => {
      const bench = at()
      for (const raw of await rawOrders(bench)) {
        const order = bench.mapOrder(raw.payload)
        expect(order).toMatchObject({
          external_id: raw.external_id,
          raw_status: raw.raw_status,
          placed_at: raw.placed_at,
          external_updated_at: raw.external_updated_at,
        })
        expect(order.meaning.kind).not.toBe("unknown")
        expect(ORDER_FLAGS).toEqual(expect.arrayContaining(order.flags))
        const line_ids = order.lines.flatMap((line) => line.external_line_ids)
        expect(new Set(line_ids).size).toBe(line_ids.length)
        for (const line of order.lines) {
          expect(line.quantity).toBeGreaterThan(0)
          expect(line.cancelled_quantity).toBeLessThanOrEqual(line.quantity)
          expect(typeof line.external_sku_id).toBe("string")
          expect(typeof line.external_product_id).toBe("string")
        }
        for (const parcel of order.parcels) {
          expect(typeof parcel.external_id).toBe("string")
          expect(line_ids).toEqual(
            expect.arrayContaining(parcel.external_line_ids)
          )
        }
      }
    })
  })
}

function freeze(value: unknown): void {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
}
