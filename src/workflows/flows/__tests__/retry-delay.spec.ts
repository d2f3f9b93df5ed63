import { MarketplaceError } from "../../../domain/provider/marketplace-error"
import { retryDelay } from "../retry-delay"

const MINUTE_MS = 60_000
const away = new MarketplaceError({ kind: "unavailable", message: "away" })

describe("the pause after a flow that failed", () => {
  it("grows from five seconds to a quarter of an hour", () => {
    const orders = { kind: "recent_orders", failures: 0 } as const
    expect(retryDelay(orders, away)).toBe(5_000)
    expect(retryDelay({ ...orders, failures: 20 }, away)).toBe(15 * MINUTE_MS)
  })

  it("keeps numbers that have to be lowered waiting for half a minute at most", () => {
    const stock = { kind: "stock", failures: 20 } as const
    expect(retryDelay(stock, away)).toBe(MINUTE_MS / 2)
    expect(retryDelay(stock, new Error("a defect"))).toBe(15 * MINUTE_MS)
  })

  it("is never shorter than the marketplace asks for", () => {
    const asks = new MarketplaceError({
      kind: "rate_limited",
      message: "wait",
      retry_after_ms: 2 * MINUTE_MS,
    })
    expect(retryDelay({ kind: "stock", failures: 0 }, asks)).toBe(2 * MINUTE_MS)
  })
})
