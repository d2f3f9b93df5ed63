import { formatLag, newestSweeps, rulesOf, sumOfPart } from "../lib/stock"
import {
  changedRules,
  changedStock,
  overrideDraftOf,
  overridePatch,
  percentOf,
  ruleNumber,
  shareFrom,
  skusFrom,
} from "../lib/stock-rules"
import type { StockSweep } from "../lib/types"

const part = {
  inventory_item_id: "iitem_1",
  sku: "LY-LAM-S",
  title: null,
  required_quantity: 1,
  stocked: 12,
  reserved: 3,
  unseen_here: 0,
  unseen_elsewhere: 2,
  locked_elsewhere: 0,
  free: 7,
}

describe("the sum behind a number", () => {
  it("goes from what is counted to what is free, without what takes nothing off", () => {
    expect(sumOfPart(part)).toEqual([
      { key: "stocked", change: null, left: 12 },
      { key: "reserved", change: -3, left: 9 },
      { key: "unseen_elsewhere", change: -2, left: 7 },
      { key: "free", change: null, left: 7 },
    ])
  })

  it("tells how many kits a part is enough for", () => {
    expect(sumOfPart({ ...part, required_quantity: 2 }).at(-1)).toEqual({
      key: "variants",
      change: null,
      left: 3,
    })
  })

  it("names only the rules that changed the number", () => {
    const steps = [
      { rule: "free" as const, quantity: 7 },
      { rule: "buffer" as const, quantity: 7 },
      { rule: "share" as const, quantity: 3 },
      { rule: "cap" as const, quantity: 3 },
      { rule: "minimum" as const, quantity: 0 },
    ]
    expect(rulesOf({ steps }).map(({ rule }) => rule)).toEqual([
      "share",
      "minimum",
    ])
  })
})

describe("full comparisons", () => {
  const sweep = (
    id: string,
    channel_id: string,
    started_at: string,
    finished = true
  ): StockSweep => ({
    id,
    channel_id,
    started_at,
    finished_at: finished ? started_at : null,
    compared: 1,
    equal: 1,
    repaired: 0,
    explained: 0,
    unexplained: 0,
  })

  it("show the newest finished one of each channel", () => {
    const sweeps = [
      sweep("open", "a", "2026-01-03T00:00:00Z", false),
      sweep("old", "a", "2026-01-01T00:00:00Z"),
      sweep("new", "a", "2026-01-02T00:00:00Z"),
      sweep("other", "b", "2026-01-01T12:00:00Z"),
    ]
    expect(newestSweeps(sweeps).map(({ id }) => id)).toEqual(["new", "other"])
  })
})

describe("lag", () => {
  it("reads in the unit that fits, in the language of the page", () => {
    expect(formatLag(850, "en")).toBe("0.9 seconds")
    expect(formatLag(12_400, "en")).toBe("12 seconds")
    expect(formatLag(180_000, "en")).toBe("3 minutes")
    expect(formatLag(850, "vi")).toContain("giây")
  })
})

describe("what is typed into the rules", () => {
  it("becomes a share of 0 to 1, and back the percent that was typed", () => {
    expect(shareFrom("70")).toBe(0.7)
    expect(shareFrom("12,5")).toBe(0.125)
    expect(shareFrom("0")).toBe(0)
    expect(shareFrom("250")).toBeUndefined()
    expect(shareFrom("")).toBeNull()
    expect(percentOf(0.7)).toBe(70)
    for (let percent = 0; percent <= 100; percent += 1) {
      expect(percentOf(shareFrom(String(percent)) ?? NaN)).toBe(percent)
    }
  })

  it("takes SKUs as people paste them", () => {
    expect(skusFrom("A-1, B-2\nA-1;\n C 3 ")).toEqual(["A-1", "B-2", "C 3"])
    expect(skusFrom("  ")).toEqual([])
  })

  it("sends only what changed; an emptied field follows the channel again", () => {
    const saved = overrideDraftOf({ cap: 5, paused: true })
    expect(overridePatch(saved, saved)).toEqual({})
    expect(
      overridePatch(saved, { ...saved, cap: null, buffer: 0, paused: false })
    ).toEqual({ cap: null, buffer: 0, paused: null })
    expect(overridePatch(overrideDraftOf(null), saved)).toEqual({
      cap: 5,
      paused: true,
    })
  })

  it("shows a rule's number as people say it", () => {
    const rules = { buffer: 2, share: 0.5, cap: null, minimum: 0 }
    expect(ruleNumber("share", rules)).toBe(50)
    expect(ruleNumber("cap", rules)).toBeNull()
    const draft = { ...rules, unseen_window_minutes: 30, stock_paused: false }
    expect(changedStock(draft, { ...draft, cap: 9 })).toEqual(["cap"])
  })
})

describe("rules that a person changed", () => {
  it("are told as people read them, with the channel's as nothing", () => {
    expect(changedRules(null, { share: 0.5, paused: true })).toEqual([
      { rule: "share", from: null, to: 50 },
    ])
    expect(changedRules({ cap: 4, buffer: 1 }, { buffer: 1 })).toEqual([
      { rule: "cap", from: 4, to: null },
    ])
  })
})
