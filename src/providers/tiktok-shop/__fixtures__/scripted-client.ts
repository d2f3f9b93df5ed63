import { Reply, scriptedFetch } from "../../__fixtures__/scripted-fetch"
import { TikTokShopClient } from "../client"
import { readOptions } from "../options"
import { options } from "./options"
import { accessToShop, NOW } from "./scripted-provider"

/** A client at {@link NOW} whose calls get these answers. */
export function setUpClient(...replies: Reply[]) {
  const { fetch, sent } = scriptedFetch(...replies)
  const client = new TikTokShopClient(readOptions(options), {
    fetch,
    now: () => NOW * 1000,
    random: () => 0,
  })
  return { client, sent, access: accessToShop() }
}
