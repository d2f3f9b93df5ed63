import fc from "fast-check"
import { mergeOverride, overriddenRules } from "../merge-override"
import { decidingRule, outlineWanted } from "../outline-wanted"
import { StockOverride } from "../stock-rules"
import { undoPush } from "../undo-push"
import { wantedQuantity } from "../wanted-quantity"

describe("a listing's own rules", () => {
  it("merge; null resets one, and none are left as null", () => {
    expect(mergeOverride(null, { buffer: 2 })).toEqual({ buffer: 2 })
    expect(mergeOverride({ buffer: 2, cap: 9 }, { cap: null })).toEqual({
      buffer: 2,
    })
    expect(mergeOverride({ cap: 9 }, { cap: null })).toBeNull()
    expect(mergeOverride({ cap: 9 }, {})).toEqual({ cap: 9 })
    expect(overriddenRules({ cap: 0, buffer: null })).toEqual(["cap"])
  })
})

const cell = (seen: number, quantity: number) => ({
  seen,
  quantity,
  wanted: quantity as number | null,
})

describe("undoing a write", () => {
  it("limits what was raised to the number from before, and leaves what was lowered", () => {
    expect(undoPush([cell(5, 10)], null)).toEqual({ cap: 5 })
    expect(undoPush([cell(10, 5)], null)).toBeNull()
    expect(undoPush([cell(5, 5)], null)).toBeNull()
    expect(undoPush([{ seen: 5, quantity: 10, wanted: null }], null)).toBeNull()
    expect(undoPush([cell(0, 3)], { buffer: 1 })).toEqual({ buffer: 1, cap: 0 })
  })

  it("never lifts a limit, and never offers more than before or than the rules allow", () => {
    const units = fc.nat(50)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(units, units), { minLength: 1, maxLength: 3 }),
        fc.option(units),
        units,
        (numbers, cap, stocked) => {
          const cells = numbers.map(([seen, quantity]) => cell(seen, quantity))
          const override: StockOverride | null = cap === null ? null : { cap }
          const undone = undoPush(cells, override)
          if (!undone) {
            return
          }
          const offered = (rules: StockOverride | null) =>
            wantedQuantity(
              [
                {
                  inventory_item_id: "iitem_1",
                  required_quantity: 1,
                  stocked,
                  reserved: 0,
                  unseen_here: 0,
                  unseen_elsewhere: 0,
                  locked_elsewhere: 0,
                },
              ],
              { buffer: 0, share: 1, cap: rules?.cap ?? null, minimum: 0 }
            ).quantity ?? 0
          expect(offered(undone)).toBeLessThanOrEqual(offered(override))
          expect(offered(undone)).toBeLessThanOrEqual(
            Math.max(...cells.map(({ seen }) => seen))
          )
        }
      )
    )
  })
})

describe("the outline of what should be shown", () => {
  const wanted = (stocked: number, cap: number | null = null) =>
    wantedQuantity(
      [
        {
          inventory_item_id: "iitem_1",
          required_quantity: 1,
          stocked,
          reserved: 0,
          unseen_here: 0,
          unseen_elsewhere: 0,
          locked_elsewhere: 0,
        },
      ],
      { buffer: 2, share: 0.5, cap, minimum: 0 }
    )
  const looked = (one: ReturnType<typeof wanted> | null) => ({
    warehouse_external_id: "w",
    stock_location_id: "sloc",
    available: 0,
    committed: null,
    observation: null,
    wanted: one,
  })

  it("adds warehouses up and names the last rule that lowered", () => {
    const outline = outlineWanted({
      cells: [looked(wanted(12)), looked(wanted(30, 10)), looked(null)],
    })
    expect(outline.quantity).toBe(15)
    expect(outline.decided_by).toBe("cap")
    expect(outline.steps).toEqual([
      { rule: "free", quantity: 42 },
      { rule: "buffer", quantity: 38 },
      { rule: "share", quantity: 19 },
      { rule: "cap", quantity: 15 },
      { rule: "minimum", quantity: 15 },
    ])
  })

  it("says so where nothing is counted or mapped", () => {
    expect(outlineWanted({ cells: [looked(null)] }).decided_by).toBe(
      "not_mapped"
    )
    const uncounted = wantedQuantity(null, {
      buffer: 0,
      share: 1,
      cap: 7,
      minimum: 0,
    })
    expect(outlineWanted({ cells: [looked(uncounted)] })).toEqual({
      quantity: 7,
      decided_by: "not_counted",
      steps: [],
    })
    expect(decidingRule([{ rule: "free", quantity: 3 }])).toBe("free")
  })
})
