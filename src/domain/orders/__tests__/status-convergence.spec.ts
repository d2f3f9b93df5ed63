import * as fc from "fast-check"
import { ParcelMark, PARCEL_MARK_KINDS } from "../../parcels/parcel-mark"
import { anyOrder } from "../__fixtures__/orders"
import { determineStatus, UNTOUCHED } from "../determine-status"
import { NeutralOrder } from "../neutral-order"
import { acceptsCopy, CopyVersion, latestRead } from "../version-fence"

type Copy = CopyVersion & { order: NeutralOrder }

/** What is stored after these copies came in, in this order. */
function stored(copies: Copy[]): Copy {
  return copies.reduce<Copy | null>((kept, copy) => {
    switch (acceptsCopy(kept, copy)) {
      case "accept":
        return copy
      case "unchanged":
        return kept && { ...kept, read_started_at: latestRead(kept, copy) }
      default:
        return kept
    }
  }, null) as Copy
}

const T0 = Date.UTC(2025, 9, 10)

/** Versions of one order as the marketplace went through them, each read at some time after. */
const anyHistory = fc
  .array(anyOrder, { minLength: 1, maxLength: 6 })
  .map((orders): Copy[] =>
    orders.map((order, index) => ({
      order,
      content_hash: String(index),
      // Every second version changes details under an equal change time.
      external_updated_at: new Date(T0 + Math.floor(index / 2) * 60_000),
      read_started_at: new Date(T0 + index * 60_000 + 1_000),
    }))
  )

const anyMarks = fc.array(
  fc.record<ParcelMark>({
    kind: fc.constantFrom(...PARCEL_MARK_KINDS),
    parcel_external_id: fc.constant(null),
    at: fc.date({ min: new Date(T0), max: new Date(T0 + 3_600_000) }),
  })
)

describe("the status of an order", () => {
  it("ends the same however events are ordered, repeated or lost, once the last read is in", () => {
    fc.assert(
      fc.property(
        anyHistory.chain((history) =>
          fc.record({
            history: fc.constant(history),
            arrived: fc.array(fc.nat(history.length - 1), { maxLength: 12 }),
            last_at: fc.nat(12),
          })
        ),
        anyMarks,
        fc.boolean(),
        ({ history, arrived, last_at }, marks, reversed) => {
          const last = history[history.length - 1]
          const copies = arrived.map((index) => history[index])
          copies.splice(Math.min(last_at, copies.length), 0, last)
          const disordered = stored(copies)
          const plain = stored(history)
          const told = reversed ? [...marks].reverse() : [...marks, ...marks]
          expect(
            determineStatus(disordered.order, { ...UNTOUCHED, marks: told })
          ).toEqual(determineStatus(plain.order, { ...UNTOUCHED, marks }))
        }
      )
    )
  })
})
