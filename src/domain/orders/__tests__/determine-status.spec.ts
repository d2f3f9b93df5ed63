import * as fc from "fast-check"
import { anyOrder, line, order } from "../__fixtures__/orders"
import {
  determineStatus,
  goodsLeftAt,
  goodsLeftShop,
} from "../determine-status"
import { NeutralOrder } from "../neutral-order"
import { ORDER_STATUSES, OrderStatus } from "../order-status"
import { ParcelMarkKind } from "../../parcels/parcel-mark"
import { ReturnFact, StatusContext, UNTOUCHED } from "../status-decision"
import { compareProgress, isMovedBack } from "../status-progress"

const AT = new Date("2025-10-10T00:00:00Z")

function cancelledOrder(changes: Partial<NeutralOrder> = {}): NeutralOrder {
  return order({
    raw_status: "CANCELLED",
    meaning: { kind: "cancelled" },
    ...changes,
  })
}

function raw(status: OrderStatus): NeutralOrder {
  return order({ raw_status: "RAW", meaning: { kind: "status", status } })
}

function marks(...kinds: ParcelMarkKind[]): StatusContext {
  return {
    ...UNTOUCHED,
    marks: kinds.map((kind) => ({ kind, parcel_external_id: null, at: AT })),
  }
}

function unitsIn({ lines }: NeutralOrder): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0)
}

