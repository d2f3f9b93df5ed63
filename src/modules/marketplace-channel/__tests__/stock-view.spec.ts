import { defaultSettings } from "../../../domain/channels/settings-rules"
import { toPushEntry } from "../read-stock-timeline"
import { StoredCell, StoredStock, toStockView } from "../stock-view"

const cell = (changes: Partial<StoredCell>): StoredCell => ({
  warehouse_external_id: "w1",
  stock_location_id: "sloc_1",
  wanted: 7,
  pushed: 7,
  pushed_at: "2026-01-01T10:00:00Z",
  confirmed: 7,
  confirmed_at: "2026-01-01T10:00:02Z",
  seen: 7,
  seen_at: "2026-01-01T10:00:02Z",
  seen_committed: 0,
  unseen: [],
  counted_committed: 0,
  explanation: null,
  ...changes,
})

const stored = (cells: StoredCell[]): StoredStock => ({
  listing_id: "mplist_1",
  channel_id: "mpchan_1",
  channel_name: "Nhà Gốm",
  settings: {
    ...defaultSettings(
      { deduct_stock_on: "handover", order_lookback_days: null },
      new Date(0)
    ),
    buffer: 2,
  },
  warehouses: [{ external_id: "w1", name: "Kho 1", is_default: true }],
  title: "Ly sứ",
  sku_title: null,
  seller_sku: null,
  image_url: null,
  variant_id: "variant_1",
  override: { cap: 9 },
  state: "even",
  reason: null,
  behind_since: null,
  looked_at: "2026-01-01T10:00:02Z",
  cells,
})

describe("a listing's stock as people see it", () => {
  it("adds up the warehouses that are mapped, and leaves the others out", () => {
    const view = toStockView(
      stored([
        cell({}),
        cell({
          warehouse_external_id: "w2",
          wanted: 5,
          seen: 6,
          pushed_at: "2026-01-01T11:00:00Z",
          unseen: [{ at: "2026-01-01T09:59:00Z", units: 2 }],
        }),
        cell({
          warehouse_external_id: "w3",
          stock_location_id: null,
          wanted: null,
          seen: 90,
          seen_committed: 4,
        }),
      ])
    )
    expect(view).toMatchObject({
      wanted: 12,
      pushed: 14,
      seen: 13,
      unseen: 2,
      pushed_at: new Date("2026-01-01T11:00:00Z"),
      rules: { buffer: 2, cap: 9, share: 1, minimum: 0, paused: false },
    })
    expect(view.warehouses.map(({ warehouse_name }) => warehouse_name)).toEqual(
      ["Kho 1", null, null]
    )
    expect(view).not.toHaveProperty("settings")
  })

  it("counts what the marketplace holds beyond the imported orders as unseen", () => {
    const view = toStockView(
      stored([cell({ seen_committed: 5, counted_committed: 2 })])
    )
    expect(view.unseen).toBe(3)
  })

  it("knows no number where there is none", () => {
    expect(toStockView(stored([]))).toMatchObject({
      wanted: null,
      seen: null,
      unseen: 0,
      pushed_at: null,
    })
  })
})

describe("a write in the timeline", () => {
  it("tells of the warehouses that it set only", () => {
    const entry = toPushEntry({
      batch_id: "mpbat_1",
      cause: "inventory",
      actor: "system",
      outcome: "accepted",
      error: null,
      sent_at: "2026-01-01T10:00:00Z",
      confirmed_at: null,
      cells: [
        { seen: 5, quantity: 8, wanted: 8 },
        { seen: 90, quantity: 90, wanted: null },
      ],
    })
    expect(entry).toMatchObject({ from: 5, to: 8, wanted: 8 })
  })
})
