import fc from "fast-check"
import { ticksSilentSince } from "../ticks-silent-since"

const NOW = new Date("2026-11-21T08:00:00Z")
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)
const self = (seconds: number) => ({ started_at: ago(seconds), seen_at: NOW })

describe("ticksSilentSince", () => {
  it("is the last tick of any process, half a minute later", () => {
    const living = [
      { ticked_at: ago(45) },
      { ticked_at: ago(31) },
      { ticked_at: null },
    ]
    expect(ticksSilentSince(self(600), living)).toEqual(ago(31))
  })

  it("is the start of a process that has never seen one", () => {
    expect(ticksSilentSince(self(30), [{ ticked_at: null }])).toEqual(ago(30))
  })

  it("is not said by a process that has only just begun", () => {
    expect(ticksSilentSince(self(29), [{ ticked_at: ago(300) }])).toBeNull()
  })

  it("is not said while any process ticks", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 29 }),
        fc.array(fc.option(fc.integer({ min: 0, max: 100_000 }))),
        (begun, ticked, others) => {
          const living = [ticked, ...others].map((seconds) => ({
            ticked_at: seconds === null ? null : ago(seconds),
          }))
          expect(ticksSilentSince(self(begun), living)).toBeNull()
        }
      )
    )
  })
})
