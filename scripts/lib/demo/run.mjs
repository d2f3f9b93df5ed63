import { signIn } from "./admin-client.mjs"
import { agreesWithBooks } from "./books.mjs"
import { connectChannels } from "./connect.mjs"
import { downloadAndLink } from "./listings.mjs"
import { downloadOrders } from "./orders.mjs"
import { pushStock } from "./stock.mjs"

/** The main job, over HTTP as any client would do it. Returns its summary. */
export async function runDemo({ url, admin, sandbox, progress }) {
  const client = await signIn(url, admin)
  const channels = await progress.step("Connecting TikTok Shop and Tiki", () =>
    connectChannels(client, sandbox.marketplaces)
  )
  const listings = await progress.step("Downloading and linking listings", () =>
    downloadAndLink(client, channels)
  )
  const orders = await progress.step("Downloading orders", () =>
    downloadOrders(client, channels, progress.say)
  )
  const stock = await progress.step("Showing the shop's stock", () =>
    pushStock(client, channels)
  )
  const summary = {
    channels: channels.map(
      ({ id, provider_id, name, external_id, status }) => ({
        id,
        provider_id,
        name,
        external_id,
        status,
      })
    ),
    listings,
    orders,
    stock,
  }
  const agrees = await progress.step("Comparing with the marketplaces", () =>
    agreesWithBooks({
      client,
      marketplaces: sandbox.marketplaces,
      channels,
      summary,
      say: progress.say,
    })
  )
  return { ...summary, agrees_with_marketplace: agrees }
}
