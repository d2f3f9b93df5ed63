import { MedusaContainer } from "@medusajs/framework/types"
import { Sandbox } from "../../sandbox"
import { beginConnection } from "../../src/workflows/channels/begin-connection"
import { completeConnection } from "../../src/workflows/channels/complete-connection"
import { Marketplace } from "../histories/event"
import { STAFF } from "./shop-staff"

type Fetch = typeof fetch

/**
 * Connects a marketplace's shop, or signs its channel in again, as a person does.
 * @returns the channel's id.
 */
export async function signIn(
  container: MedusaContainer,
  { tiki }: Sandbox,
  marketplace: Marketplace,
  browse: Fetch
): Promise<string> {
  // Everything is this shop's from the first order on.
  const settings = {
    stock_from: new Date(Date.now() - 86_400_000).toISOString(),
  }
  const { client_id, client_secret } = tiki.options.apps.in_house
  const start = await beginConnection(container, {
    provider_id: marketplace,
    user_id: STAFF,
    settings,
    ...(marketplace === "tiki" && {
      credentials: { client_id, client_secret },
    }),
  })
  if ("channel_ids" in start) {
    return start.channel_ids[0]
  }
  const consent = await browse(`${start.authorization_url}&auto=1`, {
    redirect: "manual",
  })
  const back = new URL(consent.headers.get("location") ?? "")
  const outcome = await completeConnection(container, {
    provider_id: marketplace,
    code: back.searchParams.get("code") ?? undefined,
    state: back.searchParams.get("state") ?? undefined,
  })
  if (!("connected" in outcome)) {
    throw new Error(`signing in came to ${JSON.stringify(outcome)}`)
  }
  return outcome.connected[0]
}
