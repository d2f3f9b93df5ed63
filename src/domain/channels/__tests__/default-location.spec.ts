import { defaultLocation } from "../default-location"

const north = { external_id: "1", stock_location_id: "sloc_north" }
const south = { external_id: "2", stock_location_id: "sloc_south" }
const warehouse = (external_id: string, is_default = false) => ({
  external_id,
  name: `Kho ${external_id}`,
  is_default,
})

describe("defaultLocation", () => {
  it.each([
    ["the only mapped one", [south], [warehouse("1", true)], "sloc_south"],
    [
      "the marketplace's default one of several",
      [north, south],
      [warehouse("1"), warehouse("2", true)],
      "sloc_south",
    ],
    [
      "nothing when the default one is not mapped",
      [north, south],
      [warehouse("3", true)],
      null,
    ],
    [
      "nothing without a default",
      [north, south],
      [warehouse("1"), warehouse("2")],
      null,
    ],
    ["nothing when nothing is mapped", [], [warehouse("1", true)], null],
  ])("is %s", (_, mapped, warehouses, expected) => {
    expect(defaultLocation(mapped, warehouses)).toBe(expected)
  })
})
