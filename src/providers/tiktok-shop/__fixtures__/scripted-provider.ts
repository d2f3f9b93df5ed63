import { JsonObject } from "../../../domain/shared/json"
import { buildAccess } from "../../__fixtures__/access"
import {
  Reply,
  scriptedFetch,
  SentRequest,
} from "../../__fixtures__/scripted-fetch"
import { TikTokShopProvider } from "../provider"
import { credentials } from "./answers"
import { options } from "./options"

/** The demo shop's channel. */
export const accessToShop = () =>
  buildAccess(
    {
      external_id: "7495000000000000123",
      provider_data: { shop_cipher: "ROW_demoCipherVN01" },
    },
    credentials
  )

/** Unix seconds. */
export const NOW = 1_760_000_000

/** A provider at {@link NOW} whose calls get these answers. */
export function setUp(...replies: Reply[]) {
  const { fetch, sent } = scriptedFetch(...replies)
  const provider = new TikTokShopProvider({}, options, {
    fetch,
    now: () => NOW * 1000,
    random: () => 0,
  })
  return { provider, sent, access: accessToShop() }
}

export function bodyOf(request: SentRequest): JsonObject {
  return JSON.parse(request.body ?? "{}")
}
