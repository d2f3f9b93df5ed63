import { proposeWarehouses } from "../propose-warehouses"

const warehouse = (external_id: string, is_default = false) => ({
  external_id,
  name: external_id,
  is_default,
})

describe("proposeWarehouses", () => {
  it("maps the default warehouse to the shop's own place", () => {
    expect(
      proposeWarehouses([warehouse("1"), warehouse("2", true)], "sloc")
    ).toEqual([{ external_id: "2", stock_location_id: "sloc" }])
  })

  it("maps the only warehouse", () => {
    expect(proposeWarehouses([warehouse("1")], "sloc")).toEqual([
      { external_id: "1", stock_location_id: "sloc" },
    ])
  })

  it("guesses neither a warehouse nor a place", () => {
    expect(proposeWarehouses([warehouse("1"), warehouse("2")], "sloc")).toEqual(
      []
    )
    expect(proposeWarehouses([warehouse("1", true)], null)).toEqual([])
    expect(proposeWarehouses([], "sloc")).toEqual([])
  })
})
