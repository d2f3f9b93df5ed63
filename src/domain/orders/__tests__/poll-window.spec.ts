import * as fc from "fast-check"
import {
  POLL_OVERLAP_MS,
  TimeRange,
  WIDE_POLL_OVERLAP_MS,
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
  it("overlaps what is committed by half an hour", () => {
    const plan = pollWindows({
      cursor: ago(60_000),
      now: NOW,
      last_wide_at: ago(60_000),
      max_window_ms: WEEK,
    })
    expect(plan).toEqual({
      windows: [{ from: ago(60_000 + POLL_OVERLAP_MS), to: NOW }],
      wide: false,
    })
  })

  it.each([
    ["never", null, true],
    ["an hour ago", ago(3_600_000), true],
    ["a minute ago", ago(60_000), false],
  ])(
    "reads a whole day when that was last done %s",
    (_, last_wide_at, wide) => {
      const plan = pollWindows({
        cursor: NOW,
        now: NOW,
        last_wide_at,
        max_window_ms: WEEK,
      })
      expect(plan.wide).toBe(wide)
      const reach = NOW.getTime() - plan.windows[0].from.getTime()
      expect(reach).toBe(wide ? WIDE_POLL_OVERLAP_MS : POLL_OVERLAP_MS)
    }
  )

  it("survives a clock that was set back", () => {
    const { windows } = pollWindows({
      cursor: new Date(NOW.getTime() + 3_600_000),
      now: NOW,
      last_wide_at: NOW,
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
        let last_wide_at: Date | null = null
        for (const { pause_ms, committed } of ticks) {
          now += pause_ms
          const input = {
            cursor,
            now: new Date(now),
            last_wide_at,
            max_window_ms,
          }
          const { windows, wide } = pollWindows(input)
          last_wide_at = wide ? new Date(now) : last_wide_at
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
