import { redactsOrders } from "../../domain/provider/redacts-orders"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import {
  OldCopy,
  Place,
} from "../../modules/marketplace-channel/services/retention"

/** About a megabyte of payloads. */
const BATCH = 100

/** Leaves of old orders what the rules read; those of providers that are gone stay as they are. */
export async function forgetCopies(
  marketplaces: MarketplaceChannelModuleService,
  before: Date
): Promise<void> {
  const { retention } = marketplaces
  for (let place: Place | null = null; ;) {
    const copies: OldCopy[] = await retention.listOldCopies(
      before,
      place,
      BATCH
    )
    await retention.redact(
      copies.flatMap((copy) => redactedCopy(marketplaces, copy))
    )
    place = copies.at(-1) ?? null
    if (copies.length < BATCH) {
      return
    }
  }
}

function redactedCopy(
  { providers }: MarketplaceChannelModuleService,
  { id, provider_id, content_hash, payload }: OldCopy
) {
  const provider = providers.has(provider_id)
    ? providers.retrieve(provider_id)
    : null
  return payload && provider && redactsOrders(provider)
    ? [{ id, content_hash, payload: provider.redactOrder(payload) }]
    : []
}
