import { Credentials } from "../../../domain/provider/authorization"
import { buildAccess } from "../../__fixtures__/access"
import { Reply, scriptedFetch } from "../../__fixtures__/scripted-fetch"
import { TikiProvider } from "../provider"
import { TikiOptions } from "../types"
import { SELLER } from "./answers"

/** Milliseconds since 1970. */
export const NOW = Date.parse("2025-06-11T05:00:00Z")

/** Nothing of this opens anything. */
export const APP = {
  clientId: "7590000000000001",
  clientSecret: "demo_secret_4b1d",
}

export const consent = (access_token: string): Credentials => ({
  values: { access_token, refresh_token: "refresh-1" },
  expires_at: new Date(NOW + 3_599_000),
  refresh_expires_at: null,
})

export const inHouse = (access_token: string): Credentials => ({
  ...consent(access_token),
  values: {
    client_id: "7590000000000002",
    client_secret: "own_secret_77aa",
    access_token,
  },
})

export const clientKey = (): Credentials => ({
  values: { client_key: "5d0c1c1e-demo-key" },
  expires_at: null,
  refresh_expires_at: null,
})

export const accessToShop = (credentials = consent) =>
  buildAccess(
    {
      external_id: String(SELLER.id),
      provider_data: { sid: SELLER.sid },
    },
    credentials
  )

/** A provider at {@link NOW} whose calls get these answers. */
export function setUp(...replies: Reply[]) {
  return setUpWith({}, ...replies)
}

export function setUpWith(options: TikiOptions, ...replies: Reply[]) {
  const { fetch, sent } = scriptedFetch(...replies)
  const provider = new TikiProvider(
    {},
    { ...APP, maxRetries: 3, ...options },
    { fetch, now: () => NOW, random: () => 0 }
  )
  return { provider, sent, access: accessToShop() }
}
