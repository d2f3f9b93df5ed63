import { ORDER_STATUSES } from "../../../domain/orders/order-status"
import {
  CAPABILITIES,
  capabilitiesOf,
} from "../../../domain/provider/capabilities"
import { receivesWebhooks } from "../../../domain/provider/receives-webhooks"
import { Bench } from "./bench"

/** What a provider says about itself. */
export function describesItself(
  at: () => Bench,
  abilities: { webhooks: boolean }
): void {
  describe("describes itself", () => {
    it("completely", () => {
      const { description } = at().provider
      expect(description.label.en).not.toBe("")
      expect(description.label.vi).not.toBe("")
      expect(description.display_prefix).toMatch(/^[A-Z]{2,6}$/)
      expect(description.downloadable_statuses).not.toHaveLength(0)
      for (const status of description.downloadable_statuses) {
        expect(ORDER_STATUSES).toContain(status)
      }
      expect(description.max_order_window_ms).toBeGreaterThan(60_000)
      expect(description.rate_budget.requests_per_second).toBeGreaterThan(0)
      expect(description.rate_budget.burst).toBeGreaterThanOrEqual(1)
    })

    it("with abilities that exist", () => {
      const { provider } = at()
      const known = Object.keys(CAPABILITIES)
      for (const capability of capabilitiesOf(provider)) {
        expect(known).toContain(capability)
      }
      expect(receivesWebhooks(provider)).toBe(abilities.webhooks)
    })
  })
}
