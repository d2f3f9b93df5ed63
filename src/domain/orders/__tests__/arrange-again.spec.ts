import { waitAfter, waitToArrange } from "../arrange-again"

const NOW = new Date("2026-03-01T08:00:00Z")
const MINUTE_MS = 60_000
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE_MS)

describe("arranging what staff fulfilled, until the marketplace follows", () => {
  it("begins at once", () => {
    const none = { runs: 0, is_running: false, last_end: null }
    expect(waitToArrange(none, NOW)).toBe(0)
  })

  it("waits a minute after the first run, twice as long each time, an hour at most", () => {
    expect([1, 2, 3, 6, 7, 100].map(waitAfter)).toEqual(
      [1, 2, 4, 32, 60, 60].map((minutes) => minutes * MINUTE_MS)
    )
    const two = { runs: 2, is_running: false, last_end: ago(0.5) }
    expect(waitToArrange(two, NOW)).toBe(1.5 * MINUTE_MS)
    expect(waitToArrange({ ...two, last_end: ago(2) }, NOW)).toBe(0)
    expect(waitToArrange({ ...two, last_end: ago(90) }, NOW)).toBe(0)
  })

  it("never begins beside a run that has not ended", () => {
    for (const last_end of [null, ago(90)]) {
      const running = { runs: 2, is_running: true, last_end }
      expect(waitToArrange(running, NOW)).toBeGreaterThan(0)
    }
  })
})
