import * as fc from "fast-check"
import { CHANNEL_ORDER_ID, line, order } from "../../orders/__fixtures__/orders"
import { lineItemId } from "../../orders/draft-order"
import { orderIdentities } from "../../orders/identities"
import {
  NeutralOrder,
  NeutralParcel,
  PARCEL_STATES,
} from "../../orders/neutral-order"
import { orderedUnits } from "../../orders/price-order"
import { ParcelMark } from "../../parcels/parcel-mark"
import { countUnitsOut, HostUnits, unitsComingIn } from "../units-out"

const AT = new Date("2025-10-10T00:00:00Z")
const ids = orderIdentities(CHANNEL_ORDER_ID)
const UNITS = ["1", "2", "3"]

const parcel = (
  external_id: string,
  external_line_ids: string[],
  state: NeutralParcel["state"]
): NeutralParcel => ({
  external_id,
  state,
  raw_status: null,
  tracking_number: null,
  carrier: null,
  external_line_ids,
})

const handedOver = (parcel_external_id: string | null): ParcelMark => ({
  kind: "handed_over",
  parcel_external_id,
  at: AT,
})

/** Three units of one line. */
const cups = (
  cancelled_quantity: number,
  changes: Partial<NeutralOrder> = {}
): NeutralOrder =>
  order({
    lines: [
      line({ external_line_ids: UNITS, quantity: 3, cancelled_quantity }),
    ],
    ...(cancelled_quantity === 3 && { meaning: { kind: "cancelled" } }),
    ...changes,
  })

const inMedusa = (quantity: number, shipped: number): HostUnits =>
  new Map([[lineItemId(cups(0).lines[0], ids), { quantity, shipped }]])

const unitsOf = (
  given: NeutralOrder,
  marks: ParcelMark[] = [],
  host_units: HostUnits | null = null
) => {
  const [counted] = countUnitsOut(given, { ids, marks, host_units }).lines
  return counted.quantity - counted.cancelled_quantity
}

describe("units of an order that was cancelled as a whole", () => {
  it("stay cancelled while nothing had left", () => {
    expect(unitsOf(cups(3))).toBe(0)
    expect(unitsOf(cups(3), [{ ...handedOver(null), kind: "packed" }])).toBe(0)
  })

  it("count as ordered once the carrier had them", () => {
    expect(unitsOf(cups(3, { collected_at: AT }))).toBe(3)
    expect(unitsOf(cups(3), [handedOver(null)])).toBe(3)
  })

  it("are never more than Medusa had left after an earlier cancellation", () => {
    const gone = cups(3, { collected_at: AT })
    expect(unitsOf(gone, [], inMedusa(2, 2))).toBe(2)
    expect(unitsOf(gone, [], inMedusa(2, 0))).toBe(2)
    expect(unitsOf(gone, [], inMedusa(3, 3))).toBe(3)
  })

  const split = cups(3, {
    parcels: [
      parcel("A", ["1"], "cancelled"),
      parcel("B", ["2", "3"], "cancelled"),
    ],
  })

  it("are those of the parcels that were handed over", () => {
    expect(unitsOf(split, [handedOver("A")])).toBe(1)
    expect(unitsOf(split, [handedOver("B")])).toBe(2)
    expect(unitsOf(split, [handedOver("A"), handedOver("B")])).toBe(3)
  })

  it("are all of them when the parcel that left was split away", () => {
    expect(unitsOf(split, [handedOver("OLD")])).toBe(3)
  })

  it("are never fewer than Medusa shipped", () => {
    expect(unitsOf(split, [handedOver("A")], inMedusa(3, 3))).toBe(3)
  })

  it("come in with the parcel that they went out with", () => {
    const marks = [handedOver("A")]
    const counted = countUnitsOut(split, { ids, marks, host_units: null })
    const [cup] = counted.lines
    const [a, b] = counted.parcels
    expect(unitsComingIn(counted, cup, a, marks)).toBe(1)
    expect(unitsComingIn(counted, cup, b, marks)).toBe(0)
  })
})

describe("units of a parcel that was cancelled after its handover", () => {
  const half = cups(1, {
    parcels: [
      parcel("A", ["1"], "cancelled"),
      parcel("B", ["2", "3"], "arranged"),
    ],
  })
  const marks = [handedOver("A")]
  const comingIn = (host_units: HostUnits | null) => {
    const counted = countUnitsOut(half, { ids, marks, host_units })
    return counted.parcels.map((one) =>
      unitsComingIn(counted, counted.lines[0], one, marks)
    )
  }

  it("come back beside those that are still to be sent, once Medusa shipped them", () => {
    expect(unitsOf(half, marks, inMedusa(3, 3))).toBe(3)
    expect(comingIn(inMedusa(3, 3))).toEqual([1, 2])
  })

  it("are not taken for another parcel's where Medusa never shipped them", () => {
    expect(unitsOf(half, marks, inMedusa(2, 0))).toBe(2)
    expect(comingIn(inMedusa(2, 0))).toEqual([0, 2])
    expect(comingIn(inMedusa(2, 2))).toEqual([0, 2])
  })

  it("do not count when the parcel never left", () => {
    expect(unitsOf(half, [], inMedusa(3, 3))).toBe(2)
  })
})

describe("counting units that are out", () => {
  const anyOrder = fc
    .record({
      cancelled: fc.integer({ min: 0, max: 3 }),
      states: fc.array(fc.constantFrom(...PARCEL_STATES), { maxLength: 3 }),
      collected: fc.boolean(),
    })
    .map(({ cancelled, states, collected }) =>
      cups(cancelled, {
        collected_at: collected ? AT : null,
        parcels: states.map((state, at) =>
          parcel(`P${at}`, at === 2 ? ["3"] : [UNITS[at]], state)
        ),
      })
    )
  const anyMarks = fc.array(
    fc.constantFrom("P0", "P1", "P2", "OLD", null).map(handedOver),
    { maxLength: 3 }
  )
  const anyHost = fc.option(
    fc
      .integer({ min: 0, max: 3 })
      .chain((quantity) =>
        fc
          .integer({ min: 0, max: quantity })
          .map((shipped) => inMedusa(quantity, shipped))
      )
  )

  it("never loses a live unit, never makes one up, and is stable", () => {
    fc.assert(
      fc.property(anyOrder, anyMarks, anyHost, (given, marks, host_units) => {
        const facts = { ids, marks, host_units }
        const counted = countUnitsOut(given, facts)
        const [before] = given.lines
        const [after] = counted.lines
        expect(after.cancelled_quantity).toBeLessThanOrEqual(
          before.cancelled_quantity
        )
        expect(after.cancelled_quantity).toBeGreaterThanOrEqual(0)
        for (const one of counted.parcels) {
          const inside = unitsComingIn(counted, after, one, marks)
          expect(inside).toBeGreaterThanOrEqual(0)
          expect(inside).toBeLessThanOrEqual(orderedUnits(counted, after))
        }
      })
    )
  })
})
