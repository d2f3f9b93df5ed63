import fc from "fast-check"
import { ago, HOUR_MS, MINUTE_MS } from "../__fixtures__/healthy-shop"
import { shiftOfTimes } from "../shifted-times"

/** Orders seen at these moments ago, each a while after it was placed. */
const seen = (orders: { ago_ms: number; lag_ms: number }[]) =>
  orders
    .map(({ ago_ms, lag_ms }) => ({
      seen_at: ago(ago_ms),
      placed_at: ago(ago_ms + lag_ms),
    }))
    .sort((a, b) => b.seen_at.getTime() - a.seen_at.getTime())

describe("times of orders", () => {
  it("are believed when orders are seen soon after they were placed", () => {
    const order = fc.record({
      ago_ms: fc.integer({ min: 0, max: 48 * HOUR_MS }),
      lag_ms: fc.integer({ min: -5 * MINUTE_MS, max: HOUR_MS }),
    })
    fc.assert(
      fc.property(fc.array(order, { maxLength: 20 }), (orders) => {
        expect(shiftOfTimes(seen(orders))).toBeNull()
      })
    )
  })

  it("are believed after a standstill, when what was missed is seen at once", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 24 * HOUR_MS }), {
          minLength: 5,
          maxLength: 20,
        }),
        fc.integer({ min: 0, max: 20 * MINUTE_MS }),
        (lags, catching_up_ms) => {
          const orders = lags.map((lag_ms, index) => ({
            ago_ms: (catching_up_ms * index) / lags.length,
            lag_ms,
          }))
          expect(shiftOfTimes(seen(orders))).toBeNull()
        }
      )
    )
  })

  it("are wrong when every order lies equally far off", () => {
    const hours = fc.constantFrom(-12, -9, -7, -5, 3, 5.5, 7, 8, 12)
    fc.assert(
      fc.property(
        hours,
        fc.array(fc.integer({ min: 0, max: MINUTE_MS }), {
          minLength: 5,
          maxLength: 20,
        }),
        (off, delays) => {
          const orders = delays.map((delay, index) => ({
            ago_ms: index * 15 * MINUTE_MS,
            lag_ms: off * HOUR_MS + delay,
          }))
          const shift = shiftOfTimes(seen(orders))
          expect(shift).not.toBeNull()
          expect(Math.abs((shift ?? 0) + off * HOUR_MS)).toBeLessThanOrEqual(
            MINUTE_MS
          )
        }
      )
    )
  })
})
