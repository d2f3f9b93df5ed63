import { ORDER_STATUSES } from "../../domain/orders/order-status"
import {
  ORDER_TABS,
  tabCount,
  tabFilters,
  tabOf,
  visibleTabs,
} from "../components/orders/order-tabs"

const COUNTS = {
  by_status: { new: 2, cancelled_by_buyer: 1, cancelled_by_system: 3 },
  by_import_state: { imported: 5, blocked: 1 },
}

describe("tabs of the order list", () => {
  it("cover every status exactly once", () => {
    const covered = ORDER_TABS.flatMap((tab) =>
      "statuses" in tab ? tab.statuses : []
    )
    expect(covered.sort()).toEqual([...ORDER_STATUSES].sort())
  })

  it("count the cancelled ones together", () => {
    expect(tabCount(tabOf("cancelled"), COUNTS)).toBe(4)
    expect(tabCount(tabOf("all"), COUNTS)).toBe(6)
    expect(tabCount(tabOf("blocked"), COUNTS)).toBe(1)
    expect(tabCount(tabOf("new"), undefined)).toBeUndefined()
  })

  it("list what they count", () => {
    const counts = {
      by_status: { new: 2 },
      by_import_state: { imported: 1, blocked: 2, ignored: 3 },
    }
    expect(tabCount(tabOf("all"), counts)).toBe(6)
    expect(tabFilters(tabOf("all"))).toEqual({})
    expect(tabFilters(tabOf("new"))).toEqual({
      status: ["new"],
      import_state: ["pending", "imported", "blocked"],
    })
    expect(tabFilters(tabOf("ignored"))).toEqual({ import_state: ["ignored"] })
  })

  it("always show blocked orders when there are some, and hide them otherwise", () => {
    const keys = (counts: typeof COUNTS) =>
      visibleTabs(counts, "all").map(({ key }) => key)
    expect(keys(COUNTS)).toContain("blocked")
    expect(keys(COUNTS)).not.toContain("ignored")
    expect(
      keys({ ...COUNTS, by_import_state: { imported: 5, blocked: 0 } })
    ).not.toContain("blocked")
  })

  it("fall back to all orders for an unknown tab", () => {
    expect(tabOf("nonsense")).toEqual({ key: "all" })
  })
})
