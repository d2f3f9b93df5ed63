import { isExpiring, nextCare, renewalDue } from "../../domain/channels/renewal"
import type { FlowContext, FlowOutcome } from "../flows/flow-context"

/**
 * Works off an `authorization` flow: renews the access token before it ends and says on
 * the channels of the authorization when a person has to sign in soon. Each of them has
 * such a flow; the first renews, the others find it done. Credentials that never end are
 * not renewed, and need no such flow.
 *
 * @throws {MarketplaceError} when renewing failed; a refusal is already noted on every
 * channel of the authorization, and on no other.
 */
export async function renewAuthorization({
  marketplaces,
  channel: { authorization_id },
}: FlowContext): Promise<FlowOutcome> {
  const now = new Date()
  // Read before the row that says whether they are due: ones that another worker renews
  // meanwhile are then told apart, and not renewed once more.
  const credentials = await marketplaces.vault.credentials(authorization_id)
  const stored =
    await marketplaces.retrieveMarketplaceAuthorization(authorization_id)
  const due = renewalDue(stored.expires_at, stored.updated_at)
  const current =
    due && due <= now
      ? await marketplaces.vault.renew(authorization_id, credentials)
      : stored
  const [from, to] = isExpiring(current.refresh_expires_at, now)
    ? ["connected", "expiring"]
    : ["expiring", "connected"]
  await marketplaces.updateMarketplaceChannels({
    selector: { authorization_id, status: from },
    data: { status: to },
  })
  const next = current === stored && due ? due : nextCare(current, now)
  return next ? { due_at: next } : "finished"
}
