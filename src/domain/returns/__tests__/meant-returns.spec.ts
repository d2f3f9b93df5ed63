import { ParcelState, StatusMeaning } from "../../orders/neutral-order"
import { meantReturns, wasDelivered } from "../meant-returns"

const SOLD: StatusMeaning = { kind: "status", status: "succeeded" }

describe("wasDelivered", () => {
  const judge = (
    parcel_state: ParcelState | null,
    meaning: StatusMeaning,
    delivered_at: Date | null = null
  ) => wasDelivered({ meaning, delivered_at }, { parcel_state })

  it("believes the parcel, whatever the rest of a split order does", () => {
    const on_its_way: StatusMeaning = { kind: "status", status: "in_transit" }
    expect(judge("delivered", on_its_way)).toBe(true)
    expect(judge("cancelled", SOLD, new Date(0))).toBe(false)
    expect(judge("arranged", SOLD, new Date(0))).toBe(false)
  })

  it.each([["collected"], [null]] as const)(
    "lets the order tell of a parcel that is %s",
    (state) => {
      expect(judge(state, SOLD)).toBe(true)
      expect(judge(state, { kind: "completed" })).toBe(true)
      expect(judge(state, { kind: "cancelled" }, new Date(0))).toBe(true)
      expect(judge(state, { kind: "cancelled" })).toBe(false)
      expect(judge(state, { kind: "status", status: "returning" })).toBe(false)
    }
  )
})

describe("meantReturns", () => {
  const request = (external_id: string) => ({
    external_id,
    kind: "return" as const,
    state: "shipped_back" as const,
    next_external_id: null as string | null,
    received_at: null as Date | null,
  })
  const here = { ...request("here"), received_at: new Date(0) }

  it("means every return whose goods are awaited, and those alone", () => {
    const refund = { ...request("money"), kind: "refund" as const }
    const waiting = { ...request("waiting"), state: "waiting" as const }
    const others = [refund, waiting, here]
    expect(meantReturns([request("a"), ...others], "succeeded")).toEqual([
      request("a"),
    ])
    expect(
      meantReturns([request("a"), request("b"), here], "returning")
    ).toEqual([request("a"), request("b")])
  })

  it("means a return that was edited by its new id", () => {
    const edited = { ...request("a"), next_external_id: "b" }
    expect(meantReturns([edited, request("b")], "succeeded")).toEqual([
      request("b"),
    ])
    expect(meantReturns([edited], "succeeded")).toEqual([edited])
  })

  it("means what is here already when the buyer keeps the rest", () => {
    expect(meantReturns([here], "succeeded")).toEqual([here])
    expect(meantReturns([here], "returning")).toEqual([])
    expect(meantReturns([], "succeeded")).toEqual([])
  })
})
