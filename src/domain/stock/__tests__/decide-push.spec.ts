import { decidePush } from "../decide-push"

const cell = (available: number, wanted: number | null, id = "w1") => ({
  warehouse_external_id: id,
  available,
  wanted,
})
const target = (quantity: number, id = "w1") => ({
  warehouse_external_id: id,
  quantity,
})

describe("what is written", () => {
  it("is nothing when the marketplace shows what it should", () => {
    expect(decidePush([cell(5, 5)], null)).toEqual({ kind: "nothing" })
  })

  it("lowers whatever stands in the way, and raises only when nothing does", () => {
    expect(decidePush([cell(5, 3)], "unresolved_push")).toEqual({
      kind: "push",
      targets: [target(3)],
      held: null,
    })
    expect(decidePush([cell(5, 8)], null)).toMatchObject({ kind: "push" })
    expect(decidePush([cell(5, 8)], "stale_orders")).toEqual({
      kind: "hold",
      obstacle: "stale_orders",
    })
  })

  it("names every warehouse: those that are not ours, or may not be raised, keep what they show", () => {
    expect(
      decidePush(
        [cell(5, 3), cell(2, 9, "w2"), cell(7, null, "w3")],
        "stale_orders"
      )
    ).toEqual({
      kind: "push",
      targets: [target(3), target(2, "w2"), target(7, "w3")],
      held: "stale_orders",
    })
  })
})
