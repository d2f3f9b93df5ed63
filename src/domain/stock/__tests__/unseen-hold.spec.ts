import fc from "fast-check"
import { StockRules } from "../stock-rules"
import { lookAtListings, StockListing } from "../look-at-listings"
import { NEW_CELL } from "../stock-cell"
import {
  HeldUnseen,
  holdChanges,
  holdName,
  holdsAfter,
  itemsOfChanges,
  UnseenHold,
} from "../unseen-hold"

const RULES: StockRules = {
  buffer: 0,
  share: 1,
  cap: null,
  minimum: 0,
  paused: false,
}
const NOW = new Date("2026-01-05T03:00:00Z")

const aHold = fc.record({
  listing_id: fc.constantFrom("mplist_a", "mplist_b"),
  warehouse_external_id: fc.constantFrom("w1", "w:2"),
  inventory_item_id: fc.constantFrom("item_1", "item_2"),
  location_id: fc.constantFrom("here", "there"),
  quantity: fc.nat(5),
})
const holds = fc.uniqueArray(aHold, {
  selector: ({ quantity: _, ...place }) => JSON.stringify(place),
})
/** Also such as stand twice, or for nothing. */
const reservations = fc
  .array(aHold)
  .map((all) => all.map((hold, at) => toHeld(hold, `resitem_${at}`)))

function toHeld(hold: UnseenHold, id: string): HeldUnseen {
  const { inventory_item_id, location_id, quantity } = hold
  return {
    id,
    external_id: holdName(hold),
    inventory_item_id,
    location_id,
    quantity,
  }
}

/** Medusa after the changes. */
function carriedOut(
  held: HeldUnseen[],
  { create, update, remove }: ReturnType<typeof holdChanges>
): HeldUnseen[] {
  return [
    ...held
      .filter(({ id }) => !remove.some((one) => one.id === id))
      .map((one) => ({
        ...one,
        quantity: update.find(({ id }) => id === one.id)?.to ?? one.quantity,
      })),
    ...create.map((hold, at) => toHeld(hold, `resitem_new_${at}`)),
  ]
}

const told = (held: HeldUnseen[]) =>
  held.map(({ id: _, ...rest }) => JSON.stringify(rest)).sort()

describe("holds of unseen units", () => {
  it("become what is wanted, whatever there was, and nothing is left to do", () => {
    fc.assert(
      fc.property(holds, reservations, (wanted, held) => {
        const after = carriedOut(held, holdChanges(wanted, held))
        expect(told(after)).toEqual(
          told(
            wanted
              .filter(({ quantity }) => quantity > 0)
              .map((hold) => toHeld(hold, ""))
          )
        )
        expect(itemsOfChanges(holdChanges(wanted, after))).toEqual([])
      })
    )
  })

  it("keep the reservation that is there, and change no more than they have to", () => {
    const hold: UnseenHold = {
      listing_id: "mplist_a",
      warehouse_external_id: "w1",
      inventory_item_id: "item_1",
      location_id: "here",
      quantity: 3,
    }
    const held = [toHeld(hold, "first"), toHeld(hold, "second")]
    expect(holdChanges([{ ...hold, quantity: 4 }], held)).toEqual({
      create: [],
      update: [{ ...held[0], to: 4 }],
      remove: [held[1]],
    })
  })

  it("are kept of every part that has a level, and of no more than was sold unseen", () => {
    const part = (inventory_item_id: string, required_quantity: number) => ({
      inventory_item_id,
      required_quantity,
    })
    const listing: StockListing = {
      listing_id: "mplist_a",
      rules: RULES,
      parts: [part("pot", 1), part("cup", 4), part("nowhere", 1)],
      cells: new Map([
        ["w1", { ...NEW_CELL, expected: 10, committed: 0, counted: 1 }],
      ]),
      counted: new Map([["w1", { net: 2, committed: 2 }]]),
      obstacle: null,
      resting: false,
    }
    const levels = ["pot", "cup"].map((inventory_item_id) => ({
      inventory_item_id,
      location_id: "here",
      stocked: 100,
      reserved: 0,
    }))
    const [look] = lookAtListings(
      { listings: [listing], levels, claims: [] },
      new Map([
        [
          "mplist_a",
          [
            { warehouse_external_id: "w1", available: 7, committed: 3 },
            { warehouse_external_id: "unmapped", available: 1, committed: 9 },
          ],
        ],
      ]),
      {
        locations: new Map([["w1", "here"]]),
        now: NOW,
        feed_read_at: NOW,
        window_ms: 60_000,
      }
    )
    // Three left the shelf, one of them by an order that came since the last look.
    expect(
      holdsAfter(look, listing, levels).map((one) => [
        one.inventory_item_id,
        one.location_id,
        one.quantity,
      ])
    ).toEqual([
      ["pot", "here", 2],
      ["cup", "here", 8],
    ])
  })
})
