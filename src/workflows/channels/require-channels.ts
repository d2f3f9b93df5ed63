import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { marketplacesOf } from "../marketplaces"
import { Channel, listChannels } from "../orders/channel"

/**
 * The channels with these ids, all of them able to make calls.
 * @throws {MedusaError} naming the channel that is missing, paused or not signed in.
 */
export async function requireChannels(
  container: MedusaContainer,
  ids: string[]
): Promise<Channel[]> {
  const channels = await listChannels(marketplacesOf(container), ids)
  const missing = ids.find((id) => !channels.some((entry) => entry.id === id))
  if (missing) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no connected channel ${missing}.`
    )
  }
  for (const { name, status } of channels) {
    if (status === "paused") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `${name} is paused. Resume it on the Channels page first.`
      )
    }
    if (status === "needs_authorization") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `${name} needs to be signed in again at the marketplace. Do so on the Channels page.`
      )
    }
  }
  return channels
}
