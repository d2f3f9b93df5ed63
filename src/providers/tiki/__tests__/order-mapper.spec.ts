import { JsonObject } from "../../../domain/shared/json"
import {
  buildConfirmation,
  buildInvoice,
  buildItem,
  buildOrder,
  buildProduct,
  buildShipping,
  histories,
  SHOP,
} from "../__fixtures__/order"
import { mapOrder } from "../mappers"

const map = (overrides: JsonObject = {}) =>
  mapOrder(buildOrder(overrides), SHOP)
const withItems = (...items: JsonObject[]) => ({ items })
const utc = (text: string) => new Date(`${text}Z`)

describe("an order", () => {
  it("is mapped as a whole", () => {
    expect(map()).toEqual({
      external_id: "912345678",
      raw_status: "queueing",
      meaning: { kind: "status", status: "new" },
      placed_at: utc("2025-06-11T01:30:12"),
      external_updated_at: utc("2025-06-11T01:36:40"),
      paid_at: utc("2025-06-11T01:30:20"),
      currency_code: "vnd",
      payment: "prepaid",
      kind: "sale",
      original_external_id: null,
      warehouse_external_id: null,
      buyer: { external_id: "8800123", email: null, message: null },
      recipient: {
        name: "Tr*** An",
        phone: null,
        address_1: "1 Đường Mẫu",
        address_2: "Phường 1",
        city: "Quận 3",
        province: "Hồ Chí Minh",
        postal_code: null,
        country_code: "vn",
        full_address: "1 Đường Mẫu, Phường 1, Quận 3, Hồ Chí Minh",
      },
      money: expect.objectContaining({ total: 337000 }),
      lines: [
        {
          external_line_ids: ["770001"],
          external_product_id: "70009990",
          external_sku_id: "70010001",
          seller_sku: "MUG-RED-M",
          title: "Ly sứ đỏ cỡ vừa",
          sku_title: null,
          image_url: null,
          quantity: 2,
          cancelled_quantity: 0,
          unit_price: 150000,
          seller_discount: 0,
          platform_discount: 20000,
          is_gift: false,
          fulfilled_by: "seller",
        },
        expect.objectContaining({
          external_line_ids: ["770002"],
          external_product_id: "70010055",
          external_sku_id: "70010055",
          seller_sku: null,
          quantity: 1,
          unit_price: 45000,
        }),
      ],
      parcels: [
        {
          external_id: "912345678",
          state: "to_arrange",
          raw_status: null,
          tracking_number: null,
          leg_numbers: { pickup: null, delivery: null, return: null },
          carrier: null,
          external_line_ids: ["770001", "770002"],
        },
      ],
      arranged_at: null,
      collected_at: null,
      delivered_at: null,
      cancelled_at: null,
      cancellation: null,
      seller_confirmation: "waiting",
      deadlines: {
        ship_by: utc("2025-06-11T06:30:12"),
        collect_by: null,
        deliver_by: utc("2025-06-14T16:59:59"),
        cancel_at: null,
      },
      flags: [],
    })
  })

  it("keeps ids beyond 2^53 as they are", () => {
    const id = "99900000000000000123"
    const order = map(
      withItems(buildItem({ id, product: buildProduct({ id, super_id: "0" }) }))
    )
    expect(order.lines[0]).toMatchObject({
      external_line_ids: [id],
      external_sku_id: id,
      external_product_id: id,
    })
  })

  it("has its lines in one order, however the items come", () => {
    const items = [9, 10, 2].map((id) => buildItem({ id }))
    expect(
      map(withItems(...items)).lines.flatMap((line) => line.external_line_ids)
    ).toEqual(["2", "9", "10"])
  })

  it("that replaces another one names it", () => {
    const order = map({
      is_rma: true,
      rma_info: {
        original_order_code: "900000001",
        exchanged_order_code: "912345678",
        status: "Hoàn thành",
      },
    })
    expect(order).toMatchObject({
      kind: "replacement",
      original_external_id: "900000001",
    })
  })

  it("tells when it was shipped and delivered", () => {
    const order = map({
      status: "complete",
      status_histories: histories("queueing", "shipping", "delivered"),
    })
    expect(order.collected_at).toEqual(utc("2025-06-11T02:00:00"))
    expect(order.delivered_at).toEqual(utc("2025-06-11T03:00:00"))
  })

  it("gives the way to the buyer where Tiki does", () => {
    const address = {
      full_name: "Trần An",
      phone: "0900000000",
      email: "an@khachhang.example",
      region: "Hồ Chí Minh",
      country_id: "VN",
    }
    const order = map({ shipping: buildShipping({ address }) })
    expect(order.buyer.email).toBe("an@khachhang.example")
    expect(order.recipient).toMatchObject({
      phone: "0900000000",
      address_1: null,
      city: null,
      full_address: "Hồ Chí Minh",
    })
    expect(map({ shipping: null }).recipient).toBeNull()
  })
})

