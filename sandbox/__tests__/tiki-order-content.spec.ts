import { JsonObject } from "../../src/domain/shared/json"
import { tikiSuite } from "../__fixtures__/suites"
import { ORDERS, tikiOrders } from "../__fixtures__/tiki-orders"
import { startSandbox } from "../index"

describe("what an order of Tiki tells", () => {
  const at = tikiSuite(startSandbox, { as_described: false })

  const { place, show, codes } = tikiOrders(at)

  it("adds up: subtotal, discounts, shipping; cash is collected", async () => {
    const [code] = place([
      {
        is_cod: true,
        status: "shipping",
        lines: [
          {
            original_sku: "DIA-NAU-15",
            quantity: 2,
            seller_discount: 10_000,
            platform_discount: 5_000,
            tikixu: 3_000,
          },
          { original_sku: "CHEN-DO-60", gift: true },
        ],
        shipping: { fee: 12_000, discount: 8_000 },
      },
    ])
    const order = await show(code)
    expect(order.invoice).toMatchObject({
      subtotal: 178_000,
      discount_amount: 18_000,
      discount_coupon: 15_000,
      discount_tikixu: 3_000,
      shipping_amount_after_discount: 12_000,
      shipping_discount_amount: 8_000,
      grand_total: 172_000,
      collectible_amount: 172_000,
    })
    expect(order.payment).toMatchObject({ method: "cod", is_prepaid: false })
    expect(order.items).toMatchObject([
      { qty: 2, invoice: { row_total: 160_000 }, is_free_gift: false },
      { qty: 1, price: 0, is_free_gift: true },
    ])
  })

  it("hides people, except where the seller delivers", async () => {
    const person = { name: "Trần An Mẫu" }
    const [hidden, shown] = place([
      { person },
      { person, fulfillment_type: "seller_delivery" },
    ])
    expect((await show(hidden)).shipping.address).toMatchObject({
      full_name: "Tr*** An Mẫu",
      email: null,
      phone: "",
      district: "",
    })
    expect((await show(shown)).shipping.address).toMatchObject({
      full_name: "Trần An Mẫu",
      email: expect.stringContaining("@"),
    })
  })

  it("tells fees late, and only when asked", async () => {
    const [open, settled] = place([{}, { status: "complete" }])
    const fees = { include: "item.fees" }
    expect((await show(open, fees)).items[0].invoice.fees).toEqual([])
    expect((await show(settled)).items[0].invoice.fees).toEqual([])
    const order = await show(settled, fees)
    const { row_total, seller_income, seller_fee, ...invoice } =
      order.items[0].invoice
    expect(invoice.fees.length).toBeGreaterThan(0)
    expect(seller_fee).toBeLessThan(0)
    expect(seller_income).toBe(row_total + seller_fee)
  })

  it("pays nothing for goods that the seller refused", async () => {
    const [code] = place([
      {
        status: "complete",
        lines: [
          { original_sku: "DIA-NAU-15", quantity: 2 },
          { original_sku: "LY-LAM-S" },
        ],
        refused_lines: [1],
      },
    ])
    const { items, invoice } = await show(code, { include: "item.fees" })
    expect(items[1].invoice).toMatchObject({ fees: [], seller_fee: 0 })
    expect(invoice.total_seller_fee).toBe(items[0].invoice.seller_fee)
    expect(invoice.total_seller_income).toBe(items[0].invoice.seller_income)
  })

  it("names the other parts of a basket, also another seller's", async () => {
    const basket_code = "955500001"
    const [one, two, foreign] = place([
      { basket_code },
      { basket_code },
      { basket_code, seller_id: 210077 },
    ])
    expect(await show(one)).toMatchObject({
      parent_code: basket_code,
      original_code: basket_code,
      relation_code: "",
      siblings: [{ code: two }, { code: foreign }],
    })
    expect((await at.client.get(`${ORDERS}/${foreign}`)).status).toBe(403)
    expect((await at.client.get(`${ORDERS}/1`)).status).toBe(404)
  })

  it("replaces for nothing and names the original", async () => {
    const [code] = place([{ status: "successful_delivery" }])
    const replacement = at.sandbox.tiki.orders.replace(code)
    expect(await show(replacement.code)).toMatchObject({
      is_rma: true,
      rma_info: { original_order_code: code, status: "Đang xử lý" },
      invoice: { grand_total: 0 },
    })
    expect(await codes({ is_rma: "true" })).toEqual([replacement.code])
    expect(await codes({ is_rma: "false" })).toEqual([code])
  })

  it("lets other sellers' items leak in, outside the invoice", async () => {
    const lines = [{ original_sku: "LY-LAM-S" }]
    const [some, all] = place([
      { lines, foreign_items: "some" },
      { lines, foreign_items: "all" },
    ])
    const order = await show(some)
    expect(order.items.map((item: JsonObject) => item.seller)).toEqual([
      { id: 210042, name: "Nhà Gốm Sài Gòn" },
      { id: 299001, name: "Gian hàng khác" },
    ])
    expect(order.invoice.subtotal).toBe(199_000)
    expect((await show(all)).items).toHaveLength(1)
  })

  it("shows goods in Tiki's warehouse by item and by order", async () => {
    const [code] = place([
      { lines: [{ original_sku: "KHAN-RAN-DO" }], status: "picking" },
    ])
    expect(await show(code)).toMatchObject({
      fulfillment_type: "tiki_delivery",
      items: [
        {
          product: { inventory_type: "instock" },
          confirmation: { status: "confirmed" },
          seller_inventory_id: null,
        },
      ],
    })
  })

  it("says who paid for the shipping, on the first item", async () => {
    const lines = [{ original_sku: "LY-LAM-S" }, { original_sku: "DIA-NAU-15" }]
    const shipping = { fee: 12_000, discount: 10_000, seller_subsidy: 4_000 }
    const [code] = place([{ lines, shipping }])
    const { items, invoice } = await show(code)
    expect(invoice.shipping_discount_amount).toBe(10_000)
    expect(
      items.map((item: { seller_income_detail: JsonObject }) => {
        const { seller_income, discount } = item.seller_income_detail
        const { discount_shipping_fee } = discount as Record<string, JsonObject>
        const { sellerDiscount, seller_subsidy } = discount_shipping_fee
        return [seller_income, sellerDiscount, seller_subsidy]
      })
    ).toEqual([
      [199_000 + 22_000 - 4_000, 10_000, 4_000],
      [89_000, 0, 0],
    ])
  })
})
