import * as fc from "fast-check"
import {
  GoodsBack,
  HOST_STATES,
  hostMoves,
  reachableHostState,
  statusesMovedBySetting,
  wantedHostState,
} from "../host-state"
import { ORDER_STATUSES } from "../order-status"

const CHOICES = ["handover", "succeeded"] as const

describe("changing when stock is deducted", () => {
  it("ships what is on its way when the handover counts from now on", () => {
    expect(statusesMovedBySetting("succeeded", "handover")).toEqual([
      "awaiting_collection",
      "in_transit",
      "returning",
    ])
  })

  it("moves nothing the other way, nor when nothing changes", () => {
    expect(statusesMovedBySetting("handover", "succeeded")).toEqual([])
    for (const choice of CHOICES) {
      expect(statusesMovedBySetting(choice, choice)).toEqual([])
    }
  })
})

describe("where a Medusa order has to be", () => {
  it.each(["awaiting_collection", "in_transit", "returning"] as const)(
    "for %s depends on the setting",
    (status) => {
      expect(wantedHostState(status, "handover")).toBe("shipped")
      expect(wantedHostState(status, "succeeded")).toBe("pending")
    }
  )

  it("is never behind a channel that deducts later", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ORDER_STATUSES), (status) => {
        const late = wantedHostState(status, "succeeded")
        const early = wantedHostState(status, "handover")
        expect(hostMoves(late, early)).not.toBeNull()
      })
    )
  })
})

describe("goods that came back", () => {
  it("leave the Medusa order where it stands, or cancel what was still reserved", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HOST_STATES),
        fc.constantFrom(...CHOICES),
        fc.constantFrom<GoodsBack>("none", "all_good", "some_gone"),
        (from, choice, back) => {
          const wanted = wantedHostState("returned", choice, back)
          const to = reachableHostState(from, wanted, "returned")
          if (to === "canceled" && from !== "canceled") {
            expect([from, choice, back]).toEqual([
              "pending",
              "succeeded",
              "all_good",
            ])
          }
          if (["canceled", "delivered", "completed"].includes(from)) {
            expect(to).toBe(from)
          }
        }
      )
    )
  })

  it.each([
    ["none", "pending"],
    ["all_good", "canceled"],
    ["some_gone", "shipped"],
  ] as const)("from a reserved order, %s: %s", (back, state) => {
    expect(wantedHostState("returned", "succeeded", back)).toBe(state)
    expect(wantedHostState("returned", "handover", back)).toBe("shipped")
  })
})
