import fc from "fast-check"
import { NeutralOrderLine } from "../../../domain/orders/neutral-order"
import { JsonObject } from "../../../domain/shared/json"
import { buildOrder, buildUnit } from "../__fixtures__/order"
import { mapOrder } from "../mappers"

const linesOf = (line_items: JsonObject[]) =>
  mapOrder(buildOrder({ line_items })).lines

const identities = (lines: NeutralOrderLine[]) =>
  lines.map((line) => line.external_line_ids)

const sum = (
  lines: NeutralOrderLine[],
  of: (line: NeutralOrderLine) => number
) => lines.reduce((total, line) => total + of(line), 0)

/** Orders of up to a dozen units of few SKUs and prices, so that many of them merge. */
const units = fc.uniqueArray(
  fc.record({
    id: fc.bigInt({ min: 1n, max: 10n ** 19n }).map(String),
    sku_id: fc.constantFrom("11", "12", "9007199254740993"),
    original_price: fc.constantFrom("0", "199000", "250000"),
    seller_discount: fc.constantFrom("0", "3333", "3334"),
    platform_discount: fc.constantFrom("0", "9000"),
    is_gift: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12, selector: (unit) => unit.id }
)

/** What may happen to a unit after the order is placed. */
const fate = fc.record({
  display_status: fc.constantFrom(
    "AWAITING_SHIPMENT",
    "CANCELLED",
    "IN_TRANSIT"
  ),
  package_id: fc.constantFrom("", "0", "77", "78"),
  package_status: fc.constantFrom("TO_FULFILL", "CANCELLED"),
  tracking_number: fc.constantFrom("", "VN1"),
  cancel_user: fc.constantFrom("", "BUYER", "OPERATOR"),
})

describe("merging units into lines", () => {
  it("gives the same lines whatever happens to the units, in any order", () => {
    fc.assert(
      fc.property(
        units.chain((placed) =>
          fc.tuple(
            fc.constant(placed),
            fc.tuple(...placed.map(() => fate)),
            fc.shuffledSubarray(
              placed.map((_, index) => index),
              {
                minLength: placed.length,
              }
            )
          )
        ),
        ([placed, fates, order]) => {
          const before = linesOf(placed.map((unit) => buildUnit(unit)))
          const after = linesOf(
            order.map((index) =>
              buildUnit({ ...placed[index], ...fates[index] })
            )
          )
          expect(identities(after)).toEqual(identities(before))
          expect(sum(after, (line) => line.cancelled_quantity)).toBe(
            fates.filter((one) => one.display_status === "CANCELLED").length
          )
        }
      )
    )
  })

  it("keeps every unit and every đồng", () => {
    fc.assert(
      fc.property(units, (placed) => {
        const lines = linesOf(placed.map((unit) => buildUnit(unit)))
        expect(sum(lines, (line) => line.quantity)).toBe(placed.length)
        expect(lines.flatMap((line) => line.external_line_ids).sort()).toEqual(
          placed.map((unit) => unit.id).sort()
        )
        for (const name of ["seller_discount", "platform_discount"] as const) {
          expect(sum(lines, (line) => line[name])).toBe(
            placed.reduce((total, unit) => total + Number(unit[name]), 0)
          )
        }
        expect(sum(lines, (line) => line.unit_price * line.quantity)).toBe(
          placed.reduce((total, unit) => total + Number(unit.original_price), 0)
        )
      })
    )
  })

  it("merges equal units only", () => {
    const second = (overrides: JsonObject) =>
      linesOf([
        buildUnit(),
        buildUnit({ id: "578000000000010002", ...overrides }),
      ]).length
    expect(second({})).toBe(1)
    expect(second({ package_id: "78", display_status: "CANCELLED" })).toBe(1)
    expect(second({ sku_id: "12" })).toBe(2)
    expect(second({ original_price: "200000" })).toBe(2)
    expect(second({ platform_discount: "9001" })).toBe(2)
    expect(second({ is_gift: true })).toBe(2)
  })

  it("sorts line ids as numbers", () => {
    const ids = ["100", "99", "9007199254740993", "9007199254740992"]
    const [line] = linesOf(ids.map((id) => buildUnit({ id })))
    expect(line.external_line_ids).toEqual([
      "99",
      "100",
      "9007199254740992",
      "9007199254740993",
    ])
  })

  it("keeps a bundle as one line and names its parts", () => {
    const combined_listing_skus = [
      { product_id: "1", sku_id: "11", seller_sku: "A", sku_count: 2 },
      { product_id: "2", sku_id: "21", seller_sku: "", sku_count: 1 },
    ]
    const lines = linesOf([
      buildUnit({ combined_listing_skus }),
      buildUnit({ id: "578000000000010002", combined_listing_skus }),
    ])
    expect(lines).toMatchObject([
      {
        quantity: 2,
        components: [
          {
            external_product_id: "1",
            external_sku_id: "11",
            seller_sku: "A",
            quantity: 2,
          },
          {
            external_product_id: "2",
            external_sku_id: "21",
            seller_sku: null,
            quantity: 1,
          },
        ],
      },
    ])
  })
})
