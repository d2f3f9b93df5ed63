import { Sandbox } from "../../sandbox"
import {
  Article,
  offerArticles,
} from "../../integration-tests/stock-crashes/articles"
import { Cluster } from "../../integration-tests/support/cluster"
import {
  ChannelAnswer,
  connectTikTokShop,
} from "../../integration-tests/support/connect"
import { finishRun } from "../../integration-tests/support/runs"
import { Records } from "./records"
import { Sale } from "./sales"

/** A shop of several processes that sells the same articles on both marketplaces. */
export type SoakShop = {
  readonly cluster: Cluster
  readonly sandbox: Sandbox
  readonly records: Records
  readonly channels: { tiktok: ChannelAnswer; tiki: ChannelAnswer }
  readonly articles: Omit<Article, "shelf">[]
  /** Of each article, before anything is sold. */
  readonly units: number
  /** Everything that was sold so far. */
  readonly sales: Sale[]
}

/** Connects both marketplaces; every article lies on one shelf of Medusa's and is linked on both. */
export async function openSoakShop(
  cluster: Cluster,
  sandbox: Sandbox,
  { count, units }: { count: number; units: number }
): Promise<SoakShop> {
  const { admin, base_url } = cluster
  const articles = offerArticles(sandbox, { count, units })
  const [tiktok] = await connectTikTokShop(admin, sandbox, base_url)
  const { client_id, client_secret } = sandbox.tiki.options.apps.in_house
  const { body } = await admin.post<{ channel: ChannelAnswer }>("/channels", {
    provider_id: "tiki",
    credentials: { client_id, client_secret },
  })
  const tiki = body.channel
  await finishRun(admin, "/listings/downloads", {
    channel_ids: [tiktok.id, tiki.id],
  })
  const records = await Records.begin(cluster.database_url)
  await finishRun(admin, "/listings/create-products", {
    listing_ids: await records.listings(
      tiktok.id,
      articles.map(({ seller_sku }) => seller_sku)
    ),
  })
  await admin.post("/listings/auto-link", { channel_id: tiki.id, apply: true })
  sandbox.tiktok.options.webhook_url = `${base_url}/hooks/marketplaces/tiktok-shop`
  return {
    cluster,
    sandbox,
    records,
    channels: { tiktok, tiki },
    articles,
    units,
    sales: [],
  }
}
