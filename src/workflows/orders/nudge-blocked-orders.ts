import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

/**
 * Has the parked orders of a channel planned again from their stored copies: what they waited for
 * may be there. Those whose cause is still there stay as they are.
 * @param which by default all; those planned longest ago come first.
 */
export async function nudgeBlockedOrders(
  { orderReader, nudges }: MarketplaceChannelModuleService,
  channel_id: string,
  which: { planned_before?: Date; limit?: number } = {}
): Promise<void> {
  const { planned_before = null, limit = null } = which
  await nudges.add(
    channel_id,
    await orderReader.listBlocked(channel_id, { planned_before, limit }),
    "check"
  )
}
