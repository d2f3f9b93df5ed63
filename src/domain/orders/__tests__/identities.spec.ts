import * as fc from "fast-check"
import { orderIdentities } from "../identities"

const ulid = fc
  .stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  .map((part) => `mpord_${part}`)

function everyId(
  channel_order_id: string,
  line_ids: string[],
  items: string[],
  generations: number[]
): string[] {
  const ids = orderIdentities(channel_order_id)
  const lines = line_ids.map((id) => ids.lineItemId(id))
  return [
    ids.order_id,
    ids.payment_collection_id,
    ids.payment_session_id,
    ids.payment_id,
    ids.capture_id,
    ids.shippingMethodId(0),
    ids.shippingMethodId(1),
    ids.shippingMethodId(2),
    ...lines,
    ...lines.flatMap((line) =>
      items.flatMap((item) =>
        generations.map((generation) =>
          ids.reservationId(line, item, generation)
        )
      )
    ),
  ]
}

describe("orderIdentities", () => {
  it("derives Medusa ids from the channel order's ULID", () => {
    const ids = orderIdentities("mpord_01JXYZ0000000000000000ABCD")
    expect(ids.order_id).toBe("order_01JXYZ0000000000000000ABCD")
    expect(ids.lineItemId("578000000000010001")).toBe(
      "ordli_01JXYZ0000000000000000ABCD_578000000000010001"
    )
    expect(ids.reservationId("ordli_x_1", "iitem_cup", 2)).toBe(
      "resitem_ordli_x_1_2_iitem_cup"
    )
  })

  it("gives the same ids again, and no id twice", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(ulid, { minLength: 1, maxLength: 3 }),
        fc.uniqueArray(
          fc.oneof(
            fc.string({ minLength: 1 }),
            // Alike but for what an id may not hold.
            fc.stringMatching(/^1[-_.2d]{1,4}1$/)
          ),
          { maxLength: 8 }
        ),
        fc.uniqueArray(
          fc.stringMatching(/^[a-z0-9_]+$/).map((text) => `iitem_${text}`),
          { maxLength: 4 }
        ),
        (orders, lines, items) => {
          const make = () =>
            orders.flatMap((id) => everyId(id, lines, items, [0, 1, 10]))
          expect(make()).toEqual(make())
          expect(new Set(make()).size).toBe(make().length)
        }
      )
    )
  })
})
