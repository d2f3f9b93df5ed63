import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  answersBuyerRequests,
  RejectReason,
} from "../../domain/provider/answers-buyer-requests"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { refusedReading } from "../channels/refused-reading"
import { requireChannels } from "../channels/require-channels"
import { marketplacesOf } from "../marketplaces"
import { retrieveRequest } from "./retrieve-request"

/**
 * Reads why a request may be rejected, in the marketplace's words.
 * @throws {MedusaError} NOT_FOUND; NOT_ALLOWED when the marketplace knows no answers, the
 * channel makes no calls or the marketplace refuses; UNEXPECTED_STATE when it cannot be
 * reached.
 */
export async function readRejectReasons(
  container: MedusaContainer,
  id: string
): Promise<RejectReason[]> {
  const marketplaces = marketplacesOf(container)
  const request = await retrieveRequest(container, id)
  const [channel] = await requireChannels(container, [request.channel_id])
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  if (!answersBuyerRequests(provider)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The marketplace of ${channel.name} does not let sellers answer buyers' requests here.`
    )
  }
  try {
    return await provider.readRejectReasons(
      marketplaces.access.open(channel),
      request
    )
  } catch (error) {
    if (!(error instanceof MarketplaceError)) {
      throw error
    }
    throw refusedReading(error)
  }
}
