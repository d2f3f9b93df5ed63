import fc from "fast-check"
import { MappingError } from "../../../domain/provider/mapping-error"
import { JsonObject, JsonValue } from "../../../domain/shared/json"
import {
  buildItem,
  buildOrder,
  buildProduct,
  SHOP,
} from "../__fixtures__/order"
import { mapOrder, mapRawOrder } from "../mappers"

describe("what cannot be understood", () => {
  const withItem = (overrides: JsonObject) =>
    buildOrder({ items: [buildItem(), buildItem({ id: 2, ...overrides })] })

  it.each<[string, JsonObject]>([
    ["code", buildOrder({ code: "" })],
    ["status", buildOrder({ status: null })],
    ["created_at", buildOrder({ created_at: null })],
    ["updated_at", buildOrder({ updated_at: "yesterday" })],
    ["updated_at", buildOrder({ updated_at: 1749605800123 })],
    ["is_rma", buildOrder({ is_rma: "maybe" })],
    ["items", buildOrder({ items: [] })],
    ["items", buildOrder({ items: "none" })],
    ["items[0]", buildOrder({ items: [7] })],
    ["invoice", buildOrder({ invoice: null })],
    ["invoice.grand_total", buildOrder({ invoice: {} })],
    ["invoice.grand_total", buildOrder({ invoice: { grand_total: -1 } })],
    ["items", withItem({ id: 770001 })],
    ["items[1].id", withItem({ id: null })],
    ["items[1].product", withItem({ product: null })],
    ["items[1].product.id", withItem({ product: buildProduct({ id: "" }) })],
    ["items[1].price", withItem({ price: null, invoice: null })],
    ["items[1].qty", withItem({ qty: null })],
    ["items[1].qty", withItem({ qty: -1 })],
    [
      "status_histories[0].created_at",
      buildOrder({
        status_histories: [{ status: "shipping", created_at: "soon" }],
      }),
    ],
  ])("names %s", (path, payload) => {
    let caught: unknown
    try {
      mapOrder(payload, SHOP)
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(MappingError)
    expect(caught).toMatchObject({ path })
  })
})

describe("any damage to an order", () => {
  /** Every place in the order, as the way to it. */
  const places = (value: JsonValue, way: string[] = []): string[][] =>
    typeof value !== "object" || value === null
      ? [way]
      : [
          ...(way.length ? [way] : []),
          ...Object.entries(value).flatMap(([name, inner]) =>
            places(inner, [...way, name])
          ),
        ]
  const damage = (order: JsonObject, way: string[], value: JsonValue) => {
    const copy = structuredClone(order)
    let holder = copy as Record<string, JsonValue>
    way.slice(0, -1).forEach((name) => {
      holder = holder[name] as Record<string, JsonValue>
    })
    holder[way[way.length - 1]] = value
    return copy
  }
  const ways = places(buildOrder())

  it("is an order still, or an error with a path, and never stops the page", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ways),
        fc.jsonValue() as fc.Arbitrary<JsonValue>,
        (way, value) => {
          const damaged = damage(buildOrder(), way, value)
          try {
            const { money } = mapOrder(damaged, SHOP)
            expect(
              Object.values(money).every(
                (amount) => Number.isSafeInteger(amount) && amount >= 0
              )
            ).toBe(true)
          } catch (error) {
            expect(error).toBeInstanceOf(MappingError)
            expect((error as MappingError).path).not.toBe("")
          }
          if (way[0] !== "code") {
            expect(mapRawOrder(damaged)).toMatchObject({
              external_id: "912345678",
              payload: damaged,
            })
          }
        }
      ),
      { numRuns: 1000 }
    )
  })

  it("that only adds fields changes nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue() as fc.Arbitrary<JsonValue>, (value) => {
        const order = buildOrder({ a_new_field: value })
        expect(mapOrder(order, SHOP)).toEqual(mapOrder(buildOrder(), SHOP))
      })
    )
  })
})
