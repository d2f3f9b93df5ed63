import { ORDER_STATUSES } from "../../../domain/orders/order-status"
import {
  CAPABILITIES,
  capabilitiesOf,
  Capability,
} from "../../../domain/provider/capabilities"
import { Bench } from "./bench"
import { Abilities } from "./world"

/** What a provider says about itself. */
export function describesItself(at: () => Bench, abilities: Abilities): void {
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

    it("with the abilities it has", () => {
      const { provider } = at()
      for (const name of Object.keys(CAPABILITIES) as Capability[]) {
        const has = capabilitiesOf(provider).includes(name)
        expect({ name, has }).toEqual({ name, has: abilities[name] ?? false })
      }
      const { connect_fields } = provider.description
      expect(connect_fields.length > 0).toBe(abilities.connect_fields ?? false)
    })

    it("with fields that a person can fill in", () => {
      const { connect_fields } = at().provider.description
      for (const { name, method, label } of connect_fields) {
        expect(name).toMatch(/^[a-z_]+$/)
        expect(method.id).toMatch(/^[a-z_]+$/)
        for (const text of [method.label, label]) {
          expect(text.en && text.vi).not.toBe("")
        }
      }
      const names = connect_fields.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
    })
  })
}
