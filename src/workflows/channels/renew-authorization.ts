import { isExpiring, renewalDue } from "../../domain/channels/renewal"
import type { FlowContext, FlowOutcome } from "../flows/flow-context"

const DAY_MS = 86_400_000

/**
 * Works off an `authorization` flow: renews the access token before it ends and says on
 * the channels of the authorization when a person has to sign in soon. Each of them has
 * such a flow; the first renews, the others find it done.
 *
 * @throws {MarketplaceError} when renewing failed; a refusal is already noted on every
 * channel of the authorization, and on no other.
 */
export async function renewAuthorization({
  marketplaces,
  channel: { authorization_id },
}: FlowContext): Promise<FlowOutcome> {
  const now = new Date()
  const stored =
    await marketplaces.retrieveMarketplaceAuthorization(authorization_id)
  const due = renewalDue(stored.expires_at, stored.updated_at)
  const pending = due !== null && due > now
  const { expires_at, refresh_expires_at } = pending
    ? stored
    : await marketplaces.vault.renew(
        authorization_id,
        await marketplaces.vault.credentials(authorization_id)
      )
  const [from, to] = isExpiring(refresh_expires_at, now)
    ? ["connected", "expiring"]
    : ["expiring", "connected"]
  await marketplaces.updateMarketplaceChannels({
    selector: { authorization_id, status: from },
    data: { status: to },
  })
  const next = pending ? due : renewalDue(expires_at, now)
  return { due_at: next ?? new Date(now.getTime() + DAY_MS) }
}
