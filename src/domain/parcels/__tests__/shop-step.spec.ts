import * as fc from "fast-check"
import { NeutralParcel, PARCEL_STATES } from "../../orders/neutral-order"
import { PARCEL_MARK_KINDS, ParcelMark } from "../parcel-mark"
import { furthestStep, handedOverAt, shopStep } from "../shop-step"

const AT = new Date("2025-10-10T00:00:00Z")

const parcel = (
  external_id: string,
  state: NeutralParcel["state"] = "arranged"
): NeutralParcel => ({
  external_id,
  state,
  raw_status: null,
  tracking_number: null,
  carrier: null,
  external_line_ids: [],
})

const mark = (
  kind: ParcelMark["kind"],
  parcel_external_id: string | null = null,
  at = AT
): ParcelMark => ({ kind, parcel_external_id, at })

describe("shopStep", () => {
  it("is that of the least advanced live parcel", () => {
    const marks = [mark("packed", "P1"), mark("waybill_printed", "P2")]
    expect(shopStep([parcel("P1"), parcel("P2")], marks)).toBe("packing")
    expect(shopStep([parcel("P1"), parcel("P3")], marks)).toBeNull()
    expect(shopStep([parcel("P1")], marks)).toBe("packed")
  })

  it("does not wait for a parcel that the marketplace gave up", () => {
    const parcels = [parcel("P1"), parcel("P2", "cancelled")]
    expect(shopStep(parcels, [mark("packed", "P1")])).toBe("packed")
  })

  it.each(["collected", "delivered"] as const)(
    "does not wait for a parcel that is %s without a mark",
    (state) => {
      const parcels = [parcel("P1", state), parcel("P2")]
      expect(shopStep(parcels, [mark("handed_over", "P2")])).toBe(
        "awaiting_collection"
      )
      expect(shopStep(parcels, [mark("packed", "P2")])).toBe("packed")
      expect(shopStep(parcels, [])).toBeNull()
    }
  )

  it("counts a mark on the whole order for each of its parcels", () => {
    expect(shopStep([parcel("P1"), parcel("P2")], [mark("packed")])).toBe(
      "packed"
    )
  })

  it("forgets marks on parcels that were split away, unless none is left", () => {
    const marks = [mark("handed_over", "OLD")]
    expect(shopStep([parcel("NEW")], marks)).toBeNull()
    expect(shopStep([], marks)).toBe("awaiting_collection")
  })

  it("does not depend on the order or the number of equal marks", () => {
    const anyMark = fc.record({
      kind: fc.constantFrom(...PARCEL_MARK_KINDS),
      parcel_external_id: fc.constantFrom(null, "P1", "P2", "P3"),
      at: fc.constant(AT),
    })
    const anyParcels = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom("P1", "P2", "P3"),
        state: fc.constantFrom(...PARCEL_STATES),
      }),
      { selector: ({ id }) => id }
    )
    fc.assert(
      fc.property(
        anyParcels,
        fc.array(anyMark),
        fc.integer(),
        (given, marks, seed) => {
          const parcels = given.map(({ id, state }) => parcel(id, state))
          const turned = [...marks]
            .map((one, index) => ({ one, key: (index * 7919 + seed) % 101 }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one)
          expect(shopStep(parcels, [...turned, ...marks])).toBe(
            shopStep(parcels, marks)
          )
        }
      )
    )
  })
})

describe("furthestStep", () => {
  it.each([
    [[], null],
    [["received_back"], null],
    [["waybill_printed"], "packing"],
    [["packed", "waybill_printed"], "packed"],
    [["handed_over"], "awaiting_collection"],
  ] as const)("of %j is %s", (kinds, step) => {
    expect(furthestStep(kinds.map((kind) => mark(kind)))).toBe(step)
  })
})

describe("handedOverAt", () => {
  it("is the first handover", () => {
    const later = new Date(AT.getTime() + 1000)
    const marks = [
      mark("handed_over", "P2", later),
      mark("handed_over", "P1"),
      mark("packed"),
    ]
    expect(handedOverAt(marks)).toEqual(AT)
    expect(handedOverAt([mark("packed")])).toBeNull()
  })
})
