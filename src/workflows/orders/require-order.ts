import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { marketplacesOf } from "../marketplaces"

/** Where a channel order belongs. @throws {MedusaError} NOT_FOUND. */
export async function requireOrder(
  container: MedusaContainer,
  id: string
): Promise<{ id: string; channel_id: string; external_id: string }> {
  const [order] = await marketplacesOf(container).listMarketplaceChannelOrders(
    { id },
    { select: ["id", "channel_id", "external_id"] }
  )
  if (!order) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no channel order ${id}.`
    )
  }
  return order
}
