import { UNTOUCHED } from "../src/domain/orders/determine-status"
import { OrderDraft } from "../src/domain/orders/order-draft"
import { marketplacesOf } from "../src/workflows/marketplaces"
import { loadPlanningFacts } from "../src/workflows/orders/load-planning-facts"
import {
  mapCopies,
  planCopies,
  skusOf,
} from "../src/workflows/orders/plan-copies"
import { placeOrders, readPages } from "./orders"
import { BenchShop } from "./shop"

/**
 * Medusa orders of newly placed ones, planned but not made: what the baselines make, so
 * that both sides make the same.
 */
export async function draftOrders(
  shop: BenchShop,
  count: number,
  status?: Parameters<typeof placeOrders>[2]
): Promise<OrderDraft[]> {
  const { container, channel } = shop
  const provider = marketplacesOf(container).providers.retrieve(
    channel.provider_id
  )
  const drafts: OrderDraft[] = []
  for await (const { items } of readPages(
    shop,
    await placeOrders(shop, count, status)
  )) {
    const copies = mapCopies(
      provider,
      channel,
      items.map((raw) => ({
        ...raw,
        id: `mpord_bench_${raw.external_id}`,
        medusa_order_id: null,
        reservation_generation: 1,
        context: UNTOUCHED,
        host_units: null,
      }))
    )
    const facts = await loadPlanningFacts(container, channel, skusOf(copies))
    for (const { plan } of planCopies(copies, facts)) {
      if (plan.kind !== "ready") {
        throw new Error(`An order is not ready: ${JSON.stringify(plan)}`)
      }
      drafts.push(plan.draft)
    }
  }
  return drafts
}
