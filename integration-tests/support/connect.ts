import { Sandbox } from "../../sandbox"
import { AdminClient } from "./admin"

export type ChannelAnswer = {
  id: string
  name: string
  status: string
  external_id: string
  sales_channel_id: string
  settings: Record<string, unknown>
}

/** Connects the sandbox's TikTok Shop seller as a person would, through the consent page. */
export async function connectTikTokShop(
  admin: AdminClient,
  sandbox: Sandbox,
  base_url: string
): Promise<ChannelAnswer[]> {
  sandbox.tiktok.options.app.redirect_url = `${base_url}/hooks/marketplaces/tiktok-shop/callback`
  const { body } = await admin.post<{ authorization_url: string }>(
    "/channels",
    { provider_id: "tiktok-shop" }
  )
  const consent = await fetch(`${body.authorization_url}&auto=1`, {
    redirect: "manual",
  })
  const callback = consent.headers.get("location")
  if (!callback) {
    throw new Error(`the consent page answered ${consent.status}`)
  }
  await fetch(callback, { redirect: "manual" })
  const list = await admin.get<{ channels: ChannelAnswer[] }>("/channels")
  return list.body.channels
}
