import fc from "fast-check"
import { PickableContents, pickingOrder } from "../picking-order"

type Parcel = PickableContents & { id: number }

const parcels = fc
  .array(
    fc.record({
      location: fc.option(fc.constantFrom("hcm", "hn"), { nil: null }),
      lines: fc.array(
        fc.record({
          sku: fc.constantFrom("bowl", "cup", "plate", "tray"),
          quantity: fc.integer({ min: 1, max: 3 }),
        }),
        { maxLength: 4 }
      ),
    }),
    { maxLength: 40 }
  )
  .map((list): Parcel[] => list.map((parcel, id) => ({ ...parcel, id })))

const order = (list: Parcel[]) => pickingOrder(list, (parcel) => parcel)
const skusOf = ({ lines }: PickableContents) =>
  [...new Set(lines.map(({ sku }) => sku))].sort()
const isSingle = (parcel: PickableContents) => skusOf(parcel).length === 1

/** True when equal values stand next to one another. */
function isGrouped(values: string[]): boolean {
  const changes = values.filter(
    (value, index) => index === 0 || value !== values[index - 1]
  )
  return new Set(changes).size === changes.length
}

describe("pickingOrder", () => {
  it("loses and doubles nothing, and ordering again changes nothing", () => {
    fc.assert(
      fc.property(parcels, (list) => {
        const ordered = order(list)
        expect(new Set(ordered)).toEqual(new Set(list))
        expect(ordered).toHaveLength(list.length)
        expect(order(ordered)).toEqual(ordered)
      })
    )
  })

  it("puts parcels with one SKU first, each SKU in one go", () => {
    fc.assert(
      fc.property(parcels, (list) => {
        const ordered = order(list)
        const singles = ordered.filter(isSingle)
        expect(ordered.slice(0, singles.length)).toEqual(singles)
        expect(isGrouped(singles.map((parcel) => skusOf(parcel)[0]))).toBe(true)
      })
    )
  })

  it("keeps the others together by location, and alike ones as they came", () => {
    fc.assert(
      fc.property(parcels, (list) => {
        const ordered = order(list)
        const others = ordered.filter((parcel) => !isSingle(parcel))
        expect(isGrouped(others.map(({ location }) => location ?? ""))).toBe(
          true
        )
        const alike = new Map<string, number[]>()
        for (const { id, location, lines } of ordered) {
          const key = JSON.stringify([location, lines])
          alike.set(key, [...(alike.get(key) ?? []), id])
        }
        for (const ids of alike.values()) {
          expect(ids).toEqual([...ids].sort((a, b) => a - b))
        }
      })
    )
  })

  it("counts the units of a SKU that comes twice together", () => {
    const twice: Parcel = {
      id: 1,
      location: null,
      lines: [
        { sku: "cup", quantity: 1 },
        { sku: "cup", quantity: 2 },
      ],
    }
    const two = { ...twice, id: 2, lines: [{ sku: "cup", quantity: 2 }] }
    const five = { ...twice, id: 3, lines: [{ sku: "cup", quantity: 5 }] }
    expect(order([five, twice, two]).map(({ id }) => id)).toEqual([2, 1, 3])
  })
})
