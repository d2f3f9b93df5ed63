import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { undoPush } from "../../../domain/stock/undo-push"
import { marketplacesOf } from "../../marketplaces"

export type UndoBatchInput = {
  batch_id: string
  /** The user who takes it back. */
  actor: string
}

/** @throws {MedusaError} NOT_FOUND */
export const undoBatchStep = createStep(
  "marketplaces-undo-batch",
  async ({ batch_id, actor }: UndoBatchInput, { container }) => {
    const { stockReader } = marketplacesOf(container)
    const pushes = await stockReader.batch(batch_id)
    if (!pushes.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `There are no writes of batch ${batch_id} whose listings are still there.`
      )
    }
    const overrides = pushes.flatMap(({ listing_id, cells, override }) => {
      const limited = undoPush(cells, override)
      return limited ? { listing_id, override: limited } : []
    })
    const before = await stockReader.setOverrides(overrides, actor)
    return new StepResponse(
      {
        listing_ids: overrides.map(({ listing_id }) => listing_id),
        left: pushes.length - overrides.length,
      },
      { before, actor }
    )
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
