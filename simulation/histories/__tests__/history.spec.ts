import { ARTICLES } from "../event"
import { FAULT_NAMES, faultsOf } from "../fault"
import { history } from "../history"

const SEEDS = [1, 2, 3, 17, 4_294_967_295]
const EVENTS = 200

describe("a history", () => {
  it("is the same for the same seed and length, and another for another seed", () => {
    expect(history(17, EVENTS)).toEqual(history(17, EVENTS))
    expect(history(17, EVENTS)).not.toEqual(history(18, EVENTS))
  })

  it.each(SEEDS)(
    "is as long as asked, about orders and articles there are (seed %p)",
    (seed) => {
      const events = history(seed, EVENTS)
      expect(events).toHaveLength(EVENTS)
      const placed = new Set<number>()
      for (const event of events) {
        if (event.kind === "order") {
          expect(event.order).toBe(placed.size)
          expect(event.lines.length).toBeGreaterThan(0)
          placed.add(event.order)
        } else if ("order" in event) {
          expect(placed).toContain(event.order)
        }
        if ("article" in event) {
          expect(event.article).toBeLessThan(ARTICLES)
        }
      }
    }
  )

  it("tells of everything that can happen", () => {
    const kinds = new Set(
      SEEDS.flatMap((seed) => history(seed, EVENTS)).map(({ kind }) => kind)
    )
    expect(kinds.size).toBe(16)
  })
})

describe("the faults of a history", () => {
  it("are the same for the same seed, in the order in which they strike", () => {
    const faults = faultsOf(17, EVENTS)
    expect(faults).toEqual(faultsOf(17, EVENTS))
    const places = faults.map(({ before }) => before)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.max(...places)).toBeLessThan(EVENTS)
  })

  it("come from every point within a few seeds", () => {
    const names = new Set(
      Array.from({ length: 20 }, (_, seed) => faultsOf(seed, EVENTS))
        .flat()
        .map(({ name }) => name)
    )
    expect([...names].sort()).toEqual([...FAULT_NAMES].sort())
  })
})
