import { Page } from "../../../domain/provider/marketplace-provider"
import { JsonObject } from "../../../domain/shared/json"
import { options } from "./options"
import {
  buildAccess,
  Reply,
  scriptedFetch,
  SentRequest,
} from "./scripted-fetch"
import { TikTokShopProvider } from "../provider"

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
  return { provider, sent, access: buildAccess() }
}

export async function all<T>(pages: AsyncIterable<Page<T>>): Promise<T[]> {
  const items: T[] = []
  for await (const page of pages) {
    items.push(...page.items)
  }
  return items
}

export function bodyOf(request: SentRequest): JsonObject {
  return JSON.parse(request.body ?? "{}")
}
