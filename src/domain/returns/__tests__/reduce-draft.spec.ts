import * as fc from "fast-check"
import { OrderDraft } from "../../orders/order-draft"
import { reduceDraft } from "../reduce-draft"

function draftOf(
  lines: { quantity: number; discount: number; parts: number }[]
): OrderDraft {
  return {
    channel_order_id: "mpord_1",
    order_id: "order_1",
    display_id: "TTS-1",
    status: "pending",
    sales_channel_id: "sc_1",
    region_id: null,
    currency_code: "vnd",
    total: 0,
    shipping_address: null,
    items: lines.map(({ quantity, discount }, index) => ({
      id: `ordli_${index}`,
      variant_id: "variant_1",
      product_id: "prod_1",
      title: "Ly",
      subtitle: null,
      product_title: null,
      variant_title: null,
      variant_sku: null,
      thumbnail: null,
      quantity,
      unit_price: 100_000,
      adjustments: [{ amount: discount, description: "seller_discount" }],
      metadata: {},
    })),
    shipping_methods: [
      {
        id: "ordsm_1",
        name: "Ship",
        amount: 0,
        shipping_option_id: null,
        adjustments: [],
      },
    ],
    reservations: lines.map(({ quantity, parts }, index) => ({
      id: `resitem_${index}`,
      line_item_id: `ordli_${index}`,
      inventory_item_id: "iitem_1",
      location_id: "sloc_1",
      quantity: quantity * parts,
      external_id: "1",
    })),
    payment: { kind: "none" },
    metadata: {},
  }
}

const line = fc
  .record({
    quantity: fc.integer({ min: 1, max: 6 }),
    discount: fc.nat(90_000),
    parts: fc.integer({ min: 1, max: 4 }),
    units: fc.nat(6),
    reserved: fc.nat(6),
  })
  .map((one) => ({
    ...one,
    units: Math.min(one.units, one.quantity),
    reserved: Math.min(one.reserved, one.units, one.quantity),
  }))

describe("an order with fewer units", () => {
  it("has the units that are left, whole đồng, and keeps what is not shipped", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const draft = draftOf(lines)
        const reduced = reduceDraft(
          draft,
          lines.map(({ units, reserved }, index) => ({
            line_id: `ordli_${index}`,
            units,
            reserved,
          }))
        )
        lines.forEach(
          ({ units, reserved, parts, quantity, discount }, index) => {
            const id = `ordli_${index}`
            const item = reduced.items.find((one) => one.id === id)
            const kept = reduced.reservations.find(
              ({ line_item_id }) => line_item_id === id
            )
            expect(item?.quantity ?? 0).toBe(units)
            expect(kept?.quantity ?? 0).toBe(reserved * parts)
            const [adjustment] = item?.adjustments ?? []
            if (adjustment) {
              expect(Number.isInteger(adjustment.amount)).toBe(true)
              expect(
                Math.abs(adjustment.amount - (discount * units) / quantity)
              ).toBeLessThanOrEqual(0.5)
            }
          }
        )
      })
    )
  })

  it("stays as it is when nothing is taken out", () => {
    const draft = draftOf([{ quantity: 3, discount: 10_000, parts: 2 }])
    expect(
      reduceDraft(draft, [{ line_id: "ordli_0", units: 3, reserved: 3 }])
    ).toEqual(draft)
  })
})
