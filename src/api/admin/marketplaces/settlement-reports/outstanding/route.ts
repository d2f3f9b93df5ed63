import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { GetOutstandingType } from "../validators"

/** Money of delivered orders that is still to come, by their age in days and by channel. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetOutstandingType>,
  res: MedusaResponse
) => {
  const { channel_id } = req.validatedQuery
  const marketplaces = marketplacesOf(req.scope)
  const { outstanding, channels } =
    await marketplaces.settlementReader.listOutstanding(
      { channel_id },
      new Date()
    )
  const known = await marketplaces.listMarketplaceChannels(
    { id: channels.map((channel) => channel.channel_id) },
    { select: ["id", "name", "provider_id"], withDeleted: true }
  )
  const byId = new Map(known.map((channel) => [channel.id, channel]))
  res.json({
    outstanding,
    channels: channels.map((channel) => ({
      ...channel,
      channel_name: byId.get(channel.channel_id)?.name ?? null,
      provider_id: byId.get(channel.channel_id)?.provider_id ?? null,
    })),
  })
}
