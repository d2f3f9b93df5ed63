import fc from "fast-check"
import { line, order, PLATE } from "../../orders/__fixtures__/orders"
import { NeutralOrder, NeutralParcel } from "../../orders/neutral-order"
import { unitsInParcel } from "../parcel-contents"

const CUP = line()

const parcel = (changes: Partial<NeutralParcel> = {}): NeutralParcel => ({
  external_id: "1",
  state: "arranged",
  raw_status: null,
  tracking_number: null,
  carrier: null,
  external_line_ids: [],
  ...changes,
})

const units = (one: NeutralOrder, parcel: NeutralParcel | null) =>
  unitsInParcel(one, parcel).map((entry) => entry.units)

describe("what is in a parcel", () => {
  it("is the whole order while there is no parcel", () => {
    expect(units(order({ lines: [CUP, PLATE] }), null)).toEqual([2, 1])
  })

  it("is the units whose ids the marketplace names", () => {
    const first = parcel({
      external_line_ids: [CUP.external_line_ids[0], PLATE.external_line_ids[0]],
    })
    const second = parcel({
      external_id: "2",
      external_line_ids: [CUP.external_line_ids[1]],
    })
    const split = order({ lines: [CUP, PLATE], parcels: [first, second] })
    expect(units(split, first)).toEqual([1, 1])
    expect(units(split, second)).toEqual([1, 0])
  })

  it("is the line's quantity where one id stands for several units", () => {
    const item = line({
      external_line_ids: ["77"],
      quantity: 5,
      cancelled_quantity: 2,
    })
    const only = parcel({ external_line_ids: ["77"] })
    expect(units(order({ lines: [item], parcels: [only] }), only)).toEqual([3])
  })

  it("is everything where nobody names the units of the only parcel", () => {
    const only = parcel()
    expect(units(order({ lines: [CUP], parcels: [only] }), only)).toEqual([2])
  })

  it("is without goods that somebody else sends", () => {
    const theirs = line({ fulfilled_by: "marketplace" })
    const mixed = order({ lines: [theirs, PLATE] })
    expect(units(mixed, null)).toEqual([1])
  })

  it("is without cancelled units, first those that are in no parcel", () => {
    const [first, second] = CUP.external_line_ids
    const cup = line({ cancelled_quantity: 1 })
    const alone = parcel({ external_line_ids: [first] })
    const both = parcel({ external_line_ids: [first, second] })
    expect(units(order({ lines: [cup], parcels: [alone] }), alone)).toEqual([1])
    expect(units(order({ lines: [cup], parcels: [both] }), both)).toEqual([1])
  })

  it("is without the very units that the marketplace names as cancelled", () => {
    const [a, b] = CUP.external_line_ids
    const cup = line({ cancelled_quantity: 1, cancelled_line_ids: [a] })
    const first = parcel({ state: "collected", external_line_ids: [a] })
    const second = parcel({ external_id: "2", external_line_ids: [b] })
    const split = order({ lines: [cup], parcels: [first, second] })
    expect(units(split, first)).toEqual([0])
    expect(units(split, second)).toEqual([1])
    expect(unitsInParcel(split, second)).toMatchObject([{ is_sure: true }])
  })

  it("says so where nobody can know which parcel lacks the cancelled units", () => {
    const [a, b] = CUP.external_line_ids
    const first = parcel({ external_line_ids: [a] })
    const second = parcel({ external_id: "2", external_line_ids: [b] })
    const parcels = [first, second]
    const sure = (cancelled_quantity: number, parcels: NeutralParcel[]) =>
      parcels.map(
        (one) =>
          unitsInParcel(
            order({ lines: [line({ cancelled_quantity })], parcels }),
            one
          )[0].is_sure
      )
    expect(sure(0, parcels)).toEqual([true, true])
    expect(sure(1, parcels)).toEqual([false, false])
    expect(sure(2, parcels)).toEqual([true, true])
    expect(sure(1, [parcel({ external_line_ids: [a, b] })])).toEqual([true])
    expect(sure(1, [first])).toEqual([true])
  })

  it("adds up to the live units over the parcels, however they are split and cancelled", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 }), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.nat(),
        (places, random) => {
          const ids = places.map((_, index) => `unit-${index}`)
          const unplaced = places.filter((place) => place === 0).length
          const cancelled = random % (places.length + 1)
          fc.pre(cancelled >= unplaced)
          const one = line({
            external_line_ids: ids,
            quantity: ids.length,
            cancelled_quantity: cancelled,
          })
          const parcels = [1, 2].map((place) =>
            parcel({
              external_id: String(place),
              external_line_ids: ids.filter(
                (_, index) => places[index] === place
              ),
            })
          )
          const split = order({ lines: [one], parcels })
          const inside = parcels.map((entry) => units(split, entry)[0])
          expect(Math.min(...inside)).toBeGreaterThanOrEqual(0)
          expect(inside[0] + inside[1]).toBe(ids.length - cancelled)
        }
      )
    )
  })
})
