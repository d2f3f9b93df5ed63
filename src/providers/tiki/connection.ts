import { Credentials, Grant, Shop } from "../../domain/provider/authorization"
import { ChannelAccess, RateLane } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { Warehouse } from "../../domain/provider/marketplace-provider"
import { JsonObject } from "../../domain/shared/json"
import { Session, sessionOf } from "../shared/http"
import { understand } from "./answer"
import { accessKindOf, credentialsOf, inHouseAppOf } from "./auth"
import { TikiClient, WHO } from "./client"
import { fieldsOf, mapSeller, mapWarehouse } from "./mappers"
import { PAGE_SIZE, walkPages } from "./pages"
import { TikiApp, TikiConfig, WireToken, WireWarehouse } from "./types"

/**
 * Connects with what a person typed in: the client id and secret of the seller's own
 * app, or the seller's Client key.
 * @throws {MarketplaceError} `credentials_invalid` or `authorization_refused` when they are
 * wrong or incomplete; `rejected` when the seller cannot work yet.
 */
export async function connectByFields(
  client: TikiClient,
  config: TikiConfig,
  fields: Record<string, string>
): Promise<Grant> {
  const { client_id, client_secret, client_key } = trimmed(fields)
  if (client_key && config.allowClientKey) {
    const values = { client_key }
    const never = { expires_at: null, refresh_expires_at: null }
    return grantOf(client, { values, ...never }, [])
  }
  if (!client_id || !client_secret) {
    throw new MarketplaceError({
      kind: "credentials_invalid",
      message: config.allowClientKey
        ? "Tiki: fill in the client id and the client secret, or the Client key"
        : "Tiki: fill in both the client id and the client secret",
    })
  }
  const app = { client_id, client_secret }
  const token = await client.token(app, { grant_type: "client_credentials" })
  return grantOf(client, readCredentials(client, token, app), scopesOf(token))
}

/**
 * Exchanges the code of a consent.
 * @throws {MarketplaceError} `code_invalid`, or `credentials_invalid` for a wrong app.
 */
export async function completeAuthorization(
  client: TikiClient,
  app: TikiApp,
  code: string,
  redirect_uri: string
): Promise<Grant> {
  const token = await client.token(app, {
    grant_type: "authorization_code",
    code,
    redirect_uri,
  })
  return grantOf(client, readCredentials(client, token), scopesOf(token))
}

/**
 * Renews credentials: a seller's own app asks anew, a consent uses its refresh token,
 * which Tiki replaces every time. A Client key cannot be renewed.
 * @throws {MarketplaceError} `authorization_refused` when a person has to connect again.
 */
export async function renewCredentials(
  client: TikiClient,
  app: TikiApp | undefined,
  credentials: Credentials
): Promise<Credentials> {
  const own = inHouseAppOf(credentials)
  if (own) {
    const token = await client.token(own, { grant_type: "client_credentials" })
    return readCredentials(client, token, own)
  }
  if (accessKindOf(credentials) === "client_key") {
    throw refused("the Client key is no longer accepted")
  }
  const { refresh_token } = credentials.values
  if (!refresh_token || !app) {
    throw refused(
      app
        ? "the consent gave no refresh token (permission offline)"
        : "the app of the consent is no longer in the options (clientId, clientSecret)"
    )
  }
  const token = await client.token(app, {
    grant_type: "refresh_token",
    refresh_token,
  })
  return readCredentials(client, token, { refresh_token })
}

/** @throws {MarketplaceError} `authorization_refused` when they now open another seller's shop. */
export async function readShop(
  client: TikiClient,
  access: ChannelAccess
): Promise<Shop> {
  const shop = await readSeller(client, access)
  const { external_id } = access.channel
  if (shop.external_id !== external_id) {
    throw refused(
      `the credentials open seller ${shop.external_id}, not ${external_id}`
    )
  }
  return shop
}

export async function readWarehouses(
  client: TikiClient,
  access: ChannelAccess,
  lane: RateLane = "catalogue"
): Promise<Warehouse[]> {
  const warehouses = new Map<string, Warehouse>()
  const pages = walkPages("warehouses", (page) =>
    client.call(access, {
      method: "GET",
      path: "/v2/sellers/me/warehouses",
      query: {
        status: "1",
        type: "1",
        limit: String(PAGE_SIZE),
        page: String(page),
      },
      effect: "read",
      lane,
    })
  )
  for await (const { items } of pages) {
    for (const json of items) {
      const one = understand("warehouse", () =>
        mapWarehouse(fieldsOf<WireWarehouse>(json))
      )
      if (one) {
        warehouses.set(one.external_id, one)
      }
    }
  }
  return [...warehouses.values()]
}

/** The seller, who has to be able to work: the connection test in plain words. */
async function readSeller(client: TikiClient, session: Session): Promise<Shop> {
  const json = await client.call(session, {
    method: "GET",
    path: WHO,
    effect: "read",
    lane: "orders",
  })
  const { shop, hindrance } = understand("seller", () => mapSeller(json))
  if (hindrance) {
    throw new MarketplaceError({
      kind: "rejected",
      message: `Tiki: the connection works, but the seller "${shop.name}" cannot sell: ${hindrance}; see to it in Tiki's Seller Center`,
    })
  }
  return shop
}

async function grantOf(
  client: TikiClient,
  credentials: Credentials,
  scopes: string[]
): Promise<Grant> {
  const shop = await readSeller(client, sessionOf(credentials))
  const { external_id, name } = shop
  return { account: { external_id, name }, credentials, scopes, shops: [shop] }
}

function readCredentials(
  client: TikiClient,
  token: JsonObject,
  kept?: Record<string, string>
): Credentials {
  const credentials = credentialsOf(token as WireToken, client.now(), kept)
  if (!credentials) {
    throw new MarketplaceError({
      kind: "invalid_response",
      message: "Tiki: the token answer lacks the token or its end",
    })
  }
  return credentials
}

function scopesOf(token: JsonObject): string[] {
  return typeof token.scope === "string"
    ? token.scope.split(" ").filter((scope) => scope !== "")
    : []
}

function trimmed(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value.trim()])
  )
}

function refused(reason: string): MarketplaceError {
  return new MarketplaceError({
    kind: "authorization_refused",
    message: `Tiki: ${reason}; connect the shop again`,
  })
}
