import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

/** Has the parked orders that wait for these SKUs planned again. */
export async function nudgeWaitingOrders(
  { orderReader, nudges }: MarketplaceChannelModuleService,
  channel_id: string,
  external_sku_ids: string[]
): Promise<void> {
  if (!external_sku_ids.length) {
    return
  }
  const waiting = await orderReader.listWaitingForSkus(
    channel_id,
    external_sku_ids
  )
  await nudges.add(
    channel_id,
    waiting.map(({ external_id }) => external_id),
    "link"
  )
}
