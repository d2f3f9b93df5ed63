import { Credentials } from "../../domain/provider/authorization"
import { TikiApp, TikiConfig, WireToken } from "./types"

/**
 * How credentials open a shop: the seller's Client key of the old API, the seller's own
 * app (in-house), or the consent given to the app of the options.
 */
export type AccessKind = "client_key" | "in_house" | "consent"

export function accessKindOf({ values }: Credentials): AccessKind {
  if (values.client_key) {
    return "client_key"
  }
  return values.client_id ? "in_house" : "consent"
}

/** The seller's own app; undefined when the credentials come from a consent. */
export function inHouseAppOf({ values }: Credentials): TikiApp | undefined {
  const { client_id, client_secret } = values
  return client_id && client_secret ? { client_id, client_secret } : undefined
}

/** The header that lets a call in. */
export function authorizationHeader({
  values,
}: Credentials): Record<string, string> {
  return values.client_key
    ? { "tiki-api": values.client_key }
    : { authorization: `Bearer ${values.access_token ?? ""}` }
}

/** Where a call goes: below the options' address, whose own path is kept. */
export function addressOf({ apiUrl }: TikiConfig, path: string): URL {
  return new URL(`${apiUrl.replace(/\/+$/, "")}${path}`)
}

/** The page that asks a seller for consent. */
export function consentPage(
  config: TikiConfig,
  app: TikiApp,
  { state, callback_url }: { state: string; callback_url: string }
): string {
  const page = addressOf(config, "/sc/oauth2/auth")
  const parameters = {
    response_type: "code",
    client_id: app.client_id,
    redirect_uri: callback_url,
    scope: config.scopes,
    state,
  }
  for (const [name, value] of Object.entries(parameters)) {
    page.searchParams.set(name, value)
  }
  return page.toString()
}

/** What a token is asked for with. */
export type TokenGrant =
  | { grant_type: "client_credentials" }
  | { grant_type: "authorization_code"; code: string; redirect_uri: string }
  | { grant_type: "refresh_token"; refresh_token: string }

/** Header and form of a token call; the app proves itself in one of them. */
export function tokenRequest(
  app: TikiApp,
  grant: TokenGrant,
  authentication: TikiConfig["clientAuthentication"]
): { headers: Record<string, string>; form: Record<string, string> } {
  const { client_id, client_secret } = app
  const form = { ...grant, client_id }
  if (authentication === "post") {
    return { headers: {}, form: { ...form, client_secret } }
  }
  const basic = Buffer.from(`${client_id}:${client_secret}`).toString("base64")
  return { headers: { authorization: `Basic ${basic}` }, form }
}

/**
 * The credentials in a token answer; undefined when a part is missing.
 * @param now milliseconds since 1970; `expires_in` counts from here.
 * @param kept values that live on beside the token: a seller's own app, or the old
 * refresh token when Tiki sends no new one.
 */
export function credentialsOf(
  token: Partial<WireToken>,
  now: number,
  kept: Record<string, string> = {}
): Credentials | undefined {
  const { access_token, refresh_token } = token
  const lifetime_ms = Number(token.expires_in) * 1000
  if (!access_token || !(lifetime_ms > 0)) {
    return undefined
  }
  return {
    values: {
      ...kept,
      access_token,
      ...(refresh_token ? { refresh_token } : {}),
    },
    expires_at: new Date(now + lifetime_ms),
    refresh_expires_at: null,
  }
}
