import fc from "fast-check"
import { isCancelled, ORDER_STATUSES } from "../../orders/order-status"
import { BUYER_REQUEST_STATES } from "../../returns/buyer-request"
import { CLAIM_STATES, LIVE_CLAIM_STATES } from "../../statements/claim"
import { ErasableOrder, judgeErasure } from "../judge-erasure"

const order = fc.record<ErasableOrder>({
  status: fc.constantFrom(...ORDER_STATUSES, null),
  request_states: fc.array(fc.constantFrom(...BUYER_REQUEST_STATES)),
  claim_states: fc.array(fc.constantFrom(...CLAIM_STATES)),
  is_followed: fc.boolean(),
  has_begun: fc.boolean(),
})

const ended: ErasableOrder = {
  status: "succeeded",
  request_states: ["settled", "withdrawn"],
  claim_states: ["paid", "dropped"],
  is_followed: true,
  has_begun: false,
}

describe("whether a buyer may be erased", () => {
  it("lets an order go that is over in every way", () => {
    expect(judgeErasure(ended)).toBeNull()
  })

  it("never lets go of an address that a parcel still needs", () => {
    fc.assert(
      fc.property(order, (one) => {
        const { status, has_begun, is_followed } = one
        const is_over =
          status !== null &&
          (["succeeded", "returned"].includes(status) || isCancelled(status))
        if (!is_over && !has_begun && is_followed) {
          expect(["not_delivered", "coming_back"]).toContain(judgeErasure(one))
        }
      })
    )
  })

  it("never takes the proof of a claim that is open", () => {
    fc.assert(
      fc.property(
        order,
        fc.constantFrom(...LIVE_CLAIM_STATES),
        (one, state) => {
          const claimed = { ...one, claim_states: [...one.claim_states, state] }
          expect(judgeErasure({ ...claimed, has_begun: false })).not.toBeNull()
        }
      )
    )
  })

  it("waits for nothing that nobody reads any more, but for the shop's own claims", () => {
    fc.assert(
      fc.property(order, (one) => {
        const left = judgeErasure({ ...one, is_followed: false })
        expect([null, "claim_open"]).toContain(left)
      })
    )
  })

  it("brings to its end what has begun", () => {
    fc.assert(
      fc.property(order, (one) => {
        expect(judgeErasure({ ...one, has_begun: true })).toBeNull()
      })
    )
  })

  it.each(["waiting", "offered", "approved", "shipped_back"] as const)(
    "waits for a request that is %s",
    (state) => {
      expect(judgeErasure({ ...ended, request_states: [state] })).toBe(
        "request_open"
      )
    }
  )
})
