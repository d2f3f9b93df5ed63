import { marketplacesOf } from "../src/workflows/marketplaces"
import { beginConnection } from "../src/workflows/channels/begin-connection"
import { Channel, listChannels } from "../src/workflows/orders/channel"
import { executeRun } from "../src/workflows/runs/execute-run"
import { startRun } from "../src/workflows/runs/start-run"
import { control } from "./orders"
import { BenchShop } from "./shop"

const USER = "user_bench"

/** Connects Tiki as well, by the seller's own app; a shop that was connected before stays it. */
export async function connectTiki(shop: BenchShop): Promise<Channel> {
  const { settings } = await control<{
    settings: { apps: { name: string; client_id: string }[] }
  }>(shop, "/tiki/state")
  const [{ client_id }] = settings.apps
  const begun = await beginConnection(shop.container, {
    provider_id: "tiki",
    user_id: USER,
    credentials: { client_id, client_secret: "demo_tiki_secret" },
  })
  if (!("channel_ids" in begun)) {
    throw new Error("Tiki asked for a consent")
  }
  const [channel] = await listChannels(
    marketplacesOf(shop.container),
    begun.channel_ids
  )
  return channel
}

/** Learns what channels sell. */
export async function downloadListings(
  { container }: BenchShop,
  channel_ids: string[]
): Promise<void> {
  const run = await startRun(container, {
    kind: "listing_download",
    params: { channel_ids },
    created_by: USER,
  })
  await executeRun(container, run.id)
  for (;;) {
    const { status } = await marketplacesOf(container).retrieveMarketplaceRun(
      run.id
    )
    if (status === "done") {
      return
    }
    if (status === "failed") {
      throw new Error("The listings could not be downloaded")
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
