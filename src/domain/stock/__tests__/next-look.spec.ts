import { nextLook, shownWithin } from "../next-look"

const now = new Date("2026-01-05T03:00:00Z")
const options = { now, window_ms: 1_800_000, read_back_ms: 1000 }

describe("the next look at a number that is held back", () => {
  const secondsAfter = (behind_seconds: number | undefined) => {
    const next = nextLook(
      {
        state: "held",
        failures: 0,
        unseen: [],
        behind_ms:
          behind_seconds === undefined ? undefined : behind_seconds * 1000,
      },
      options
    )
    return ((next?.at.getTime() ?? NaN) - now.getTime()) / 1000
  }

  it("is soon at first, and seldom when it lasts", () => {
    expect([undefined, 0, 15, 60, 120, 3600].map(secondsAfter)).toEqual([
      15, 15, 15, 60, 120, 300,
    ])
  })
})

describe("a number that was accepted and is not shown", () => {
  it("is written again after half a minute, then seldom", () => {
    expect([0, 30, 60, 120, 3600].map((s) => shownWithin(s * 1000))).toEqual([
      30_000, 30_000, 60_000, 120_000, 300_000,
    ])
  })

  it("is read at once, and less often the longer it takes", () => {
    const seconds = (unshown_seconds: number) => {
      const listing = { state: "pushed" as const, failures: 0, unseen: [] }
      const next = nextLook(
        { ...listing, unshown_ms: unshown_seconds * 1000 },
        options
      )
      return ((next?.at.getTime() ?? NaN) - now.getTime()) / 1000
    }
    expect([0, 2, 5, 30, 300].map(seconds)).toEqual([1, 1, 1, 6, 60])
  })
})
