import { Sandbox } from "../../sandbox"
import { ChannelAnswer, connectTikTokShop } from "../support/connect"
import { KillableHost } from "../support/killable-host"
import { finishRun } from "../support/runs"
import { Article, offerArticles } from "./articles"
import { Witness } from "./witness"

/** Two marketplaces that sell from one shelf, and a host that dies now and then. */
export type StockShop = {
  readonly host: KillableHost
  readonly sandbox: Sandbox
  readonly tiktok: ChannelAnswer
  readonly tiki: ChannelAnswer
  readonly articles: Article[]
  readonly witness: Witness
}

/** Units that Tiki is never offered. */
export const TIKI_BUFFER = 2

/** Connects both, with every article linked on both to one variant of Medusa's. */
export async function openStockShop(
  host: KillableHost,
  sandbox: Sandbox
): Promise<StockShop> {
  const { admin, base_url } = host
  const witness = await Witness.begin(host.database_url)
  const offered = offerArticles(sandbox)
  const [tiktok] = await connectTikTokShop(admin, sandbox, base_url)
  const { client_id, client_secret } = sandbox.tiki.options.apps.in_house
  const { body } = await admin.post<{ channel: ChannelAnswer }>("/channels", {
    provider_id: "tiki",
    credentials: { client_id, client_secret },
    settings: { buffer: TIKI_BUFFER },
  })
  const tiki = body.channel
  await admin.post(`/channels/${tiki.id}`, {
    settings: { buffer: TIKI_BUFFER },
  })
  await finishRun(admin, "/listings/downloads", {
    channel_ids: [tiktok.id, tiki.id],
  })
  const on_tiktok = new Map(
    (await witness.listings(tiktok.id)).map((one) => [
      one.external_sku_id,
      one.id,
    ])
  )
  await finishRun(admin, "/listings/create-products", {
    listing_ids: offered.map(({ tiktok_sku_id }) =>
      on_tiktok.get(tiktok_sku_id)
    ),
  })
  await admin.post("/listings/auto-link", { channel_id: tiki.id, apply: true })
  await witness.hastenSweeps()
  const shelves = await witness.shelves(tiktok.id)
  const articles = offered.map((one) => {
    const shelf = shelves.get(one.tiktok_sku_id)
    if (!shelf) {
      throw new Error(`${one.seller_sku} lies on no shelf`)
    }
    return { ...one, shelf }
  })
  return { host, sandbox, tiktok, tiki, articles, witness }
}
