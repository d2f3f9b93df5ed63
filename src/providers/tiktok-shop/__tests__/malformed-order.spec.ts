import { MappingError } from "../../../domain/provider/mapping-error"
import { JsonObject } from "../../../domain/shared/json"
import { buildOrder, buildPayment, buildUnit } from "../__fixtures__/order"
import { mapOrder } from "../mappers"

describe("what cannot be understood", () => {
  const withUnit = (overrides: JsonObject) =>
    buildOrder({ line_items: [buildUnit(), buildUnit(overrides)] })
  const second = { id: "578000000000010002" }

  it.each<[string, JsonObject]>([
    ["id", buildOrder({ id: "" })],
    ["status", buildOrder({ status: null })],
    ["create_time", buildOrder({ create_time: 0 })],
    ["update_time", buildOrder({ update_time: "yesterday" })],
    ["paid_time", buildOrder({ paid_time: -5 })],
    ["paid_time", buildOrder({ paid_time: 1760000095.5 })],
    ["is_cod", buildOrder({ is_cod: "yes" })],
    ["line_items", buildOrder({ line_items: [] })],
    ["line_items", buildOrder({ line_items: "none" })],
    ["line_items[0]", buildOrder({ line_items: [7] })],
    ["line_items[1].sku_id", withUnit({ ...second, sku_id: "" })],
    ["line_items[1].product_id", withUnit({ ...second, product_id: null })],
    ["line_items[1].id", withUnit({ id: null })],
    ["line_items", withUnit({})],
    ["line_items[1].currency", withUnit({ ...second, currency: "USD" })],
    [
      "line_items[1].original_price",
      withUnit({ ...second, original_price: "-1" }),
    ],
    [
      "line_items[1].original_price",
      withUnit({ ...second, original_price: "0.5" }),
    ],
    [
      "line_items[1].seller_discount",
      withUnit({ ...second, seller_discount: "1.0001" }),
    ],
    ["payment", buildOrder({ payment: null })],
    [
      "payment.currency",
      buildOrder({ payment: buildPayment({ currency: "" }) }),
    ],
    [
      "payment.total_amount",
      buildOrder({ payment: buildPayment({ total_amount: "" }) }),
    ],
    [
      "payment.total_amount",
      buildOrder({ payment: buildPayment({ total_amount: "437k" }) }),
    ],
    [
      "payment.platform_discount",
      buildOrder({ payment: buildPayment({ platform_discount: "-22000" }) }),
    ],
  ])("names %s", (path, payload) => {
    let caught: unknown
    try {
      mapOrder(payload)
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(MappingError)
    expect(caught).toMatchObject({ path })
  })
})
