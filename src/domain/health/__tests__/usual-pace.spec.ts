import fc from "fast-check"
import { isUnusuallyQuiet, USUAL_ORDERS } from "../usual-pace"

const WEEKS = 4

/** Orders of one window, from a shop that gets so many on average (Knuth's way). */
function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > limit; product *= random()) {
    count++
  }
  return count
}

/** A repeatable source of numbers between 0 and 1. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

describe("a silence", () => {
  it("is none for a shop that sold less in the same hours of any week", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: WEEKS }),
        (weeks) => {
          const rarely = weeks.length < 2 || Math.min(...weeks) < USUAL_ORDERS
          expect(isUnusuallyQuiet(weeks)).toBe(!rarely)
        }
      )
    )
  })

  it("is no chance: shops that sell at random are called silent less than once in ten thousand", () => {
    const random = mulberry(7)
    const trials = 30_000
    let false_alarms = 0
    for (let trial = 0; trial < trials; trial++) {
      const mean = random() * 20
      const weeks = Array.from({ length: WEEKS }, () => poisson(mean, random))
      const now = poisson(mean, random)
      false_alarms += now === 0 && isUnusuallyQuiet(weeks) ? 1 : 0
    }
    expect(false_alarms / trials).toBeLessThan(1e-4)
  })

  it("is told of a busy shop", () => {
    expect(isUnusuallyQuiet([8, 8, 8, 8])).toBe(true)
    expect(isUnusuallyQuiet([8])).toBe(false)
  })
})
