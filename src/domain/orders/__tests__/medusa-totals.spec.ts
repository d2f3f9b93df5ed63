import { decorateCartTotals } from "@medusajs/framework/utils"
import * as fc from "fast-check"
import {
  CHANNEL_ORDER_ID,
  anyOrder,
  facts,
  settings,
} from "../__fixtures__/orders"
import { planOrder } from "../plan-order"
import { OrderDraft } from "../order-draft"

type CartLike = Parameters<typeof decorateCartTotals>[0]

/** The totals that Medusa's order module stores for a draft. */
function medusaTotal(draft: OrderDraft): number {
  const cart = structuredClone({
    currency_code: draft.currency_code,
    items: draft.items.map((item) => ({ ...item, is_tax_inclusive: true })),
    shipping_methods: draft.shipping_methods.map((method) => ({
      ...method,
      is_tax_inclusive: true,
    })),
  })
  const { total } = decorateCartTotals(cart as unknown as CartLike)
  return Number(total)
}

describe("the draft in Medusa's own arithmetic", () => {
  it("has the total that the marketplace states", () => {
    const known = {
      ...facts({ store_currencies: ["vnd", "usd"], listings: new Map() }),
      settings: settings({ always_import_products: true }),
    }
    let made = 0
    fc.assert(
      fc.property(anyOrder, (order) => {
        const plan = planOrder({
          channel_order_id: CHANNEL_ORDER_ID,
          order,
          status: { kind: "status", status: "confirmed", rule: "raw:X" },
          facts: known,
        })
        if (plan.kind === "ready") {
          made += 1
          const minor = order.currency_code === "usd" ? 100 : 1
          expect(medusaTotal(plan.draft)).toBe(order.money.total / minor)
        }
      }),
      { numRuns: 300 }
    )
    expect(made).toBeGreaterThan(60)
  })
})