describe("determineStatus", () => {
  it.each(ORDER_STATUSES)("takes a plain row %s as it is", (status) => {
    expect(determineStatus(raw(status), UNTOUCHED)).toEqual({
      kind: "status",
      status,
      rule: "raw:RAW",
    })
  })

  it("ignores what is not yet with the seller, by name", () => {
    const early = order({ meaning: { kind: "not_yet_with_seller" } })
    expect(determineStatus(early, UNTOUCHED)).toEqual({
      kind: "ignored",
      rule: "not_yet_with_seller",
    })
  })

  it("never guesses an unknown status", () => {
    const odd = order({
      raw_status: "TELEPORTED",
      meaning: { kind: "unknown" },
    })
    expect(determineStatus(odd, marks("packed", "handed_over"))).toEqual({
      kind: "unknown",
      raw_status: "TELEPORTED",
    })
  })

  it.each(["seller", "buyer", "system"] as const)(
    "tells a cancellation by the %s apart",
    (initiator) => {
      const gone = cancelledOrder({ cancellation: { initiator, reason: null } })
      expect(determineStatus(gone, UNTOUCHED)).toEqual({
        kind: "status",
        status: `cancelled_by_${initiator}`,
        rule: "raw:CANCELLED",
      })
    }
  )

  it("counts a cancellation by nobody known as the system's", () => {
    expect(determineStatus(cancelledOrder(), UNTOUCHED)).toMatchObject({
      status: "cancelled_by_system",
    })
  })

  it.each([
    ["collected", { collected_at: AT }, [], "cancelled_after_collection"],
    ["delivered", { delivered_at: AT }, [], "cancelled_after_collection"],
    ["handed over", {}, ["handed_over"], "cancelled_after_handover"],
  ] as const)(
    "a cancelled order comes back once %s",
    (_, proof, made, rule) => {
      expect(determineStatus(cancelledOrder(proof), marks(...made))).toEqual({
        kind: "status",
        status: "returning",
        rule,
      })
    }
  )

  it("is returned once the cancelled parcel was scanned back in", () => {
    const gone = cancelledOrder()
    const context = { ...marks("handed_over"), received_units: unitsIn(gone) }
    expect(determineStatus(gone, context)).toEqual({
      kind: "status",
      status: "returned",
      rule: "received_back",
    })
    const one_missing = { ...context, received_units: unitsIn(gone) - 1 }
    expect(determineStatus(gone, one_missing)).toMatchObject({
      status: "returning",
    })
  })

  it.each([
    ["collected", { collected_at: AT }, [], "succeeded", "raw:COMPLETED"],
    ["unshipped", {}, [], "cancelled_by_system", "completed_unshipped"],
    [
      "handed over",
      {},
      ["handed_over"],
      "returning",
      "completed_after_handover",
    ],
  ] as const)("completed and %s", (_, proof, made, status, rule) => {
    const done = order({
      raw_status: "COMPLETED",
      meaning: { kind: "completed" },
      ...proof,
    })
    expect(determineStatus(done, marks(...made))).toEqual({
      kind: "status",
      status,
      rule,
    })
  })

  it.each([
    ["confirmed", ["waybill_printed"], "packing"],
    ["confirmed", ["packed", "waybill_printed"], "packed"],
    ["packed", ["waybill_printed"], "packed"],
    ["confirmed", ["handed_over"], "awaiting_collection"],
    ["confirmed", ["received_back"], "confirmed"],
    ["awaiting_confirmation", ["packed"], "awaiting_confirmation"],
    ["in_transit", ["packed"], "in_transit"],
    ["succeeded", ["handed_over", "received_back"], "succeeded"],
  ] as const)("raw %s with marks %j is %s", (status, marked, expected) => {
    expect(determineStatus(raw(status), marks(...marked))).toMatchObject({
      status: expected,
    })
  })

  it("names the mark that led an order on", () => {
    expect(determineStatus(raw("confirmed"), marks("handed_over"))).toEqual({
      kind: "status",
      status: "awaiting_collection",
      rule: "mark:handed_over",
    })
  })

  it("takes a delivered order back once every unit was received", () => {
    const sold = raw("succeeded")
    const context = { ...UNTOUCHED, received_units: unitsIn(sold) }
    expect(determineStatus(sold, context)).toMatchObject({ status: "returned" })
  })

  it.each([
    [[{ state: "open", units: 2 }], "succeeded"],
    [[{ state: "open", units: 3 }], "returning"],
    [[{ state: "refund_only", units: 3 }], "succeeded"],
    [[{ state: "withdrawn", units: 3 }], "succeeded"],
    [
      [
        { state: "received", units: 2 },
        { state: "open", units: 1 },
      ],
      "returning",
    ],
    [[{ state: "received", units: 3 }], "returning"],
  ] as const)("three units with returns %j: %s", (returns, status) => {
    const context = { ...UNTOUCHED, returns: [...returns] as ReturnFact[] }
    expect(determineStatus(raw("succeeded"), context)).toMatchObject({ status })
  })

  it("counts live units only when asking whether everything comes back", () => {
    const partly = order({
      meaning: { kind: "status", status: "succeeded" },
      lines: [line({ quantity: 2, cancelled_quantity: 1 })],
    })
    const context: StatusContext = {
      ...UNTOUCHED,
      returns: [{ state: "open", units: 1 }],
    }
    expect(determineStatus(partly, context)).toMatchObject({
      status: "returning",
    })
  })

  it("lets no mark move an order beyond the marketplace's own later statuses", () => {
    const anyMarks = fc.array(
      fc.constantFrom<ParcelMarkKind>("waybill_printed", "packed")
    )
    fc.assert(
      fc.property(anyOrder, anyMarks, (given, marked) => {
        const plain = determineStatus(given, UNTOUCHED)
        const after = determineStatus(given, marks(...marked))
        if (plain.kind !== "status" || after.kind !== "status") {
          expect(after).toEqual(plain)
        } else if (after.status !== plain.status) {
          expect(compareProgress(after.status, plain.status)).toBeGreaterThan(0)
          expect(compareProgress(after.status, "in_transit")).toBeLessThan(0)
        }
      })
    )
  })
})

describe("goodsLeftAt", () => {
  it("takes the earliest proof", () => {
    const later = new Date(AT.getTime() + 1)
    const given = order({ collected_at: later, delivered_at: later })
    expect(goodsLeftAt(given, AT)).toEqual(AT)
    expect(goodsLeftAt(given)).toEqual(later)
  })

  it("believes a shipped status that comes without times", () => {
    const shipped = raw("in_transit")
    expect(goodsLeftAt(shipped)).toEqual(shipped.external_updated_at)
    expect(goodsLeftShop(raw("packed"))).toBe(false)
    expect(goodsLeftShop(raw("cancelled_by_buyer"))).toBe(false)
  })
})

describe("isMovedBack", () => {
  it.each([
    ["confirmed", "awaiting_confirmation", true],
    ["returning", "succeeded", true],
    ["new", "awaiting_confirmation", false],
    ["packed", "packed", false],
    ["in_transit", "returning", false],
    ["confirmed", "cancelled_by_buyer", false],
    ["cancelled_by_system", "cancelled_by_buyer", false],
  ] as const)("%s → %s: %s", (from, to, moved) => {
    expect(isMovedBack(from, to)).toBe(moved)
  })
})
