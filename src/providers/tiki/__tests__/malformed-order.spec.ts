import fc from "fast-check"
import { NeutralOrder } from "../../../domain/orders/neutral-order"
import { priceOrder } from "../../../domain/orders/price-order"
import { MappingError } from "../../../domain/provider/mapping-error"
import { JsonObject, JsonValue } from "../../../domain/shared/json"
import {
  buildItem,
  buildOrder,
  buildProduct,
  histories,
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

/** What an order of Tiki may lack: everything but what it is about. */
function optionalPlaces(order: JsonObject): string[][] {
  const needed: Record<string, string[]> = {
    order: ["code", "status", "created_at", "items", "invoice"],
    invoice: ["grand_total"],
    item: ["id", "qty", "price", "product"],
    product: ["id"],
  }
  const namesIn = (value: JsonValue, kind: string) =>
    Object.keys(value as JsonObject).filter(
      (name) => !needed[kind]?.includes(name)
    )
  const inside = (value: JsonValue, way: string[], kind: string): string[][] =>
    typeof value === "object" && value !== null
      ? namesIn(value, kind).map((name) => [...way, name])
      : []
  const [item] = order.items as JsonObject[]
  return [
    ...inside(order, [], "order"),
    ...["invoice", "shipping", "payment", "customer"].flatMap((name) =>
      inside(order[name], [name], name)
    ),
    ...["0", "1"].flatMap((index) => [
      ...inside(item, ["items", index], "item"),
      ...["product", "seller", "confirmation", "invoice"].flatMap((name) =>
        inside(
          item[name],
          ["items", index, name],
          name === "invoice" ? "item_invoice" : name
        )
      ),
    ]),
  ]
}

/** The order without these; what is not there any more stays away. */
function without(order: JsonObject, ways: string[][]): JsonObject {
  const copy = structuredClone(order)
  for (const way of ways) {
    const holder = way
      .slice(0, -1)
      .reduce<JsonValue | undefined>(
        (value, name) =>
          (value as Record<string, JsonValue> | undefined)?.[name],
        copy
      )
    if (holder) {
      delete (holder as Record<string, JsonValue>)[way[way.length - 1]]
    }
  }
  return copy
}

/** What the order costs in the host, every adjustment taken off; null when its amounts contradict each other. */
function priceOf(order: NeutralOrder): number | null {
  const price = priceOrder(order)
  if (!price.ok) {
    return null
  }
  const sum = (amounts: number[]) =>
    amounts.reduce((total, one) => total + one, 0)
  const lines = price.lines.map(
    ({ unit_price, quantity, adjustments }) =>
      unit_price * quantity - sum(adjustments.map(({ amount }) => amount))
  )
  const shipping = price.shipping.map(
    ({ amount, adjustment }) => amount - (adjustment?.amount ?? 0)
  )
  return sum([...lines, ...shipping])
}

describe("an order that lacks what is optional", () => {
  const order = buildOrder({
    status_histories: histories("queueing"),
    cancel_info: {},
    delivery: {},
  })

  it("makes an order with the stated total, whatever is missing", () => {
    fc.assert(
      fc.property(fc.subarray(optionalPlaces(order)), (ways) => {
        const mapped = mapOrder(without(order, ways), SHOP)
        expect(mapped.money.total).toBe(337000)
        expect(priceOf(mapped)).toBe(337000)
      }),
      { numRuns: 500 }
    )
  })

  it("was last changed when it was placed, if nobody says", () => {
    const mapped = mapOrder(buildOrder({ updated_at: null }), SHOP)
    expect(mapped.external_updated_at).toEqual(mapped.placed_at)
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
