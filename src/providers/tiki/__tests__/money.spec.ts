import fc from "fast-check"
import {
  NeutralOrder,
  NeutralOrderLine,
} from "../../../domain/orders/neutral-order"
import { priceOrder } from "../../../domain/orders/price-order"
import { JsonObject } from "../../../domain/shared/json"
import { MappingError } from "../../../domain/provider/mapping-error"
import {
  buildConfirmation,
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

/** The stated parts make the total, and the lines make the parts. */
function expectExact(order: NeutralOrder) {
  const { money, lines } = order
  const sum = (of: (line: NeutralOrderLine) => number) =>
    lines.reduce((total, line) => total + of(line), 0)
  expect({
    subtotal: sum((line) => line.unit_price * line.quantity),
    seller_discount: sum((line) => line.seller_discount),
    platform_discount: sum((line) => line.platform_discount),
    total:
      money.subtotal -
      money.seller_discount -
      money.platform_discount +
      money.shipping_fee -
      money.shipping_seller_discount -
      money.shipping_platform_discount,
  }).toEqual({
    subtotal: money.subtotal,
    seller_discount: money.seller_discount,
    platform_discount: money.platform_discount,
    total: money.total,
  })
  expect(Object.values(money).every((amount) => amount >= 0)).toBe(true)
  expect(priceOrder(order)).toMatchObject({ ok: true })
}

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
      { invoice: buildInvoice({ grand_total: "a lot" }) },
    ],
    ["invoice.subtotal", { invoice: buildInvoice({ subtotal: -345000 }) }],
    [
      "invoice.shipping_amount_after_discount",
      { invoice: buildInvoice({ shipping_amount_after_discount: "free" }) },
    ],
    ["items[0].price", { items: [buildItem({ price: -1 })] }],
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

  it.each<[string | number, number]>([
    ["337000.00", 337000],
    [336999.5, 337000],
    ["337000.4999999999999", 337000],
    [337000.49, 337000],
  ])("takes a total of %p as %p", (grand_total, total) => {
    const order = moneyOf({ grand_total })
    expect(order.money.total).toBe(total)
    expectExact(order)
  })

  it("counts whole units, however they are written", () => {
    const items = [buildItem({ qty: "1.00", invoice: null })]
    const order = moneyOf({ subtotal: 150000, grand_total: 162000 }, items)
    expect(order.lines[0].quantity).toBe(1)
  })

  it("lets prices with decimals differ from the subtotal by their rounding", () => {
    const items = [
      buildItem({ price: 33333.33, qty: 3, invoice: { discount_amount: 0 } }),
    ]
    const order = moneyOf({ subtotal: 100000, grand_total: 112000 }, items)
    expect(order.lines[0].unit_price).toBe(33333)
    expect(order.money).toMatchObject({ subtotal: 99999, total: 112000 })
    expect(priceOrder(order)).toMatchObject({ ok: true })
  })

  it.each<[string, JsonObject]>([
    ["income detail", { seller_income_detail: "later" }],
    ["income detail's parts", income(-5000, -1)],
    [
      "shipping subsidy",
      {
        seller_income_detail: {
          discount: { discount_shipping_fee: { seller_subsidy: -3000 } },
        },
      },
    ],
    ["fees", { fees: [{ final_amount: -8000 }], is_virtual: "?" }],
  ])("ignores %s that it cannot read", (_what, overrides) => {
    const [, second] = buildOrder().items as JsonObject[]
    expect(map({ items: [buildItem(overrides), second] })).toEqual(map({}))
  })

  it.each<[string, JsonObject]>([
    ["a gift card", { gift_card_amount: 50000 }],
    ["Tikixu", { discount_amount: null, discount_tikixu: 50000 }],
    ["a promotion", { discount_amount: 20000, discount_promotion: 50000 }],
    ["something else", { discount_other: "50000.0" }],
    ["nobody knows what", {}],
  ])("takes what %s pays as the platform's", (_what, invoice) => {
    const order = moneyOf({ ...invoice, grand_total: 287000 })
    expect(order.money).toMatchObject({ platform_discount: 70000 })
    expectExact(order)
  })

  it("tells discounts and fees apart where both are named", () => {
    const order = moneyOf({
      gift_card_amount: 30000,
      handling_fee: 4000,
      other_fee: "1000.00",
      grand_total: 312000,
    })
    expect(order.money).toMatchObject({
      platform_discount: 50000,
      total: 312000,
    })
    expect(priceOrder(order)).toMatchObject({ ok: true })
  })

  it("is all the platform's for a replacement that costs nothing", () => {
    const order = map({
      is_rma: true,
      invoice: buildInvoice({ discount_amount: 0, grand_total: 0 }),
    })
    expect(order.money).toMatchObject({ platform_discount: 345000, total: 0 })
    expect(order.money.shipping_platform_discount).toBe(20000)
    expectExact(order)
  })

  describe("with an item that the seller refused", () => {
    const [first, second] = buildOrder().items as JsonObject[]
    const refused = {
      ...second,
      confirmation: buildConfirmation({ status: "seller_canceled" }),
    }
    const partly = (invoice: JsonObject) =>
      moneyOf(invoice, [
        {
          ...first,
          confirmation: buildConfirmation({ status: "seller_confirmed" }),
        },
        refused,
      ])
    const priceOf = (order: NeutralOrder) => {
      const price = priceOrder(order)
      return price.ok ? price.lines : price.problem
    }

    it.each<[string, JsonObject]>([
      ["only in the subtotal", { grand_total: 292000 }],
      ["nowhere", { subtotal: 300000, grand_total: 292000 }],
    ])("that counts %s: the rest keeps its price", (_what, invoice) => {
      expect(priceOf(partly(invoice))).toMatchObject([
        {
          unit_price: 150000,
          quantity: 2,
          adjustments: [{ amount: 20000, description: "platform_discount" }],
        },
      ])
    })

    it("that counts nowhere has no discount of its own any more", () => {
      const { money } = moneyOf({ subtotal: 300000, grand_total: 292000 }, [
        first,
        { ...refused, invoice: { discount_amount: 9000 } },
      ])
      expect(money).toMatchObject({
        subtotal: 300000,
        platform_discount: 20000,
      })
    })

    it("that counts everywhere still makes an order", () => {
      expect(priceOrder(partly({}))).toMatchObject({ ok: true })
    })
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

describe("an order whose figures have decimals", () => {
  it("adds up to the rounded total, whatever the parts", () => {
    const cents = fc.nat(300_000_00).map((value) => value / 100)
    const line = fc.record({
      price: cents,
      qty: fc.integer({ min: 1, max: 9 }),
      off: fc.nat(100),
    })
    const two = (value: number) => Math.round(value * 100) / 100
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        cents,
        cents,
        fc.boolean(),
        (parts, shipping, shipping_discount, as_text) => {
          const gross = parts.map(({ price, qty }) => two(price * qty))
          const off = parts.map(({ off }, i) => two((gross[i] * off) / 100))
          const sum = (values: number[]) =>
            two(values.reduce((total, one) => total + one, 0))
          const total = two(sum(gross) - sum(off) + shipping)
          const write = (value: number) => (as_text ? value.toFixed(2) : value)
          const order = moneyOf(
            {
              subtotal: write(sum(gross)),
              discount_amount: write(sum(off)),
              shipping_amount_after_discount: write(shipping),
              shipping_discount_amount: write(shipping_discount),
              grand_total: write(total),
            },
            parts.map(({ price, qty }, index) =>
              buildItem({
                id: index + 1,
                price: write(price),
                qty: as_text ? `${qty}.00` : qty,
                invoice: { discount_amount: write(off[index]) },
              })
            )
          )
          expect(order.money.total).toBe(Math.floor(total + 0.5))
          expectExact(order)
        }
      )
    )
  })
})

describe("an order whose total nothing explains", () => {
  it("adds up as long as it is no dearer than its parts", () => {
    const line = fc.record({
      price: fc.nat(500_000),
      qty: fc.integer({ min: 1, max: 5 }),
      off: fc.nat(100),
      refused: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.nat(40_000),
        fc.nat(100),
        fc.nat(200_000),
        (parts, shipping, percent, gift_card_amount) => {
          const gross = parts.map(({ price, qty }) => price * qty)
          const off = parts.map(({ off }, i) =>
            Math.floor((gross[i] * off) / 100)
          )
          const sum = (values: number[]) =>
            values.reduce((total, one) => total + one, 0)
          const most = sum(gross) - sum(off) + shipping
          const order = moneyOf(
            {
              subtotal: sum(gross),
              discount_amount: sum(off),
              gift_card_amount,
              shipping_amount_after_discount: shipping,
              grand_total: Math.floor((most * percent) / 100),
            },
            parts.map(({ price, qty, refused }, index) =>
              buildItem({
                id: index + 1,
                price,
                qty,
                confirmation: buildConfirmation({
                  status: refused ? "seller_canceled" : "seller_confirmed",
                }),
                invoice: { discount_amount: off[index] },
              })
            )
          )
          expectExact(order)
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
