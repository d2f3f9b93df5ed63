import fc from "fast-check"
import { LookedCell } from "../look-at-listings"
import { outlineWanted } from "../outline-wanted"
import { StockComponent, wantedQuantity } from "../wanted-quantity"

const component = (changes: Partial<StockComponent> = {}): StockComponent => ({
  inventory_item_id: "iitem_cup",
  required_quantity: 1,
  stocked: 20,
  reserved: 0,
  unseen_here: 0,
  unseen_elsewhere: 0,
  locked_elsewhere: 0,
  ...changes,
})
const CELL: LookedCell = {
  warehouse_external_id: "w",
  stock_location_id: "sloc_1",
  available: 0,
  committed: null,
  observation: null,
  wanted: null,
}
const rules = { buffer: 0, share: 1, cap: null, minimum: 0 }

describe("the number a listing should show", () => {
  it("is what is free: stocked less reserved, unseen and locked units", () => {
    const wanted = wantedQuantity(
      [
        component({
          reserved: 3,
          unseen_here: 2,
          unseen_elsewhere: 1,
          locked_elsewhere: 4,
        }),
      ],
      rules
    )
    expect(wanted.quantity).toBe(10)
  })

  it("is never more than the marketplace can show, and says that it is why", () => {
    const many = component({ stocked: 120_000 })
    const wanted = wantedQuantity([many], { ...rules, buffer: 1 }, 99_999)
    expect(wanted).toMatchObject({
      quantity: 99_999,
      steps: [
        { rule: "free", quantity: 120_000 },
        { rule: "buffer", quantity: 119_999 },
        { rule: "share", quantity: 119_999 },
        { rule: "cap", quantity: 119_999 },
        { rule: "largest", quantity: 99_999 },
        { rule: "minimum", quantity: 99_999 },
      ],
    })
    const outline = outlineWanted({ cells: [{ ...CELL, wanted }] })
    expect(outline).toMatchObject({ quantity: 99_999, decided_by: "largest" })
    expect(wantedQuantity(null, { ...rules, cap: 120_000 }, 99_999)).toEqual({
      kind: "not_counted",
      quantity: 99_999,
    })
    expect(
      wantedQuantity([many], { ...rules, minimum: 100_000 }, 99_999)
    ).toMatchObject({ quantity: 0 })
  })

  it("of a kit is what its scarcest component allows, and names it", () => {
    const wanted = wantedQuantity(
      [
        component({ stocked: 20, required_quantity: 2 }),
        component({ inventory_item_id: "iitem_tray", stocked: 7 }),
      ],
      rules
    )
    expect(wanted).toMatchObject({
      quantity: 7,
      scarcest_item_id: "iitem_tray",
    })
  })

  it.each([
    ["buffer", { buffer: 5 }, 15],
    ["share", { share: 0.33 }, 6],
    ["share with no error of floating point", { share: 0.7, buffer: 10 }, 7],
    ["cap", { cap: 3 }, 3],
    ["minimum that is reached", { minimum: 20 }, 20],
    ["minimum that is not", { minimum: 21 }, 0],
    ["buffer above the stock", { buffer: 21 }, 0],
  ])("follows the %s", (_, changed, quantity) => {
    expect(
      wantedQuantity([component()], { ...rules, ...changed }).quantity
    ).toBe(quantity)
  })

  it("is 0 when more is sold than there is", () => {
    expect(
      wantedQuantity([component({ stocked: 2, reserved: 5 })], rules)
    ).toMatchObject({
      quantity: 0,
      steps: [{ rule: "free", quantity: -3 }, {}, {}, {}, {}],
    })
  })

  it("is the cap, or left alone, where Medusa does not count", () => {
    expect(wantedQuantity(null, rules)).toEqual({
      kind: "not_counted",
      quantity: null,
    })
    expect(wantedQuantity(null, { ...rules, cap: 50 }).quantity).toBe(50)
  })

  it("is none, and never the cap, where Medusa counts and there is nothing to count", () => {
    const nothing = { kind: "not_counted", quantity: 0 }
    expect(wantedQuantity([], rules)).toEqual(nothing)
    expect(wantedQuantity([], { ...rules, cap: 50 }, 99_999)).toEqual(nothing)
  })

  it("never offers more than the components hold", () => {
    const unit = fc.integer({ min: 0, max: 50 })
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            inventory_item_id: fc.uuid(),
            required_quantity: fc.integer({ min: 1, max: 5 }),
            stocked: unit,
            reserved: unit,
            unseen_here: unit,
            unseen_elsewhere: unit,
            locked_elsewhere: unit,
          }),
          { minLength: 1, maxLength: 4 }
        ),
        fc.record({
          buffer: unit,
          share: fc.double({ min: 0, max: 1, noNaN: true }),
          cap: fc.option(unit),
          minimum: unit,
        }),
        (components, drawn) => {
          const quantity = wantedQuantity(components, drawn).quantity ?? 0
          expect(quantity).toBeGreaterThanOrEqual(0)
          for (const each of components) {
            const free =
              each.stocked -
              each.reserved -
              each.unseen_here -
              each.unseen_elsewhere -
              each.locked_elsewhere
            expect(quantity * each.required_quantity).toBeLessThanOrEqual(
              Math.max(free, 0)
            )
          }
        }
      )
    )
  })
})
