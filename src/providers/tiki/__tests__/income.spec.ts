import { JsonObject } from "../../../domain/shared/json"
import {
  buildInvoice,
  buildItem,
  buildOrder,
  SHOP,
} from "../__fixtures__/order"
import { APP } from "../__fixtures__/scripted-provider"
import { TikiProvider } from "../provider"
import { TikiOptions } from "../types"

const fee = (fee_type_key: string, fee_type_name: string, amount: number) => ({
  fee_type_key,
  fee_type_name,
  base_amount: 280000,
  total_amount: amount * 2,
  discount_amount: amount,
  final_amount: amount,
})

const FEES = [
  fee("commission_fee", "Phí hoa hồng", -28000),
  fee("payment_fee", "Phí thanh toán", -2800),
  fee("base_fee", "Phí cơ bản", -8000),
]

/** An item of 280,000 đồng that is settled, as the marketplace shows it. */
const settledItem = (invoice: JsonObject = {}, more: JsonObject = {}) =>
  buildItem({
    price: 140000,
    qty: 2,
    invoice: {
      subtotal: 280000,
      discount_amount: 0,
      row_total: 280000,
      fees: FEES,
      seller_fee: -38800,
      seller_income: 241200,
      ...invoice,
    },
    ...more,
  })

const settled = (invoice: JsonObject = {}, items = [settledItem()]) =>
  buildOrder({
    status: "complete",
    items,
    invoice: buildInvoice({
      total_seller_fee: -38800,
      total_seller_income: 241200,
      ...invoice,
    }),
  })

const incomeOf = (payload: JsonObject, options: TikiOptions = {}) =>
  new TikiProvider({}, { ...APP, ...options }).mapIncome(payload, SHOP)

const amountsOf = (payload: JsonObject, options?: TikiOptions) => {
  const { revenue, fees, net } = incomeOf(payload, options) ?? {}
  return { revenue, fees, net }
}

const EXPECTED = { revenue: 280000, fees: -38800, net: 241200 }

describe("what an order says that it will pay", () => {
  it("is the invoice's income, with its fees by kind", () => {
    expect(incomeOf(settled())).toEqual({
      currency_code: "vnd",
      ...EXPECTED,
      fee_parts: [
        { kind: "commission", name: "Phí hoa hồng", amount: -28000 },
        { kind: "payment", name: "Phí thanh toán", amount: -2800 },
        { kind: "fixed", name: "Phí cơ bản", amount: -8000 },
      ],
    })
  })

  it.each(["queueing", "shipping", "successful_delivery", "canceled"])(
    "is not said by an order that is %s, whatever fees it names",
    (status) => {
      expect(incomeOf({ ...settled(), status })).toBeNull()
    }
  )

  it("is not said while fees are missing", () => {
    const bare = settledItem({ fees: [], seller_fee: 0 })
    expect(incomeOf(settled({ total_seller_fee: 0 }, [bare]))).toBeNull()
  })

  it("is the same when fees are written without their sign", () => {
    const fees = FEES.map((one) => ({
      ...one,
      final_amount: -one.final_amount,
    }))
    const order = settled({ total_seller_fee: 38800 }, [
      settledItem({ fees, seller_fee: 38800 }),
    ])
    expect(incomeOf(order)).toEqual(incomeOf(settled()))
  })

  it("keeps fees that were paid back, as the income above the price tells", () => {
    const back = settledItem({ fees: [fee("base_fee", "Phí cơ bản", 8000)] })
    expect(amountsOf(settled({ total_seller_income: 288000 }, [back]))).toEqual(
      { revenue: 280000, fees: 8000, net: 288000 }
    )
  })

  it("takes the fees off an income that equals the price", () => {
    expect(amountsOf(settled({ total_seller_income: 280000 }))).toEqual(
      EXPECTED
    )
  })

  it.each([null, 0])("is price less fees where the total is %p", (total) => {
    expect(amountsOf(settled({ total_seller_income: total }))).toEqual(EXPECTED)
  })

  it.each<[string, JsonObject, JsonObject]>([
    ["items", { fees: [] }, { total_seller_fee: 0 }],
    ["invoice", { fees: [], seller_fee: 0 }, { total_seller_fee: 38800 }],
  ])("takes the sum of fees from the %s", (_, item, invoice) => {
    expect(incomeOf(settled(invoice, [settledItem(item)]))).toEqual({
      currency_code: "vnd",
      ...EXPECTED,
      fee_parts: [],
    })
  })

  it("adds fees of one kind over the items, and leaves other sellers' out", () => {
    const foreign = settledItem({}, { id: 9, seller: { id: 777, name: "A" } })
    const refused = settledItem(
      {},
      { id: 10, confirmation: { status: "seller_canceled" } }
    )
    const items = [settledItem(), settledItem({}, { id: 8 }), foreign, refused]
    const income = incomeOf(settled({ total_seller_income: 482400 }, items))
    expect(income).toMatchObject({
      revenue: 560000,
      fees: -77600,
      net: 482400,
    })
    expect(income?.fee_parts.map(({ amount }) => amount)).toEqual([
      -56000, -5600, -16000,
    ])
  })

  it("may be taken from the items' income details", () => {
    const item = settledItem(
      {},
      { seller_income_detail: { seller_income: 295000, shipping_fee: 20000 } }
    )
    expect(amountsOf(settled({}, [item]), { incomeFigure: "detail" })).toEqual({
      revenue: 295000,
      fees: -38800,
      net: 256200,
    })
    expect(amountsOf(settled({}, [item]))).toEqual(EXPECTED)
  })

  it("understands fees by name, and keeps those that it does not know", () => {
    const fees = [
      fee("x1", "Phí lấy hàng", -5500),
      fee("flood_relief", "Phí cứu trợ", -1000),
    ]
    expect(incomeOf(settled({}, [settledItem({ fees })]))?.fee_parts).toEqual([
      { kind: "pickup", name: "Phí lấy hàng", amount: -5500 },
      { kind: "other", name: "Phí cứu trợ", amount: -1000 },
    ])
  })

  it("is not said by figures that cannot be read", () => {
    expect(incomeOf(settled({ total_seller_income: "soon" }))).toBeNull()
    expect(incomeOf(settled({}, [settledItem({ fees: "none" })]))).toBeNull()
  })

  it("is no option of another name", () => {
    expect(() =>
      TikiProvider.validateOptions({ incomeFigure: "best" })
    ).toThrow('tiki: option "incomeFigure" is wrong')
  })
})
