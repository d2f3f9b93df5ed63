import { line, order } from "../__fixtures__/orders"
import { plannedFlags, shownFlags } from "../order-flags"
import { OrderStatus } from "../order-status"
import { ReturnFact, StatusContext } from "../status-decision"

const three = order({ lines: [line({ quantity: 3 })], flags: ["combined"] })

const flags = (
  status: OrderStatus,
  changes: Partial<StatusContext>
): string[] =>
  plannedFlags(
    three,
    { kind: "status", status, rule: "raw:X" },
    { marks: [], returns: [], received_units: 0, ...changes }
  )

const back = (state: ReturnFact["state"], units: number) => ({
  returns: [{ state, units }],
})

describe("flags of a planned order", () => {
  it("are the marketplace's own while nothing comes back", () => {
    expect(flags("succeeded", {})).toEqual(["combined"])
    expect(flags("succeeded", back("withdrawn", 1))).toEqual(["combined"])
    expect(flags("succeeded", back("refund_only", 1))).toEqual(["combined"])
  })

  it("say that a part comes back, or came back", () => {
    const partly = ["combined", "partially_returned"]
    expect(flags("succeeded", back("open", 1))).toEqual(partly)
    expect(flags("succeeded", back("received", 2))).toEqual(partly)
    expect(flags("succeeded", { received_units: 1 })).toEqual(partly)
  })

  it("leave it to the status when everything comes back", () => {
    expect(flags("returning", back("open", 3))).toEqual(["combined"])
    expect(flags("returned", { received_units: 3 })).toEqual(["combined"])
  })
})

describe("flags of an order that is shown", () => {
  const now = new Date("2026-03-02T00:00:00Z")

  it("say that its deadline has passed, from that moment on", () => {
    expect(shownFlags(["on_hold"], new Date(+now - 1), now)).toEqual([
      "on_hold",
      "overdue",
    ])
    expect(shownFlags(["on_hold"], now, now)).toEqual(["on_hold"])
    expect(shownFlags([], null, now)).toEqual([])
    expect(shownFlags(["overdue"], new Date(0), now)).toEqual(["overdue"])
  })
})
