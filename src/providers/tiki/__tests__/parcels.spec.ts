import { JsonObject } from "../../../domain/shared/json"
import {
  buildConfirmation,
  buildItem,
  buildOrder,
  buildProduct,
  buildShipping,
  histories,
  SHOP,
} from "../__fixtures__/order"
import { mapOrder } from "../mappers"

const parcelsOf = (overrides: JsonObject) =>
  mapOrder(buildOrder(overrides), SHOP).parcels

it.each([
  ["queueing", "to_arrange"],
  ["paid", "to_arrange"],
  ["holded", "to_arrange"],
  ["picking", "arranged"],
  ["packaging", "arranged"],
  ["finished_packing", "arranged"],
  ["ready_to_ship", "arranged"],
  ["handover_to_partner", "collected"],
  ["shipping", "collected"],
  ["customs_clearance", "collected"],
  ["delivered", "delivered"],
  ["successful_delivery", "delivered"],
  ["complete", "delivered"],
  ["returned", "delivered"],
  ["canceled", "cancelled"],
  ["closed", "cancelled"],
])("an order that is %s is one parcel, %s", (status, state) => {
  expect(parcelsOf({ status })).toEqual([
    expect.objectContaining({ external_id: "912345678", state }),
  ])
})

it("a held order's parcel is where it was before", () => {
  const held = (...before: string[]) =>
    parcelsOf({
      status: "holded",
      status_histories: histories(...before, "holded"),
    })[0].state
  expect(held("queueing")).toBe("to_arrange")
  expect(held("queueing", "picking")).toBe("arranged")
  expect(held("queueing", "picking", "shipping")).toBe("collected")
})

describe("its number and carrier", () => {
  const of = (shipping: JsonObject) => {
    const [parcel] = parcelsOf({ shipping: buildShipping(shipping) })
    return { ...parcel, external_line_ids: undefined }
  }

  it("are those of the whole way, and its id stays", () => {
    const shipping = {
      tracking_code: "T1",
      delivery_shipping_code: "D1",
      pickup_shipping_code: "P1",
      partner_name: "TikiNOW",
      delivery_partner_code: "TNSL",
      status: "picked",
    }
    expect(of(shipping)).toMatchObject({
      external_id: "912345678",
      raw_status: "picked",
      tracking_number: "T1",
      carrier: "TikiNOW",
    })
  })

  it.each([
    [{ delivery_shipping_code: "D1", pickup_shipping_code: "P1" }, "D1"],
    [{ pickup_shipping_code: "P1" }, "P1"],
    [{ tracking_code: "", pickup_shipping_code: " " }, null],
    [{ tracking_code: {}, pickup_shipping_code: 77 }, "77"],
  ])("of %j: %s", (shipping, tracking_number) => {
    expect(of(shipping)).toMatchObject({ tracking_number })
  })

  it("leaves the numbers of the parts of its way beside it", () => {
    const numbers = {
      tracking_code: "T1",
      delivery_shipping_code: "D1",
      pickup_shipping_code: "P1",
      return_shipping_code: "R1",
    }
    const leg_numbers = { pickup: "P1", delivery: "D1", return: "R1" }
    expect(of(numbers)).toMatchObject({ tracking_number: "T1", leg_numbers })
    expect(of({ return_shipping_code: "R1" })).toMatchObject({
      tracking_number: null,
      leg_numbers: { pickup: null, delivery: null, return: "R1" },
    })
  })

  it("may be told by the part of the way alone", () => {
    expect(of({ pickup_partner_code: "GHN" }).carrier).toBe("GHN")
  })
})

describe("it holds", () => {
  const linesOf = (overrides: JsonObject, ...items: JsonObject[]) =>
    parcelsOf({
      ...overrides,
      invoice: { items_count: items.length, grand_total: 0 },
      items: items.map((item, place) =>
        buildItem({
          id: place + 1,
          price: 0,
          invoice: { subtotal: 0, row_total: 0 },
          ...item,
        })
      ),
    }).map(({ external_line_ids }) => external_line_ids)
  const foreign = { seller: { id: 1 } }
  const tikis = { product: buildProduct({ inventory_type: "instock" }) }
  const refused = {
    confirmation: buildConfirmation({ status: "seller_canceled" }),
  }
  const by_tiki = { fulfillment_type: "tiki_delivery" }
  const numbered = { shipping: buildShipping({ tracking_code: "T1" }) }

  it("the seller's own goods only", () => {
    expect(linesOf({}, {}, foreign)).toEqual([["1"]])
    expect(linesOf({ ...by_tiki, ...numbered }, {}, tikis)).toEqual([["1"]])
    expect(linesOf(numbered, foreign)).toEqual([])
  })

  it("goods in Tiki's warehouse once they have a number", () => {
    expect(linesOf(by_tiki, tikis)).toEqual([])
    expect(linesOf({ ...by_tiki, ...numbered }, tikis, foreign)).toEqual([
      ["1"],
    ])
  })

  it("no item that the seller has refused, unless nothing is sent", () => {
    expect(linesOf({ status: "picking" }, {}, refused)).toEqual([["1"]])
    expect(linesOf({ status: "canceled" }, refused, refused)).toEqual([
      ["1", "2"],
    ])
  })
})
