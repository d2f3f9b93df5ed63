import { ChannelSettings } from "../../channels/channel-settings"
import { defaultSettings } from "../../channels/settings-rules"
import { movesStock } from "../moves-stock"

describe("a change of a channel's settings", () => {
  const settings: ChannelSettings = {
    ...defaultSettings(
      { deduct_stock_on: "handover", order_lookback_days: null },
      new Date("2026-01-05T03:00:00Z")
    ),
    warehouses: [{ external_id: "71", stock_location_id: "sloc_1" }],
  }

  it.each<Partial<ChannelSettings>>([
    { buffer: 1 },
    { share: 0.5 },
    { cap: 3 },
    { minimum: 2 },
    { stock_paused: true },
    { unseen_window_minutes: 45 },
    { warehouses: [] },
    { warehouses: [{ external_id: "71", stock_location_id: "sloc_2" }] },
  ])("moves stock by %p", (change) => {
    expect(movesStock(settings, { ...settings, ...change })).toBe(true)
  })

  it.each<Partial<ChannelSettings>>([
    {},
    { warehouses: [{ external_id: "71", stock_location_id: "sloc_1" }] },
    { emit_order_placed: true },
    { return_arrival_days: 3 },
    { always_import_products: true },
  ])("leaves stock alone by %p", (change) => {
    expect(movesStock(settings, { ...settings, ...change })).toBe(false)
  })
})
