import fc from "fast-check"
import { priceOrder } from "../../../domain/orders/price-order"
import { JsonObject } from "../../../domain/shared/json"
import { MappingError } from "../../../domain/provider/mapping-error"
import {
  buildInvoice,
  buildItem,
  buildOrder,
  SHOP,
} from "../__fixtures__/order"
import { mapOrder } from "../mappers"
import { roundTogether, splitBy } from "../mappers/allocate"

const map = (overrides: JsonObject) => mapOrder(buildOrder(overrides), SHOP)
const moneyOf = (invoice: JsonObject, items?: JsonObject[]) =>
  map({ invoice: buildInvoice(invoice), ...(items ? { items } : {}) })

/** An item of 300,000 đồng with this discount. */
const discounted = (invoice: JsonObject, more: JsonObject = {}) =>
  buildItem({ invoice, ...more })

const income = (seller_discount: number, platform_discount: number) => ({
  seller_income_detail: {
    discount: { discount_coupon: { seller_discount, platform_discount } },
  },
})

describe("the money of an order", () => {
  it("is what Tiki states", () => {
    const { money, lines } = map({})
    expect(money).toEqual({
      subtotal: 345000,
      seller_discount: 0,
      platform_discount: 20000,
      shipping_fee: 20000,
      shipping_seller_discount: 0,
      shipping_platform_discount: 8000,
      tax: 0,
      total: 337000,
    })
    expect(lines.map((line) => line.platform_discount)).toEqual([20000, 0])
  })

  it.each<[string, JsonObject, [number, number]]>([
    ["by the income detail", { ...income(15000, 5000) }, [15000, 5000]],
    [
      "by the coupon's flag as long as the detail is empty",
      {
        ...income(0, 0),
        invoice: {
          discount_amount: 20000,
          discount_coupon: 12000,
          is_seller_discount_coupon: true,
        },
      },
      [12000, 8000],
    ],
    [
      "to the platform when nobody says",
      { invoice: { discount_amount: 20000, discount_coupon: 20000 } },
      [0, 20000],
    ],
    [
      "never more to the seller than there is",
      { ...income(99000, 0) },
      [20000, 0],
    ],
    [
      "from the row's total when the discount is left out",
      { invoice: { row_total: 280000 } },
      [0, 20000],
    ],
  ])("gives a discount %s", (_what, overrides, [seller, platform]) => {
    const item = buildItem(overrides)
    const order = moneyOf({ subtotal: 300000, grand_total: 292000 }, [item])
    expect(order.lines[0]).toMatchObject({
      seller_discount: seller,
      platform_discount: platform,
    })
    expect(order.money).toMatchObject({
      seller_discount: seller,
      platform_discount: platform,
    })
  })

  it("gives the seller their part of the shipping discount only", () => {
    const item = buildItem({
      seller_income_detail: {
        discount: {
          discount_shipping_fee: {
            sellerDiscount: 8000,
            seller_subsidy: 3000,
            tiki_subsidy: 5000,
          },
        },
      },
    })
    expect(moneyOf({}, [item]).money).toMatchObject({
      shipping_fee: 20000,
      shipping_seller_discount: 3000,
      shipping_platform_discount: 5000,
    })
  })

  it("never computes with the order's discount_percent", () => {
    expect(moneyOf({ discount_percent: 4000 })).toEqual(map({}))
  })

  it("shares out what only the order knows of a discount", () => {
    const { lines, money } = moneyOf({
      discount_amount: 52500,
      grand_total: 304500,
    })
    expect(lines.map((line) => line.platform_discount)).toEqual([48000, 4500])
    expect(money.platform_discount).toBe(52500)
  })

  it("leaves fees to the rest of the total", () => {
    const order = moneyOf({ other_fee: 5000, grand_total: 342000 })
    expect(order.money).toMatchObject({
      platform_discount: 20000,
      total: 342000,
    })
    expect(priceOrder(order)).toMatchObject({ ok: true })
  })

  it("rounds parts of a đồng together, so that their sum stays", () => {
    const third = (id: number, discount_amount: number) =>
      discounted({ discount_amount }, { id })
    const { lines, money } = moneyOf(
      { subtotal: 900000, discount_amount: 20000, grand_total: 892000 },
      [third(1, 6666.67), third(2, 6666.666666666667), third(3, 6666.67)]
    )
    expect(lines.map((line) => line.platform_discount)).toEqual([
      6667, 6666, 6667,
    ])
    expect(money.platform_discount).toBe(20000)
  })

  it.each<[string, JsonObject]>([
    [
      "invoice.grand_total",
      { invoice: buildInvoice({ grand_total: 337000.5 }) },
    ],
    ["invoice.subtotal", { invoice: buildInvoice({ subtotal: 344999.9 }) }],
    [
      "invoice.shipping_amount_after_discount",
      { invoice: buildInvoice({ shipping_amount_after_discount: 0.25 }) },
    ],
    ["items[0].price", { items: [buildItem({ price: 149999.5 })] }],
    [
      "items[0].invoice.discount_amount",
      { items: [discounted({ discount_amount: -5 })] },
    ],
    ["items[0].qty", { items: [buildItem({ qty: 0 })] }],
    ["items[0].qty", { items: [buildItem({ qty: 1.5 })] }],
  ])("is refused where %s cannot be", (path, overrides) => {
    const work = () => map(overrides)
    expect(work).toThrow(MappingError)
    expect(work).toThrow(`${path}:`)
  })

  it("takes whole numbers that are written with decimals", () => {
    expect(moneyOf({ grand_total: "337000.00" }).money.total).toBe(337000)
  })

  describe("with an item of another seller", () => {
    const foreign = buildItem({
      id: 770009,
      price: 99000,
      qty: 1,
      seller: { id: 299001, name: "Gian hàng khác" },
      invoice: { discount_amount: 0 },
    })

    it("leaves it out when the subtotal does", () => {
      const { lines, money } = map({
        items: [...(buildOrder().items as JsonObject[]), foreign],
      })
      expect(lines[2]).toMatchObject({
        unit_price: 0,
        fulfilled_by: "other_seller",
      })
      expect(money.subtotal).toBe(345000)
    })

    it("counts it when the subtotal does", () => {
      const order = map({
        invoice: buildInvoice({ subtotal: 444000, grand_total: 436000 }),
        items: [...(buildOrder().items as JsonObject[]), foreign],
      })
      expect(order.lines[2].unit_price).toBe(99000)
      expect(priceOrder(order)).toMatchObject({ ok: true })
    })
  })

  it("adds up, and makes an order in Medusa, whatever the discounts", () => {
    const line = fc.record({
      price: fc.integer({ min: 0, max: 5_000_000 }),
      qty: fc.integer({ min: 1, max: 9 }),
      off: fc.double({ min: 0, max: 1, noNaN: true }),
      seller: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.nat(60_000),
        fc.nat(20_000),
        (parts, shipping, shipping_discount) => {
          const cents = (value: number) => Math.floor(value * 100) / 100
          const off = parts.map(({ price, qty, off }) =>
            cents(price * qty * off)
          )
          const discount = Math.round(off.reduce((sum, one) => sum + one, 0))
          const subtotal = parts.reduce(
            (sum, { price, qty }) => sum + price * qty,
            0
          )
          const order = moneyOf(
            {
              subtotal,
              discount_amount: discount,
              shipping_amount_after_discount: shipping,
              shipping_discount_amount: shipping_discount,
              grand_total: subtotal - discount + shipping,
            },
            parts.map(({ price, qty, seller }, index) =>
              buildItem({
                id: index + 1,
                price,
                qty,
                invoice: { discount_amount: off[index] },
                ...income(
                  cents(off[index] * seller),
                  cents(off[index] * (1 - seller))
                ),
              })
            )
          )
          const { money, lines } = order
          expect(money.seller_discount + money.platform_discount).toBe(discount)
          for (const { unit_price, quantity, ...one } of lines) {
            const taken = one.seller_discount + one.platform_discount
            expect(taken).toBeLessThanOrEqual(unit_price * quantity)
            expect(one.seller_discount).toBeGreaterThanOrEqual(0)
            expect(one.platform_discount).toBeGreaterThanOrEqual(0)
          }
          expect(priceOrder(order)).toMatchObject({ ok: true })
        }
      )
    )
  })
})

