import { join } from "node:path"
import { MARKETPLACE_CHANNEL_MODULE } from "../../src/modules/marketplace-channel"
import { FakeMarketplace, FakeProviderOptions } from "../fixtures/fake-provider"
import { AdminClient } from "./admin"
import { ChannelAnswer } from "./connect"

type WithProviders = { options?: { providers?: unknown[] } }

/**
 * Adds the fake marketplace as provider `fake` to the shop that boots next. What the
 * environment tells the configuration has to be set before.
 */
export async function useFakeMarketplace(
  name: string,
  options: Partial<FakeProviderOptions> = {}
): Promise<FakeMarketplace> {
  const { default: config } = jest.requireActual<{
    default: { modules: Record<string, WithProviders> }
  }>("../../medusa-config")
  config.modules[MARKETPLACE_CHANNEL_MODULE].options?.providers?.push({
    resolve: join(__dirname, "../fixtures/fake-provider"),
    id: "fake",
    options: { marketplace: name, secret: `secret of ${name}`, ...options },
  })
  return FakeMarketplace.named(name)
}

/** Connects every shop of the fake marketplace, through its consent. */
export async function connectFake(
  admin: AdminClient,
  marketplace: FakeMarketplace,
  base_url: string
): Promise<ChannelAnswer[]> {
  const { body } = await admin.post<{ authorization_url: string }>(
    "/channels",
    { provider_id: "fake" }
  )
  const state = new URL(body.authorization_url).searchParams.get("state") ?? ""
  const query = new URLSearchParams({ code: marketplace.issueCode(), state })
  await fetch(`${base_url}/hooks/marketplaces/fake/callback?${query}`, {
    redirect: "manual",
  })
  const list = await admin.get<{
    channels: (ChannelAnswer & { provider_id: string })[]
  }>("/channels")
  return list.body.channels.filter(({ provider_id }) => provider_id === "fake")
}