describe("the payment", () => {
  it.each<[string, JsonObject | null, "prepaid" | "cod"]>([
    ["is_prepaid", { method: "cod", is_prepaid: true }, "prepaid"],
    ["not is_prepaid", { method: "checkmo", is_prepaid: false }, "cod"],
    ["the method cod", { method: "cod" }, "cod"],
    ["any other method", { method: "momo", is_prepaid: null }, "prepaid"],
    ["nothing", null, "prepaid"],
  ])("by %s", (_what, payment, expected) => {
    expect(map({ payment }).payment).toBe(expected)
  })

  it.each<[number, JsonObject | null, "prepaid" | "cod"]>([
    [337000, null, "cod"],
    [337000, { status: "pending" }, "cod"],
    [337000, { method: "momo" }, "prepaid"],
    [0, null, "prepaid"],
  ])("with %i to collect and payment %p", (amount, payment, expected) => {
    const invoice = buildInvoice({ collectible_amount: amount })
    expect(map({ payment, invoice }).payment).toBe(expected)
  })

  it("is not made before the order is the seller's, nor by cash", () => {
    expect(map({ status: "waiting_payment" }).paid_at).toBeNull()
    expect(map({ payment: { is_prepaid: false } }).paid_at).toBeNull()
  })

  it("was made when the order was placed, if Tiki gives no time", () => {
    const { invoice } = buildOrder()
    const order = map({
      invoice: { ...(invoice as JsonObject), purchased_at: null },
    })
    expect(order.paid_at).toEqual(order.placed_at)
  })
})

describe("whose goods", () => {
  const instock = buildProduct({ inventory_type: "instock" })
  const owner = (overrides: JsonObject, item: JsonObject) =>
    map({ ...overrides, ...withItems(buildItem(item)) }).lines[0].fulfilled_by

  it.each<[string, JsonObject, JsonObject, string]>([
    [
      "in Tiki's warehouse are Tiki's to send",
      { fulfillment_type: "tiki_delivery" },
      { product: instock },
      "marketplace",
    ],
    [
      "that Tiki packs are the seller's",
      { fulfillment_type: "tiki_delivery" },
      {},
      "seller",
    ],
    [
      "of a dropship order are the seller's, whatever the item says",
      { fulfillment_type: "dropship" },
      { product: instock },
      "seller",
    ],
    [
      "of another seller are theirs",
      { fulfillment_type: "tiki_delivery" },
      { product: instock, seller: { id: 1 } },
      "other_seller",
    ],
    ["are the seller's when nobody is named", {}, { seller: null }, "seller"],
  ])("%s", (_what, overrides, item, expected) => {
    expect(owner(overrides, item)).toBe(expected)
  })
})

describe("the warehouse", () => {
  const from = (...ids: (number | null)[]) =>
    map({
      seller_warehouse: { id: 50999 },
      ...withItems(
        ...ids.map((seller_inventory_id, index) =>
          buildItem({ id: index + 1, seller_inventory_id })
        )
      ),
    }).warehouse_external_id

  it("is the items' when they agree, else none; the order's when they say nothing", () => {
    expect(from(50123, 50123)).toBe("50123")
    expect(from(50123, null)).toBe("50123")
    expect(from(50123, 50124)).toBeNull()
    expect(from(null, null)).toBe("50999")
  })
})

describe("the seller's confirmation", () => {
  const states = (status: string, ...decisions: (string | null)[]) =>
    map({
      status,
      ...withItems(
        ...decisions.map((decision, index) =>
          buildItem({
            id: index + 1,
            confirmation: buildConfirmation({
              status: decision,
              pickup_confirm_sla: "2025-06-12 08:30:12",
            }),
          })
        )
      ),
    })

  it.each<[string, (string | null)[], string | null]>([
    ["queueing", ["waiting", "waiting"], "waiting"],
    ["paid", ["waiting"], "waiting"],
    ["picking", ["seller_confirmed", "ready_to_pick"], "confirmed"],
    ["picking", ["seller_confirmed", "seller_canceled"], "confirmed"],
    ["canceled", ["seller_canceled", "seller_canceled"], "refused"],
    ["processing", ["waiting"], null],
    ["holded", ["waiting"], null],
    ["canceled", ["waiting"], null],
    ["queueing", ["waiting", "seller_confirmed"], null],
    ["queueing", [null], null],
    ["queueing", ["a new word"], null],
  ])("of %s with %p is %s", (status, decisions, expected) => {
    expect(states(status, ...decisions).seller_confirmation).toBe(expected)
  })

  it("takes refused items out", () => {
    const { lines } = states("picking", "seller_confirmed", "seller_canceled")
    expect(lines.map((line) => line.cancelled_quantity)).toEqual([0, 2])
  })

  it("sets the deadline, and then the pickup does", () => {
    expect(states("queueing", "waiting").deadlines.ship_by).toEqual(
      utc("2025-06-11T06:30:12")
    )
    expect(states("picking", "seller_confirmed").deadlines.ship_by).toEqual(
      utc("2025-06-12T01:30:12")
    )
  })
})
