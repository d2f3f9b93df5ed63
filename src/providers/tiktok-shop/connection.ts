import { Credentials, Grant, Shop } from "../../domain/provider/authorization"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { Warehouse } from "../../domain/provider/marketplace-provider"
import { JsonObject } from "../../domain/shared/json"
import { reworded } from "../shared/errors"
import { Session, sessionOf } from "../shared/http"
import { understand } from "./answer"
import { credentialsOf, tokenQuery } from "./auth"
import { TikTokShopClient } from "./client"
import { fieldsOf, mapShops, mapWarehouses } from "./mappers"
import { TikTokShopConfig, WireToken } from "./types"

/** `user_type` of a seller; creators and partners sign in at the same page. */
const SELLER = "0"

/**
 * Exchanges a code for credentials and the shops they open.
 * @throws {MarketplaceError} `code_invalid` or `credentials_invalid` for a wrong code, key or secret;
 * `rejected` when the account is no seller's.
 */
export async function completeAuthorization(
  client: TikTokShopClient,
  config: TikTokShopConfig,
  code: string
): Promise<Grant> {
  const data = await client.token("get", tokenQuery(config, { code }))
  const token = fieldsOf<WireToken>(data)
  const user_type = understand("token", () => token.text("user_type"))
  if (user_type !== null && user_type !== SELLER) {
    throw new MarketplaceError({
      kind: "rejected",
      message: `TikTok Shop: this account is no seller (user_type ${user_type}); sign in with the shop's main seller account`,
    })
  }
  const credentials = readCredentials(data)
  const shops = await readShops(client, sessionOf(credentials))
  return understand("token", () => ({
    account: {
      external_id: token.required("open_id"),
      name: token.text("seller_name") ?? token.required("open_id"),
    },
    credentials,
    scopes: token.texts("granted_scopes"),
    shops,
  }))
}

/**
 * Renews credentials. TikTok always gives a new pair; keep the old one until the new one
 * has worked.
 * @throws {MarketplaceError} `authorization_refused` when a person has to sign in again.
 */
export async function renewCredentials(
  client: TikTokShopClient,
  config: TikTokShopConfig,
  { values }: Credentials
): Promise<Credentials> {
  const { refresh_token = "" } = values
  try {
    const query = tokenQuery(config, { refresh_token })
    return readCredentials(await client.token("refresh", query))
  } catch (error) {
    throw isRefusedToken(error) ? refusedRenewal(error) : error
  }
}

/** The shops that these credentials open; the one call of a shop without `shop_cipher`. */
export async function readShops(
  client: TikTokShopClient,
  session: Session
): Promise<Shop[]> {
  const data = await client.call(session, {
    method: "GET",
    path: "/authorization/202309/shops",
    effect: "read",
    lane: "orders",
  })
  return understand("list of shops", () => mapShops(data))
}

/** @throws {MarketplaceError} `authorization_refused` when the shop is no longer among those opened. */
export async function readShop(
  client: TikTokShopClient,
  access: ChannelAccess
): Promise<Shop> {
  const { external_id } = access.channel
  const shops = await readShops(client, access)
  const shop = shops.find((one) => one.external_id === external_id)
  if (!shop) {
    throw new MarketplaceError({
      kind: "authorization_refused",
      message: `TikTok Shop: the authorization no longer covers shop ${external_id}; connect the shop again`,
    })
  }
  return shop
}

export async function readWarehouses(
  client: TikTokShopClient,
  access: ChannelAccess
): Promise<Warehouse[]> {
  const data = await client.call(access, {
    method: "GET",
    path: "/logistics/202309/warehouses",
    query: { shop_cipher: access.channel.provider_data.shop_cipher },
    effect: "read",
    lane: "catalogue",
  })
  return understand("list of warehouses", () => mapWarehouses(data))
}

function readCredentials(data: JsonObject): Credentials {
  const credentials = credentialsOf(data as WireToken)
  if (!credentials) {
    throw new MarketplaceError({
      kind: "invalid_response",
      message: "TikTok Shop: the token answer lacks a token or its end",
    })
  }
  return credentials
}

/** Codes about the token itself; a wrong key or secret is another matter. */
function isRefusedToken(error: unknown): error is MarketplaceError {
  return (
    error instanceof MarketplaceError &&
    (error.code === "36004004" ||
      ["rejected", "not_found", "authorization_expired"].includes(error.kind))
  )
}

function refusedRenewal(error: MarketplaceError): MarketplaceError {
  const { code, request_id } = error
  const request = request_id ? `, request ${request_id}` : ""
  return reworded(
    error,
    "authorization_refused",
    `TikTok Shop: the authorization cannot be renewed; connect the shop again (code ${code}${request})`
  )
}
