import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { Shop } from "../../domain/provider/authorization"
import { marketplacesOf } from "../marketplaces"
import { connectChannelsWorkflow } from "./workflows/connect-channels"

/**
 * Connects the shops of an install that began at the marketplace.
 * @returns the ids of the channels.
 * @throws {MedusaError} NOT_FOUND when nothing waits; NOT_ALLOWED when it opens no shop.
 */
export async function claimAuthorization(
  container: MedusaContainer,
  input: { authorization_id: string; user_id: string }
): Promise<string[]> {
  const waiting = await marketplacesOf(
    container
  ).retrieveMarketplaceAuthorization(input.authorization_id)
  if (!(waiting.shops as unknown as Shop[]).length) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The account "${waiting.account_name}" has no shop. Install the app again with the shop's main account.`
    )
  }
  const { result } = await connectChannelsWorkflow(container).run({ input })
  return result.map(({ id }) => id)
}
