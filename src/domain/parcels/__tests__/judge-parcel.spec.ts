import fc from "fast-check"
import { isCancelled, ORDER_STATUSES } from "../../orders/order-status"
import { PARCEL_STATES } from "../../orders/neutral-order"
import { judgeForHandover } from "../handover-check"
import { judgeParcel, sharesOf } from "../judge-parcel"
import { judgeMove, LOCAL_MOVES, ParcelFacts } from "../local-moves"
import { PARCEL_MARK_KINDS, ParcelMark } from "../parcel-mark"
import { judgeUndoPackedOf } from "../undo-packed"

const AT = new Date("2025-10-10T00:00:00Z")

function mark(kind: ParcelMark["kind"]): ParcelMark {
  return { kind, parcel_external_id: "1", at: AT }
}

function facts(changes: Partial<ParcelFacts> = {}): ParcelFacts {
  return {
    status: "confirmed",
    flags: [],
    parcel_state: "arranged",
    marks: [],
    recipient_key: "here",
    surplus: [],
    ...changes,
  }
}

const ANYHOW: fc.Arbitrary<ParcelFacts> = fc.record({
  status: fc.constantFrom(...ORDER_STATUSES),
  flags: fc.subarray(["on_hold", "buyer_cancel_requested"] as const),
  parcel_state: fc.constantFrom(...PARCEL_STATES),
  marks: fc
    .subarray([...PARCEL_MARK_KINDS])
    .map((kinds) => kinds.map((kind) => mark(kind))),
  recipient_key: fc.constant("here"),
  surplus: fc.constantFrom([], [{ external_sku_id: "1", units: 1 }]),
})

const GONE = fc
  .tuple(ANYHOW, fc.boolean())
  .map(([one, byState]): ParcelFacts => {
    const marks = one.marks.filter(({ kind }) => kind === "waybill_printed")
    return byState
      ? { ...one, marks, parcel_state: "cancelled" }
      : { ...one, marks, status: "cancelled_by_buyer" }
  })

const LIVE = ANYHOW.filter(
  ({ status, parcel_state }) =>
    !isCancelled(status) && parcel_state !== "cancelled"
)

const packed = facts({ status: "packed", marks: [mark("packed")] })
const cancelled = facts({ status: "cancelled_by_buyer" })
const cancelledPacked = { ...cancelled, marks: [mark("packed")] }

describe("a combined parcel", () => {
  it("goes on as if a cancelled order were not in it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCAL_MOVES),
        fc.array(LIVE, { minLength: 1, maxLength: 3 }),
        fc.array(GONE, { maxLength: 2 }),
        (move, live, gone) => {
          const all = [...gone, ...live]
          expect(judgeParcel(move, all)).toEqual(judgeParcel(move, live))
          expect(sharesOf(move, all)).toEqual(live)
          expect(judgeUndoPackedOf(all)).toEqual(judgeUndoPackedOf(live))
        }
      )
    )
  })

  it("moves only when every order that goes on may", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCAL_MOVES),
        fc.array(LIVE, { minLength: 1, maxLength: 3 }),
        (move, live) => {
          const fits =
            (move !== "pack" && move !== "hand_over") ||
            live.every(({ surplus }) => surplus.length === 0)
          expect(judgeParcel(move, live).ok).toBe(
            fits && live.every((one) => judgeMove(move, one).ok)
          )
        }
      )
    )
  })

  it("is dead when all of its orders are cancelled", () => {
    expect(judgeParcel("pack", [cancelled, cancelledPacked])).toEqual({
      ok: false,
      code: "cancelled",
    })
  })

  it("is packed and handed over without the order that was cancelled before", () => {
    expect(judgeParcel("print_waybill", [cancelled, facts()]).ok).toBe(true)
    expect(judgeParcel("pack", [cancelled, facts()]).ok).toBe(true)
    expect(
      judgeForHandover(
        { direction: "outbound", channel_id: null, carrier: null },
        { channel_id: "1", carrier: null, orders: [cancelled, packed] }
      )
    ).toEqual({ ok: true, code: "scanned" })
  })

  it("is opened when an order was cancelled after it was packed", () => {
    const orders = [cancelledPacked, packed]
    const inside = { ok: false, code: "cancelled_inside" }
    expect(judgeParcel("hand_over", orders)).toEqual(inside)
    expect(judgeParcel("pack", orders)).toEqual(inside)
    expect(judgeParcel("print_waybill", orders).ok).toBe(true)
    expect(judgeUndoPackedOf(orders)).toEqual({ ok: true })
    expect(judgeUndoPackedOf([cancelledPacked, facts()])).toEqual({ ok: true })
  })

  it("is opened when units were cancelled after it was packed, unless it has left", () => {
    const less = { ...packed, surplus: [{ external_sku_id: "1", units: 2 }] }
    const inside = { ok: false, code: "cancelled_units_inside" }
    for (const orders of [[less], [packed, less]]) {
      expect(judgeParcel("hand_over", orders)).toEqual(inside)
      expect(judgeParcel("pack", orders)).toEqual(inside)
      expect(judgeParcel("print_waybill", orders).ok).toBe(true)
      expect(judgeUndoPackedOf(orders)).toEqual({ ok: true })
    }
    const left = { ...less, marks: [mark("packed"), mark("handed_over")] }
    expect(judgeParcel("hand_over", [left])).toEqual({
      ok: false,
      code: "already_handed_over",
    })
    const out = { ...left, status: "in_transit", parcel_state: null } as const
    expect(judgeParcel("receive_back", [out]).ok).toBe(true)
  })

  it("comes back with what was cancelled after its handover", () => {
    const gone = facts({
      status: "cancelled_by_system",
      parcel_state: "cancelled",
      marks: [mark("packed"), mark("handed_over")],
    })
    const out = facts({
      status: "in_transit",
      parcel_state: "collected",
      marks: [mark("packed"), mark("handed_over")],
    })
    expect(sharesOf("receive_back", [gone, out])).toEqual([gone, out])
    expect(sharesOf("receive_back", [cancelled, out])).toEqual([out])
    expect(judgeParcel("hand_over", [gone, out])).toEqual({
      ok: false,
      code: "already_handed_over",
    })
  })
})
