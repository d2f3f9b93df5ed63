import {
  isHeldOtherwise,
  isKeptAsPlanned,
  keptGoods,
  KeptLine,
} from "../kept-goods"
import { DraftItem, DraftReservation } from "../order-draft"

type Draft = Parameters<typeof keptGoods>[0]

const reservation = (
  line_item_id: string,
  inventory_item_id: string,
  quantity: number,
  id = `${line_item_id} ${inventory_item_id}`
): DraftReservation => ({
  id,
  line_item_id,
  inventory_item_id,
  location_id: "shop",
  quantity,
  external_id: "578",
})

const draft = (
  quantities: Record<string, number>,
  reservations: DraftReservation[]
): Draft => ({
  items: Object.entries(quantities).map(
    ([id, quantity]) => ({ id, quantity }) as DraftItem
  ),
  reservations,
  metadata: { marketplace_order_id: "578" },
})

const line = (
  id: string,
  kept: [item: string, quantity: number, required?: number][],
  fulfilled = 0
): KeptLine => ({
  id,
  fulfilled,
  kept: kept.map(([item, quantity, required_quantity = 1]) => {
    const { external_id: _, ...units } = reservation(id, item, quantity)
    return { ...units, required_quantity }
  }),
})

describe("isKeptAsPlanned", () => {
  const red = reservation("cup", "red", 2)
  const planned = draft({ cup: 2 }, [red])

  it("is true of what the plan names, whether or not all of it is there", () => {
    expect(isKeptAsPlanned(planned, [red], null)).toBe(true)
    expect(isKeptAsPlanned(planned, [], "store")).toBe(true)
  })

  it("is false of goods that belong elsewhere", () => {
    expect(isKeptAsPlanned(planned, [red], "shop")).toBe(true)
    expect(isKeptAsPlanned(planned, [red], "store")).toBe(false)
  })

  it("is false of anything beside it", () => {
    expect(
      isKeptAsPlanned(planned, [red, { ...red, id: "cup blue" }], null)
    ).toBe(false)
  })
})

describe("keptGoods", () => {
  it("keeps goods where the marketplace says, once it says so and as long as none is out", () => {
    const planned = draft({ cup: 2, pot: 2 }, [])
    const lines = [line("cup", [["red", 2]]), line("pot", [["blue", 1]], 1)]
    const places = (named: string | null) =>
      keptGoods(planned, lines, named).map(({ location_id }) => location_id)
    expect(places("store")).toEqual(["store", "shop"])
    expect(places(null)).toEqual(["shop", "shop"])
  })

  it("keeps what is reserved, not what the listing is linked to by now", () => {
    const planned = draft({ cup: 2 }, [reservation("cup", "blue", 2)])
    expect(keptGoods(planned, [line("cup", [["red", 2]])], null)).toEqual([
      reservation("cup", "red", 2),
    ])
  })

  it("lowers it to what is still wanted and has not gone out, sets by their parts", () => {
    const planned = draft({ set: 3 }, [reservation("set", "blue", 3)])
    const kept = line(
      "set",
      [
        ["pot", 4, 1],
        ["cup", 16, 4],
      ],
      1
    )
    expect(keptGoods(planned, [kept], null)).toEqual([
      reservation("set", "pot", 2),
      reservation("set", "cup", 8),
    ])
  })

  it("keeps the same goods under the ids that they have, as many as planned", () => {
    const planned = draft({ box: 2 }, [reservation("box", "red", 12, "older")])
    expect(keptGoods(planned, [line("box", [["red", 18]])], null)).toEqual([
      reservation("box", "red", 12),
    ])
  })

  it("takes the plan's goods for lines without any, and none for lines that are over", () => {
    const planned = draft({ cup: 1, pot: 0 }, [reservation("cup", "red", 1)])
    expect(
      keptGoods(planned, [line("cup", []), line("pot", [["blue", 1]])], null)
    ).toEqual([reservation("cup", "red", 1)])
  })
})

describe("isHeldOtherwise", () => {
  const hold = reservation("cup", "red", 2)
  const { external_id: _, ...kept } = hold

  it("is false of what the holds name, and of nothing", () => {
    expect(isHeldOtherwise([hold], [kept])).toBe(false)
    expect(isHeldOtherwise([hold], [])).toBe(false)
  })

  it.each([
    ["other goods", reservation("cup", "blue", 2)],
    ["another number", { ...kept, quantity: 3 }],
    ["another place", { ...kept, location_id: "store" }],
  ])("is true of %s", (_name, other) => {
    expect(isHeldOtherwise([hold], [other])).toBe(true)
  })
})
