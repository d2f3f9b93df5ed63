import { MedusaContainer } from "@medusajs/framework/types"
import { isExpiring, renewalDue } from "../../domain/channels/renewal"
import { isTemporary } from "../../domain/provider/marketplace-error"
import { ClaimedFlow } from "../../modules/marketplace-channel/services/flow-schedule"
import { marketplacesOf } from "../marketplaces"

const MINUTE_MS = 60_000
const LONGEST_WAIT_MS = 60 * MINUTE_MS
const DAY_MS = 24 * LONGEST_WAIT_MS

/**
 * Works off an `authorization` flow: renews the access token before it ends, and says on
 * the channel when a person has to sign in soon, or now. Ends the flow's lease itself and
 * never throws, so that one channel's trouble stays its own.
 *
 * Channels of one authorization each have such a flow; the first renews, the others find
 * it done.
 */
export async function renewAuthorization(
  container: MedusaContainer,
  flow: ClaimedFlow,
  now: Date
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  try {
    const { authorization_id } = await marketplaces.retrieveMarketplaceChannel(
      flow.channel_id
    )
    const stored =
      await marketplaces.retrieveMarketplaceAuthorization(authorization_id)
    const due = renewalDue(stored.expires_at, stored.updated_at)
    const { expires_at, refresh_expires_at } =
      due && due > now
        ? stored
        : await marketplaces.vault.renew(
            authorization_id,
            await marketplaces.vault.credentials(authorization_id)
          )
    await markExpiring(container, authorization_id, refresh_expires_at, now)
    const next = due && due > now ? due : renewalDue(expires_at, now)
    await marketplaces.flows.succeed(
      flow.id,
      next ?? new Date(now.getTime() + DAY_MS)
    )
  } catch (error) {
    const wait = isTemporary(error)
      ? Math.min(MINUTE_MS * 2 ** flow.failures, LONGEST_WAIT_MS)
      : LONGEST_WAIT_MS
    await marketplaces.flows.fail(
      flow.id,
      new Date(now.getTime() + wait),
      error instanceof Error ? error.message : String(error)
    )
  }
}

async function markExpiring(
  container: MedusaContainer,
  authorization_id: string,
  refresh_expires_at: Date | null,
  now: Date
): Promise<void> {
  const [from, to] = isExpiring(refresh_expires_at, now)
    ? ["connected", "expiring"]
    : ["expiring", "connected"]
  await marketplacesOf(container).updateMarketplaceChannels({
    selector: { authorization_id, status: from },
    data: { status: to },
  })
}