describe("sharing out", () => {
  it("keeps the rounded sum, and moves no share by one", () => {
    const share = fc.integer({ min: 0, max: 10 ** 9 }).map((n) => n / 1000)
    fc.assert(
      fc.property(fc.array(share, { maxLength: 20 }), (shares) => {
        const rounded = roundTogether(shares)
        const sum = shares.reduce((total, one) => total + one * 1000, 0) / 1000
        expect(rounded.reduce((total, one) => total + one, 0)).toBe(
          Math.round(sum)
        )
        rounded.forEach((one, index) =>
          expect(Math.abs(one - shares[index])).toBeLessThan(1)
        )
      })
    )
  })

  it("splits all of an amount, and gives nobody more than their weight", () => {
    fc.assert(
      fc.property(
        fc.nat(10 ** 9),
        fc.array(fc.nat(10 ** 8), { maxLength: 12 }),
        (amount, weights) => {
          const parts = splitBy(amount, weights)
          const whole = weights.reduce((sum, one) => sum + one, 0)
          expect(parts.reduce((sum, one) => sum + one, 0)).toBe(
            Math.min(amount, whole)
          )
          parts.forEach((part, index) => {
            expect(part).toBeGreaterThanOrEqual(0)
            expect(part).toBeLessThanOrEqual(weights[index])
          })
        }
      )
    )
  })
})
