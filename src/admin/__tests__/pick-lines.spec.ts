import { byLocation, byOtherList } from "../lib/pick-lines"
import type { PickLine } from "../lib/types"

const line = (key: string, location_name: string | null): PickLine => ({
  key,
  title: key,
  sku_title: null,
  sku: null,
  barcode: null,
  image_url: null,
  location_name,
  quantity: 1,
  picked: 0,
  order_count: 1,
})

describe("byLocation", () => {
  it("goes place by place, in the order of the list, with unknown places last", () => {
    const groups = byLocation([
      line("a", null),
      line("b", "Kho B"),
      line("c", "Kho A"),
      line("d", "Kho B"),
    ])
    expect(
      groups.map(({ location, lines }) => [
        location,
        lines.map(({ key }) => key),
      ])
    ).toEqual([
      ["Kho A", ["c"]],
      ["Kho B", ["b", "d"]],
      [null, ["a"]],
    ])
  })
})

describe("byOtherList", () => {
  it("names each other list once, with the orders on it", () => {
    const on = (external_id: string, number: number) => ({
      id: `mpord_${external_id}`,
      external_id,
      number,
    })
    expect(byOtherList([])).toEqual([])
    expect(byOtherList([on("1", 12), on("2", 9), on("3", 12)])).toEqual([
      { number: 9, order_ids: ["2"] },
      { number: 12, order_ids: ["1", "3"] },
    ])
  })
})
