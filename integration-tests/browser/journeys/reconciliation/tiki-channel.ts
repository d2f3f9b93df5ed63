import type { AdminApi } from "../../support/admin-api"

type Channel = { id: string; name: string; provider_id: string }

/** The seller's own app, as the demo's sandbox has it. */
const APP = { client_id: "7590139168389961", client_secret: "demo_tiki_secret" }

/** The shop at Tiki; connected, with its products linked, where no earlier journey has done so. */
export async function tikiChannel(api: AdminApi): Promise<Channel> {
  const { channels } = await api.get<{ channels: Channel[] }>(
    "/marketplaces/channels"
  )
  const known = channels.find(({ provider_id }) => provider_id === "tiki")
  if (known) {
    return known
  }
  const { channel } = await api.post<{ channel: Channel }>(
    "/marketplaces/channels",
    { provider_id: "tiki", credentials: APP }
  )
  const { run } = await api.post<{ run: { id: string } }>(
    "/marketplaces/listings/downloads",
    { channel_ids: [channel.id] }
  )
  await api.finishRun(run.id)
  await api.post("/marketplaces/listings/auto-link", {
    channel_id: channel.id,
    apply: true,
  })
  return channel
}
