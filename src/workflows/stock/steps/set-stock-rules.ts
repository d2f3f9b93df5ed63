import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { mergeOverride } from "../../../domain/stock/merge-override"
import { StockOverride } from "../../../domain/stock/stock-rules"
import { marketplacesOf } from "../../marketplaces"
import { requireListings } from "../../listings/require-listings"

export type SetStockRulesInput = {
  listing_id: string
  /** Merged; null resets one to the channel's. */
  rules: StockOverride
  /** The user who changes them. */
  actor: string
}

/** @throws {MedusaError} NOT_FOUND */
export const setStockRulesStep = createStep(
  "marketplaces-set-stock-rules",
  async ({ listing_id, rules, actor }: SetStockRulesInput, { container }) => {
    const { stockReader } = marketplacesOf(container)
    await requireListings(container, [listing_id])
    const before = await stockReader.changeOverrides(
      [listing_id],
      (current) => mergeOverride(current, rules),
      actor
    )
    return new StepResponse({ listing_ids: [listing_id] }, { before, actor })
  },
  async (changed, { container }) => {
    if (changed?.before.length) {
      await marketplacesOf(container).stockReader.setOverrides(
        changed.before,
        changed.actor
      )
    }
  }
)
