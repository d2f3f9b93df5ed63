import * as fc from "fast-check"
import {
  hostMoves,
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
