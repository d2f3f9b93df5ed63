import * as fc from "fast-check"
import {
  POLL_OVERLAP_MS,
  TimeRange,
  cursorAfter,
  pollWindows,
  splitRange,
} from "../poll-window"

const NOW = new Date("2025-10-10T12:00:00Z")
const ago = (ms: number) => new Date(NOW.getTime() - ms)
const WEEK = 7 * 24 * 3_600_000

const instant = fc.date({
  min: new Date("2025-01-01T00:00:00Z"),
  max: new Date("2025-03-01T00:00:00Z"),
  noInvalidDate: true,
})

describe("pollWindows", () => {
  it("reaches back behind what is committed", () => {
    const windows = pollWindows({
      cursor: ago(60_000),
      now: NOW,
      overlap_ms: POLL_OVERLAP_MS,
      max_window_ms: WEEK,
    })
    expect(windows).toEqual([{ from: ago(60_000 + POLL_OVERLAP_MS), to: NOW }])
  })

  it("survives a clock that was set back", () => {
    const windows = pollWindows({
      cursor: new Date(NOW.getTime() + 3_600_000),
      now: NOW,
      overlap_ms: POLL_OVERLAP_MS,
      max_window_ms: WEEK,
    })
    expect(windows).toEqual([{ from: ago(POLL_OVERLAP_MS), to: NOW }])
  })

  it("covers all time without gaps, never past now, wherever it is stopped", () => {
    const ticks = fc.array(
      fc.record({
        pause_ms: fc.integer({ min: 0, max: 3 * 24 * 3_600_000 }),
        // How many of the windows are committed before the process is killed.
        committed: fc.integer({ min: 0, max: 40 }),
      }),
      { minLength: 1, maxLength: 20 }
    )
    const max_window = fc.integer({ min: 3_600_000, max: WEEK })
    fc.assert(
      fc.property(instant, ticks, max_window, (start, ticks, max_window_ms) => {
        const read: TimeRange[] = []
        let cursor = start
        let now = start.getTime()
        for (const { pause_ms, committed } of ticks) {
          now += pause_ms
          const input = {
            cursor,
            now: new Date(now),
            overlap_ms: POLL_OVERLAP_MS,
            max_window_ms,
          }
          const windows = pollWindows(input)
          for (const window of windows.slice(0, committed)) {
            expect(window.to.getTime()).toBeLessThanOrEqual(now)
            read.push(window)
            cursor = cursorAfter(cursor, window)
          }
        }
        expect(hasGap(read, start, cursor)).toBe(false)
      })
    )
  })
})

/** True when some moment between two others lies in no window. */
function hasGap(windows: TimeRange[], from: Date, to: Date): boolean {
  let covered = from.getTime()
  const sorted = [...windows].sort(
    (a, b) => a.from.getTime() - b.from.getTime()
  )
  for (const window of sorted) {
    if (window.from.getTime() > covered) {
      return covered < to.getTime()
    }
    covered = Math.max(covered, window.to.getTime())
  }
  return covered < to.getTime()
}

describe("splitRange", () => {
  it("has nothing to split in an empty or reversed range", () => {
    expect(splitRange(NOW, NOW, 1_000)).toEqual([])
    expect(splitRange(NOW, ago(1), 1_000)).toEqual([])
  })

  it("joins the pieces edge to edge and keeps each short enough", () => {
    const length = fc.integer({ min: 1, max: WEEK })
    const step = fc.integer({ min: 3_600_000, max: WEEK })
    fc.assert(
      fc.property(instant, length, step, (from, length, max_ms) => {
        const to = new Date(from.getTime() + length)
        const pieces = splitRange(from, to, max_ms)
        expect(pieces[0].from).toEqual(from)
        expect(pieces[pieces.length - 1].to).toEqual(to)
        pieces.forEach((piece, index) => {
          const size = piece.to.getTime() - piece.from.getTime()
          expect(size).toBeGreaterThan(0)
          expect(size).toBeLessThanOrEqual(max_ms)
          expect(piece.from).toEqual(index ? pieces[index - 1].to : from)
        })
      })
    )
  })
})
