import fc from "fast-check"
import { line, order, PLATE } from "../../orders/__fixtures__/orders"
import { NeutralOrder, NeutralParcel } from "../../orders/neutral-order"
import { packedUnits, surplusUnits } from "../packed-units"
import { PackedUnits, ParcelMark } from "../parcel-mark"

const CUP = line()
const [FIRST, SECOND] = CUP.external_line_ids
const cups = (units: number) => ({
  external_sku_id: CUP.external_sku_id,
  units,
})

const parcel = (external_id: string, ids: string[]): NeutralParcel => ({
  external_id,
  state: "arranged",
  raw_status: null,
  tracking_number: null,
  carrier: null,
  external_line_ids: ids,
})

const packed = (
  contents: PackedUnits[] | null,
  changes: Partial<ParcelMark> = {}
): ParcelMark => ({
  kind: "packed",
  parcel_external_id: "1",
  at: new Date("2026-03-01T00:00:00Z"),
  contents,
  ...changes,
})

const without = (whole: NeutralOrder, ids: string[]): NeutralOrder => ({
  ...whole,
  lines: whole.lines.map((one) => {
    const gone = one.external_line_ids.filter((id) => ids.includes(id))
    return {
      ...one,
      cancelled_quantity: gone.length,
      cancelled_line_ids: gone,
    }
  }),
})

describe("what was packed", () => {
  it("is the seller's own goods by SKU, whichever lines they stand in", () => {
    const again = line({ external_line_ids: ["9"], quantity: 1, unit_price: 1 })
    const theirs = line({
      external_sku_id: "3",
      fulfilled_by: "marketplace",
    })
    const gone = line({ external_sku_id: "4", cancelled_quantity: 2 })
    const mixed = order({ lines: [CUP, again, theirs, gone] })
    expect(packedUnits(mixed, null)).toEqual([cups(3)])
  })

  it("has to come out as far as it was cancelled since, and no further", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.nat(),
        fc.nat(),
        (quantity, some, more) => {
          const ids = Array.from({ length: quantity }, (_, at) => `unit-${at}`)
          const before = some % (quantity + 1)
          const since = more % (quantity - before + 1)
          const one = line({ external_line_ids: ids, quantity })
          const own = parcel("1", [...ids, ...PLATE.external_line_ids])
          const whole = order({ lines: [one, PLATE], parcels: [own] })
          const then = without(whole, ids.slice(0, before))
          const now = without(whole, ids.slice(0, before + since))
          const mark = packed(packedUnits(then, own))
          expect(surplusUnits(then, own, [mark])).toEqual([])
          expect(surplusUnits(now, own, [mark])).toEqual(
            since ? [cups(since)] : []
          )
          expect(
            surplusUnits(now, own, [packed(packedUnits(now, own))])
          ).toEqual([])
        }
      )
    )
  })

  it("is judged parcel by parcel, but order by order where the mark is on the whole order", () => {
    const first = parcel("1", [FIRST])
    const second = parcel("2", [SECOND])
    const split = order({ lines: [CUP], parcels: [first, second] })
    const less = without(split, [SECOND])
    const own = packed([cups(1)])
    expect(surplusUnits(less, first, [own])).toEqual([])
    expect(
      surplusUnits(less, second, [
        packed([cups(1)], { parcel_external_id: "2" }),
      ])
    ).toEqual([cups(1)])
    const all = packed([cups(2)], { parcel_external_id: null })
    expect(surplusUnits(split, first, [all])).toEqual([])
    expect(surplusUnits(less, first, [all])).toEqual([cups(1)])
  })

  it("does not depend on which lines the marketplace cuts the order into", () => {
    const cut = [FIRST, SECOND].map((id, at) =>
      line({ external_line_ids: [id], quantity: 1, unit_price: at })
    )
    expect(
      surplusUnits(order({ lines: cut }), null, [
        packed([cups(2)], { parcel_external_id: null }),
      ])
    ).toEqual([])
  })

  it("is unknown where nobody wrote it down; the newest packing counts", () => {
    const own = parcel("1", [FIRST, SECOND])
    const less = without(order({ lines: [CUP], parcels: [own] }), [FIRST])
    const later = new Date("2026-03-02T00:00:00Z")
    expect(surplusUnits(less, own, [])).toEqual([])
    expect(surplusUnits(less, own, [packed(null)])).toEqual([])
    expect(
      surplusUnits(less, own, [
        packed([cups(1)], { at: later }),
        packed([cups(2)]),
      ])
    ).toEqual([])
    expect(
      surplusUnits(less, own, [packed([cups(2)], { kind: "handed_over" })])
    ).toEqual([])
  })
})
