import {
  RedactsOrders,
  redactsOrders,
} from "../../domain/provider/redacts-orders"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import {
  OldCopy,
  Place,
} from "../../modules/marketplace-channel/services/retention"

/** About a megabyte of payloads. */
const BATCH = 100

/** Leaves of old orders what the rules read; those of providers that are gone stay as they are. */
export async function forgetCopies(
  { providers, retention }: MarketplaceChannelModuleService,
  before: Date
): Promise<void> {
  const redacting = new Map(
    providers
      .list()
      .flatMap(({ id, provider }): [string, RedactsOrders][] =>
        redactsOrders(provider) ? [[id, provider]] : []
      )
  )
  for (let place: Place | null = null; ;) {
    const copies: OldCopy[] = await retention.listOldCopies(
      [...redacting.keys()],
      before,
      place,
      BATCH
    )
    const redacted = copies.flatMap((copy) => redactedCopy(redacting, copy))
    if (redacted.length) {
      await retention.redact(redacted)
    }
    place = copies.at(-1) ?? null
    if (copies.length < BATCH) {
      return
    }
  }
}

function redactedCopy(
  redacting: Map<string, RedactsOrders>,
  { id, provider_id, content_hash, payload }: OldCopy
) {
  const provider = redacting.get(provider_id)
  return payload && provider
    ? [{ id, content_hash, payload: provider.redactOrder(payload) }]
    : []
}
