import { ORDER_STATUSES, OrderStatus } from "../../orders/order-status"
import {
  judgeMove,
  LOCAL_MOVE_RULES,
  LOCAL_MOVES,
  LocalMove,
  MoveRefusal,
  ParcelFacts,
} from "../local-moves"
import { ParcelMark } from "../parcel-mark"

const AT = new Date("2025-10-10T00:00:00Z")

function facts(changes: Partial<ParcelFacts> = {}): ParcelFacts {
  return {
    status: "confirmed",
    flags: [],
    parcel_state: null,
    marks: [],
    recipient_key: "here",
    surplus: [],
    ...changes,
  }
}

function mark(
  kind: ParcelMark["kind"],
  changes: Partial<ParcelMark> = {}
): ParcelMark {
  return { kind, parcel_external_id: null, at: AT, ...changes }
}

function verdict(move: LocalMove, changes: Partial<ParcelFacts>) {
  const result = judgeMove(move, facts(changes))
  return result.ok ? "ok" : result.code
}

/** Every move from every status; the table that `docs/order-lifecycle.md` shows. */
const TABLE: Record<LocalMove, Record<OrderStatus, "ok" | MoveRefusal>> = {
  arrange: row({
    awaiting_confirmation: "ok",
    new: "not_confirmed",
    confirmed: "already_arranged",
    packing: "already_arranged",
    packed: "already_arranged",
  }),
  print_waybill: row({
    confirmed: "ok",
    packing: "ok",
    packed: "ok",
    awaiting_collection: "ok",
  }),
  pack: row({ confirmed: "ok", packing: "ok", packed: "already_packed" }),
  hand_over: row({ confirmed: "ok", packing: "ok", packed: "ok" }),
  receive_back: row({
    new: "not_handed_over",
    awaiting_confirmation: "not_handed_over",
    confirmed: "not_handed_over",
    packing: "not_handed_over",
    packed: "not_handed_over",
    awaiting_collection: "not_collected",
    in_transit: "ok",
    succeeded: "ok",
    returning: "ok",
    returned: "already_received",
  }),
}

function row(
  own: Partial<Record<OrderStatus, "ok" | MoveRefusal>>
): Record<OrderStatus, "ok" | MoveRefusal> {
  return {
    new: "not_confirmed",
    awaiting_confirmation: "not_confirmed",
    confirmed: "ok",
    packing: "ok",
    packed: "ok",
    awaiting_collection: "already_handed_over",
    in_transit: "on_its_way",
    succeeded: "delivered",
    returning: "coming_back",
    returned: "coming_back",
    cancelled_by_seller: "cancelled",
    cancelled_by_buyer: "cancelled",
    cancelled_by_system: "cancelled",
    ...own,
  }
}

describe("judgeMove", () => {
  it.each(
    LOCAL_MOVES.flatMap((move) =>
      ORDER_STATUSES.map((status) => [move, status, TABLE[move][status]])
    ) as [LocalMove, OrderStatus, string][]
  )("%s from %s: %s", (move, status, expected) => {
    expect(verdict(move, { status })).toBe(expected)
  })

  it("allows exactly what the rules name", () => {
    for (const move of LOCAL_MOVES) {
      const allowed = ORDER_STATUSES.filter(
        (status) => TABLE[move][status] === "ok"
      )
      expect(allowed).toEqual(
        ORDER_STATUSES.filter((status) =>
          LOCAL_MOVE_RULES[move].from.includes(status)
        )
      )
    }
  })

  it.each(["on_hold", "buyer_cancel_requested"] as const)(
    "%s stops whatever sends goods out, and nothing else",
    (flag) => {
      expect(
        LOCAL_MOVES.map((move) => {
          const [status] = LOCAL_MOVE_RULES[move].from
          return verdict(move, { status, flags: [flag] })
        })
      ).toEqual([flag, flag, flag, flag, "ok"])
    }
  )

  it("tells what was done before", () => {
    const packed = [mark("packed")]
    expect(verdict("pack", { status: "packing", marks: packed })).toBe(
      "already_packed"
    )
    const gone = [mark("handed_over")]
    expect(verdict("hand_over", { status: "packed", marks: gone })).toBe(
      "already_handed_over"
    )
    const back = [mark("received_back")]
    expect(verdict("receive_back", { status: "returning", marks: back })).toBe(
      "already_received"
    )
    expect(
      verdict("arrange", {
        status: "awaiting_confirmation",
        parcel_state: "arranged",
      })
    ).toBe("already_arranged")
  })

  it("lets nothing out for an address that has changed since the print", () => {
    const printed = mark("waybill_printed", { recipient_key: "there" })
    const again = mark("waybill_printed", {
      recipient_key: "here",
      at: new Date(AT.getTime() + 1),
    })
    expect(verdict("pack", { marks: [printed] })).toBe("address_changed")
    expect(verdict("hand_over", { marks: [printed] })).toBe("address_changed")
    expect(verdict("print_waybill", { marks: [printed] })).toBe("ok")
    expect(verdict("pack", { marks: [again, printed] })).toBe("ok")
  })

  it("judges a parcel of a split order by where it stands itself", () => {
    const ready = { parcel_state: "arranged" } as const
    const waiting = { parcel_state: "to_arrange" } as const
    expect(verdict("pack", { status: "awaiting_confirmation", ...ready })).toBe(
      "ok"
    )
    expect(verdict("hand_over", { status: "in_transit", ...ready })).toBe("ok")
    expect(verdict("print_waybill", { status: "in_transit", ...waiting })).toBe(
      "not_confirmed"
    )
    expect(
      verdict("hand_over", { status: "confirmed", parcel_state: "collected" })
    ).toBe("on_its_way")
  })

  it("takes back a parcel that was cancelled after it had been handed over", () => {
    const gone = {
      parcel_state: "cancelled",
      marks: [mark("handed_over")],
    } as const
    const statuses = ["confirmed", "awaiting_collection", "in_transit"] as const
    for (const status of statuses) {
      const changes = { ...gone, status, marks: [...gone.marks] }
      expect(verdict("receive_back", changes)).toBe("ok")
      expect(
        verdict("receive_back", {
          ...changes,
          marks: [...gone.marks, mark("received_back")],
        })
      ).toBe("already_received")
      expect(
        verdict("receive_back", {
          status,
          parcel_state: "cancelled",
          marks: [],
        })
      ).toBe(status === "in_transit" ? "ok" : "not_handed_over")
    }
  })

  it("stops a parcel that the marketplace gave up", () => {
    for (const move of ["print_waybill", "pack", "hand_over"] as const) {
      expect(verdict(move, { parcel_state: "cancelled" })).toBe("cancelled")
    }
  })
})
