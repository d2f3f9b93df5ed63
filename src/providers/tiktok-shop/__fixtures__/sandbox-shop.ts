import { startSandbox } from "../../../../sandbox"
import { TikTokShopInput } from "../../../../sandbox/tiktok-shop/options"
import { Credentials } from "../../../domain/provider/authorization"
import { ChannelAccess } from "../../../domain/provider/channel-access"
import { TikTokShopProvider } from "../provider"
import { TikTokShopOptions } from "../types"

/** A sandbox with one shop, and what makes providers that are connected to it. */
export async function openShop(input: TikTokShopInput = {}) {
  const sandbox = await startSandbox({ tiktok_shop: input })
  const { tiktok, urls } = sandbox
  const connect = async (more: Partial<TikTokShopOptions> = {}) => {
    const { key, secret, service_id } = tiktok.options.app
    const provider = new TikTokShopProvider(
      {},
      {
        appKey: key,
        appSecret: secret,
        serviceId: service_id,
        apiUrl: urls.api,
        authUrl: urls.auth,
        consentUrl: urls.consent,
        requestTimeoutMs: 2_000,
        maxRetries: 1,
        ...more,
      }
    )
    const code = tiktok.consent()
    const grant = await provider.completeAuthorization({ code })
    const [shop] = grant.shops
    return { provider, access: accessTo(shop, grant.credentials) }
  }
  return { sandbox, tiktok, connect }
}

function accessTo(
  shop: Omit<ChannelAccess["channel"], "id">,
  credentials: Credentials
): ChannelAccess {
  return {
    channel: { ...shop, id: "channel_1" },
    credentials: async () => credentials,
    renew: async () => credentials,
    pace: async () => undefined,
  }
}
