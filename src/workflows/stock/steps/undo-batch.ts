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
    const raised = new Map(
      pushes
        .filter(({ cells }) => undoPush(cells, null) !== null)
        .map(({ listing_id, cells }) => [listing_id, cells])
    )
    const before = await stockReader.changeOverrides(
      [...raised.keys()],
      (current, listing_id) =>
        undoPush(raised.get(listing_id) ?? [], current) ?? current,
      actor
    )
    return new StepResponse(
      {
        listing_ids: before.map(({ listing_id }) => listing_id),
        left: pushes.length - before.length,
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
