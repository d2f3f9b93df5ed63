import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../marketplaces"
import { holdUnseen } from "../stock/hold-unseen"

/**
 * Ends what a disconnection left that broke off half-way: secrets that open a shop which nobody
 * reads any more, and units that Medusa holds for it. Its channel is in no list any more, so
 * nobody may disconnect it again.
 */
export async function finishDisconnections(
  container: MedusaContainer
): Promise<void> {
  await marketplacesOf(container).authorizations.removeLeftBehind()
  await holdUnseen(container, null)
}
