import { deadlineOf } from "../lib/deadline"

const at = "2026-11-22T10:00:00.000Z"
const order = { deadline_at: at, deadline_kind: "collect_by" as const }

describe("deadlineOf", () => {
  it("says what is due, and whether the time has come", () => {
    expect(deadlineOf(order, new Date("2026-11-22T09:59:59Z"))).toEqual({
      kind: "collect_by",
      at,
      overdue: false,
    })
    expect(deadlineOf(order, new Date(at))?.overdue).toBe(true)
  })

  it("is null where nothing is owed", () => {
    expect(
      deadlineOf({ deadline_at: null, deadline_kind: null }, new Date(at))
    ).toBeNull()
    expect(deadlineOf({}, new Date(at))).toBeNull()
  })
})
