import * as fc from "fast-check"
import { ChannelSettings } from "../channel-settings"
import {
  SettingsPatch,
  defaultSettings,
  mergeSettings,
  settingsProblems,
} from "../settings-rules"

const TIKI = { deduct_stock_on: "succeeded", order_lookback_days: 30 } as const
const CONNECTED_AT = new Date("2025-10-01T02:03:04Z")
const DEFAULTS = defaultSettings(TIKI, CONNECTED_AT)

const entry = (external_id: string, stock_location_id: string) => ({
  external_id,
  stock_location_id,
})

describe("defaultSettings", () => {
  it("starts from the provider, counting from the moment of connecting", () => {
    expect(DEFAULTS).toMatchObject({
      deduct_stock_on: "succeeded",
      order_lookback_days: 30,
      stock_from: "2025-10-01T02:03:04.000Z",
      buffer: 0,
      share: 1,
      cap: null,
      emit_order_placed: false,
    })
    expect(settingsProblems(DEFAULTS)).toEqual([])
  })
})

describe("mergeSettings", () => {
  it("changes what is given, leaves what is not, resets what is null", () => {
    const current = { ...DEFAULTS, buffer: 3, cap: 9, share: 0.5 }
    const patch = { buffer: null, cap: null, share: 0.25 }
    expect(mergeSettings(current, patch, DEFAULTS)).toEqual({
      ...DEFAULTS,
      share: 0.25,
    })
  })

  it("gives a channel from before a setting existed its default", () => {
    const { return_arrival_days: _, ...older } = DEFAULTS
    expect(
      mergeSettings(older as ChannelSettings, { buffer: 2 }, DEFAULTS)
    ).toEqual({ ...DEFAULTS, buffer: 2 })
  })

  it("takes over nothing that is no setting", () => {
    const patch = { buffer: 2, admin: true } as SettingsPatch
    expect(mergeSettings(DEFAULTS, patch, DEFAULTS)).toEqual({
      ...DEFAULTS,
      buffer: 2,
    })
  })

  it("changes nothing when repeated, and null takes any change back", () => {
    const changes = fc.record(
      {
        buffer: fc.nat(),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        stock_paused: fc.boolean(),
        always_import_products: fc.boolean(),
        warehouses: fc.constant([entry("w", "l")]),
      },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(changes, (patch) => {
        const once = mergeSettings(DEFAULTS, patch, DEFAULTS)
        expect(mergeSettings(once, patch, DEFAULTS)).toEqual(once)
        expect(settingsProblems(once)).toEqual([])
        const reset = Object.fromEntries(
          Object.keys(patch).map((name) => [name, null])
        )
        expect(mergeSettings(once, reset, DEFAULTS)).toEqual(DEFAULTS)
      })
    )
  })
})

describe("settingsProblems", () => {
  const wrong: [string, keyof ChannelSettings, unknown, string][] = [
    [
      "one location for two warehouses",
      "warehouses",
      [entry("a", "x"), entry("b", "x")],
      "location_mapped_twice",
    ],
    [
      "one warehouse in two locations",
      "warehouses",
      [entry("a", "x"), entry("a", "y")],
      "warehouse_mapped_twice",
    ],
    ["half a mapping", "warehouses", [entry("a", "")], "warehouse_incomplete"],
    ["no list", "warehouses", "a", "warehouse_incomplete"],
    [
      "an empty place in the list",
      "warehouses",
      [null],
      "warehouse_incomplete",
    ],
    ["a negative buffer", "buffer", -1, "not_a_whole_number"],
    ["half a unit kept back", "buffer", 0.5, "not_a_whole_number"],
    ["a number as text", "buffer", "3", "not_a_whole_number"],
    ["more than everything", "share", 1.01, "not_between_0_and_1"],
    ["less than nothing", "share", -0.01, "not_between_0_and_1"],
    ["no number", "share", Number.NaN, "not_between_0_and_1"],
    ["a negative cap", "cap", -1, "not_a_whole_number"],
    ["no waiting at all", "unseen_window_minutes", 0, "not_a_whole_number"],
    ["perhaps", "stock_paused", "perhaps", "not_yes_or_no"],
    ["never", "deduct_stock_on", "never", "not_a_choice"],
    ["a day without a time", "stock_from", "2025-10-01", "not_a_moment"],
    [
      "a time without a zone",
      "stock_from",
      "2025-10-01T00:00:00",
      "not_a_moment",
    ],
    [
      "a month that is none",
      "stock_from",
      "2025-13-01T00:00:00Z",
      "not_a_moment",
    ],
    ["some history", "import_history", "some", "not_a_choice"],
    ["no day", "order_lookback_days", 0, "not_a_whole_number"],
    ["goods back earlier", "return_arrival_days", -1, "not_a_whole_number"],
    ["goods back some day", "return_arrival_days", null, "not_a_whole_number"],
  ]

  it.each(wrong)("refuses %s", (_, field, value, message) => {
    const settings = { ...DEFAULTS, [field]: value } as ChannelSettings
    expect(settingsProblems(settings)).toEqual([{ field, message }])
  })

  it("allows what has to be possible", () => {
    const settings: ChannelSettings = {
      ...DEFAULTS,
      warehouses: [entry("a", "x"), entry("b", "y")],
      share: 0,
      cap: 0,
      order_lookback_days: null,
      stock_from: "2025-10-01T07:00:00+07:00",
    }
    expect(settingsProblems(settings)).toEqual([])
  })
})
