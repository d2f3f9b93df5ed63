import { LocalizedText } from "../shared/localized-text"

/**
 * Secrets that open a seller's account at a marketplace. Encrypted at rest, never
 * part of a workflow input, a log line, an event or an answer.
 */
export type Credentials = {
  /** Provider-specific secrets by name, for example `access_token`, `refresh_token`. */
  values: Record<string, string>
  /** When the access token ends (UTC); null when it does not. */
  expires_at: Date | null
  /** When renewing ends and a person has to sign in again (UTC); null when unknown or never. */
  refresh_expires_at: Date | null
}

/** A shop that an authorization opens. */
export type Shop = {
  external_id: string
  name: string
  /** ISO 3166-1 alpha-2, upper case. */
  region: string
  /** ISO 4217, lower case. */
  currency_code: string
  /** What calls on this shop need besides the credentials, for example TikTok's `shop_cipher`. */
  provider_data: Record<string, string>
}

/** What a seller's consent or credentials gave. */
export type Grant = {
  /** The account at the marketplace; re-authorising must give the same one. */
  account: { external_id: string; name: string }
  credentials: Credentials
  scopes: string[]
  shops: Shop[]
}

/** The first step of connecting: either a page to send the person to, or the grant itself. */
export type AuthorizationStart =
  | { kind: "redirect"; authorization_url: string }
  | { kind: "granted"; grant: Grant }

/** A field the connect form asks for. */
export type ConnectField = {
  name: string
  /** The way of connecting that the field belongs to; one of several to choose from. */
  method: { id: string; label: LocalizedText }
  label: LocalizedText
  help?: LocalizedText
  secret: boolean
  /** Has to be filled in when its method is the one chosen. */
  required: boolean
}

/**
 * Whether a person has typed in the keys that these credentials rest on, and can type in others.
 * Those of an app stand in the server's options.
 */
export function hasTypedKeys(
  { connect_fields }: { connect_fields: Pick<ConnectField, "name">[] },
  { values }: Pick<Credentials, "values">
): boolean {
  return connect_fields.some(({ name }) => Boolean(values[name]))
}
