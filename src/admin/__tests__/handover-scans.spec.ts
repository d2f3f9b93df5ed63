import {
  conditionTotals,
  lastScanned,
  newestFirst,
  withScan,
  withoutScan,
} from "../lib/handover-scans"
import type { HandoverDetail, HandoverParcel } from "../lib/types"

const parcel = (
  id: string,
  overrides: Partial<HandoverParcel> = {}
): HandoverParcel => ({
  scan_id: `scan_${id}`,
  parcel_id: id,
  external_id: `P${id}`,
  tracking_number: `VN${id}`,
  carrier: null,
  channel_name: null,
  orders: [],
  warning: null,
  condition: null,
  note: null,
  lines: null,
  photos: [],
  scanned_at: "2026-11-22T02:00:00.000Z",
  ...overrides,
})
const record = (overrides: Partial<HandoverDetail>): HandoverDetail => ({
  id: "mphand_1",
  number: 1,
  direction: "outbound",
  channel_id: null,
  channel_name: null,
  carrier: null,
  status: "open",
  note: null,
  created_at: "2026-11-22T01:00:00.000Z",
  created_by_name: null,
  closed_at: null,
  closed_by_name: null,
  parcels: [],
  missing: [],
  missing_count: 0,
  set_aside: [],
  ...overrides,
})
const answer = (ok: boolean, scanned: string, found?: HandoverParcel) => ({
  scan: {
    id: `scan_${scanned}`,
    ok,
    code: ok ? "scanned" : "unknown_parcel",
    message: null,
    scanned,
    parcel: found,
  },
})

describe("a record after a scan", () => {
  it("has the parcel, which is no longer missing", () => {
    const before = record({
      missing: [parcel("1", { scan_id: null }), parcel("2", { scan_id: null })],
      missing_count: 502,
    })
    const after = withScan(before, answer(true, "VN1", parcel("1")))
    expect(after.parcels.map(({ parcel_id }) => parcel_id)).toEqual(["1"])
    expect(after.missing.map(({ parcel_id }) => parcel_id)).toEqual(["2"])
    expect(after.missing_count).toBe(501)
    const again = withScan(after, answer(true, "VN1", parcel("1")))
    expect(again.missing_count).toBe(501)
  })

  it("sets each unknown code aside once, until it is taken in after all", () => {
    const once = withScan(record({}), answer(false, "XYZ"))
    const twice = withScan(once, answer(false, "XYZ\n"))
    expect(twice.set_aside).toHaveLength(1)
    expect(withScan(twice, answer(true, "XYZ", parcel("1"))).set_aside).toEqual(
      []
    )
  })

  it("has a parcel no more that was taken out, and the one before it is the last", () => {
    const first = parcel("1")
    const last = parcel("2", { scanned_at: "2026-11-22T02:00:01.000Z" })
    const after = withoutScan(record({ parcels: [first, last] }), "scan_2")
    expect(lastScanned(after.parcels)).toBe(first)
    expect(withoutScan(after, "scan_2")).toEqual(after)
  })

  it("does not set aside what is on it already", () => {
    const before = record({ parcels: [parcel("1")] })
    expect(withScan(before, answer(false, "VN1")).set_aside).toEqual([])
  })
})

describe("parcels of a record", () => {
  it("are shown as they were scanned, the last one first", () => {
    const first = parcel("1", { scanned_at: "2026-11-22T02:00:00.000Z" })
    const second = parcel("2", { scanned_at: "2026-11-22T02:00:05.000Z" })
    expect(newestFirst([first, second])).toEqual([second, first])
    expect(lastScanned([first, second])).toBe(second)
    expect(lastScanned([])).toBeNull()
  })

  it("add up by condition, where nothing else is said wholly in their own", () => {
    const lines = [{ line_id: "a", quantity: 3 }]
    expect(
      conditionTotals([
        parcel("1", { condition: "good", lines }),
        parcel("2", { condition: "damaged", lines }),
        parcel("3", {
          condition: "good",
          lines: [{ line_id: "a", quantity: 3, good: 1, damaged: 1, lost: 1 }],
        }),
      ])
    ).toEqual({ good: 4, damaged: 4, lost: 1 })
  })
})
