import { tikiSuite } from "../__fixtures__/suites"
import { OrderInput } from "../tiki/orders/place-order"

describe("labels of Tiki", () => {
  const at = tikiSuite()

  const place = (input: OrderInput = {}) =>
    at.sandbox.tiki.addOrders([{ status: "picking", ...input }])[0]
  const addresses = async (code: string, model = "dropship") => {
    const path = `/v2/orders/${code}/${model}/labels`
    return (await at.client.get(path, { format: "html" })).body
  }
  const print = async (code: string, model?: string) => {
    const { shipping_label_url, shipping_stamp_url } = await addresses(
      code,
      model
    )
    const page = await fetch(shipping_label_url ?? shipping_stamp_url)
    expect(page.headers.get("content-type")).toContain("text/html")
    return page.text()
  }

  it.each([
    ["dropship", "dropship", "Lấy hàng tại nhà bán"],
    ["tiki_delivery", "tiki-delivery", "Giao về kho Tiki"],
    ["seller_delivery", "seller-delivery", "Nhà bán tự giao"],
    ["cross_border", "cross-border", "Cross-border"],
  ] as const)("of a %s order say so", async (type, model, words) => {
    const { code, person } = place({ fulfillment_type: type })
    const label = await print(code, model)
    expect(label).toContain(words)
    expect(label).toContain(code)
    const names_buyer = type !== "tiki_delivery"
    expect(label.includes(person.name)).toBe(names_buyer)
    expect(label.includes(person.phone)).toBe(
      type === "seller_delivery" || type === "cross_border"
    )
  })

  it("carry the order's code, and the carrier's number once there is one, as bars and as text", async () => {
    const { code } = place()
    const label = await print(code)
    expect(label.match(/<svg [^>]*viewBox/g)).toHaveLength(1)
    expect(label).toContain(`<figcaption>${code}</figcaption>`)
    at.sandbox.tiki.carrier.collect(code)
    const later = await print(code)
    expect(later.match(/<svg [^>]*viewBox/g)).toHaveLength(2)
    expect(later).toContain(`<figcaption>TNSLVN${code}</figcaption>`)
    expect(later).toContain(`<figcaption>${code}</figcaption>`)
  })

  it("list what is sent, and the money to be collected", async () => {
    const lines = [
      { original_sku: "LY-LAM-S", quantity: 2 },
      { original_sku: "DIA-NAU-15" },
    ]
    const { code } = place({ lines, refused_lines: [1], is_cod: true })
    const label = await print(code)
    expect(label).toContain("LY-LAM-S")
    expect(label).not.toContain("DIA-NAU-15")
    const { body } = await at.client.get(`/v2/orders/${code}`)
    const due = body.invoice.collectible_amount.toLocaleString("vi-VN")
    expect(label).toContain(`${due} đ`)
    const prepaid = place({ lines }).code
    expect(await print(prepaid)).toContain("<b>0 đ</b>")
  })

  it("write names as text, whatever is in them", async () => {
    const person = { name: "<script>alert(1)</script>" }
    const label = await print(place({ person }).code)
    expect(label).not.toContain("<script>")
    expect(label).toContain("&lt;script&gt;")
  })

  it("take their time, when told so", async () => {
    at.sandbox.tiki.options.label_delay_seconds = 60
    const { code } = place()
    expect(await addresses(code)).toEqual({
      shipping_label_url: null,
      shipping_stamp_url: null,
    })
    at.sandbox.clock.advance(60)
    expect(await print(code)).toContain(code)
  })

  it("open to their address alone, until the order is cancelled", async () => {
    const { code } = place()
    const { shipping_label_url: address } = await addresses(code)
    const [without_key] = address.split("?")
    expect((await fetch(without_key)).status).toBe(403)
    expect((await fetch(address)).status).toBe(200)
    at.sandbox.tiki.orders.cancel(code, "tiki")
    expect((await fetch(address)).status).toBe(404)
    const waiting = place({ status: "queueing" }).code
    const guess = address.replace(code, waiting)
    expect((await fetch(guess)).status).toBe(404)
  })
})
