import { randomBytes } from "node:crypto"
import { Clock } from "../shared/clock"
import { keepGiven } from "../shared/keep"
import { ApiError } from "./api-error"
import { invalidGrant } from "./oauth-error"
import { Scope, TikiApp, TikiOptions } from "./options"

const CODE_LIFE_SECONDS = 10 * 60

/** What an app may do for a seller, or for itself; many tokens follow from one. */
export type Grant = {
  client_id: string
  /** Null when the app acts for itself. */
  seller_id: number | null
  scopes: Scope[]
  revoked: boolean
}

type Code = {
  grant: Grant
  redirect_uri: string
  expires_at: number
  used: boolean
}
/** Times in seconds since 1970, UTC. */
type Access = { grant: Grant; expires_at: number }
type Refresh = {
  grant: Grant
  expires_at: number
  used: boolean
  access_token: string
}

/** Answer of the token call; `refresh_token` only after consent to `offline`. */
export type TokenData = {
  access_token: string
  refresh_token?: string
  token_type: "bearer"
  /** Seconds from now. */
  expires_in: number
  scope: string
}

/** Codes and tokens of all apps. */
export class Authorizations {
  private readonly codes = new Map<string, Code>()
  private readonly by_access = new Map<string, Access>()
  private readonly by_refresh = new Map<string, Refresh>()

  constructor(
    private readonly clock: Clock,
    private readonly options: () => TikiOptions
  ) {}

  /** @returns what makes everything granted so far as good as it is now. */
  keep(): () => void {
    return keepGiven(this.codes, this.by_access, this.by_refresh)
  }

  /** Records a seller's consent; the code lives ten minutes and works once. */
  issueCode(
    app: TikiApp,
    seller_id: number,
    scopes: Scope[],
    redirect_uri: string
  ): string {
    const code = randomBytes(24).toString("base64url")
    this.codes.set(code, {
      grant: { client_id: app.client_id, seller_id, scopes, revoked: false },
      redirect_uri,
      expires_at: this.clock.seconds() + CODE_LIFE_SECONDS,
      used: false,
    })
    return code
  }

  /** @throws {OAuthError} `invalid_grant` for a code that is wrong, used, late or another app's. */
  exchange(app: TikiApp, code: string, redirect_uri: string): TokenData {
    const known = this.codes.get(code)
    if (!known || known.grant.client_id !== app.client_id) {
      throw invalidGrant("the code is unknown")
    }
    if (known.used || known.expires_at <= this.clock.seconds()) {
      throw invalidGrant("the code is used or too old")
    }
    if (known.redirect_uri !== redirect_uri) {
      throw invalidGrant("redirect_uri is not the one of the consent")
    }
    known.used = true
    return this.issue(known.grant)
  }

  /** @throws {OAuthError} `invalid_grant` unknown, used, expired or taken back. */
  refresh(app: TikiApp, refresh_token: string): TokenData {
    const known = this.by_refresh.get(refresh_token)
    if (!known || known.grant.client_id !== app.client_id) {
      throw invalidGrant("the refresh token is unknown")
    }
    if (known.used && this.options().used_refresh_token === "refused") {
      throw invalidGrant("the refresh token has been used")
    }
    if (known.grant.revoked) {
      throw invalidGrant("the seller has withdrawn the consent")
    }
    if (known.expires_at <= this.clock.seconds()) {
      throw invalidGrant("the refresh token has expired")
    }
    known.used = true
    if (this.options().refresh_ends_access) {
      this.by_access.delete(known.access_token)
    }
    return this.issue(known.grant)
  }

  /** A token by client credentials: no refresh token, the app's own seller or none. */
  issueForApp(app: TikiApp, scopes: Scope[]): TokenData {
    return this.issue(
      {
        client_id: app.client_id,
        seller_id: app.seller_id,
        scopes,
        revoked: false,
      },
      false
    )
  }

  /** @throws {ApiError} 401 when it is unknown, taken back or too old. */
  check(access_token: string): Grant {
    const access = this.by_access.get(access_token)
    if (!access || access.grant.revoked) {
      throw new ApiError(401, "The access token is invalid")
    }
    if (access.expires_at <= this.clock.seconds()) {
      throw new ApiError(401, "The access token has expired")
    }
    return access.grant
  }

  /** Ends every access token now; renewing still works. */
  expireAccess(): void {
    this.by_access.forEach((access) => {
      access.expires_at = Math.min(access.expires_at, this.clock.seconds())
    })
  }

  /** Ends every refresh token now. */
  expireRefresh(): void {
    this.by_refresh.forEach((refresh) => {
      refresh.expires_at = this.clock.seconds()
    })
  }

  /** A seller, or everyone, withdraws consent. */
  revoke(seller_id?: number): void {
    this.grants().forEach((grant) => {
      grant.revoked ||= seller_id === undefined || grant.seller_id === seller_id
    })
  }

  /** Changes what the tokens of a seller may do. */
  setScopes(seller_id: number, scopes: Scope[]): void {
    this.grants().forEach((grant) => {
      if (grant.seller_id === seller_id) {
        grant.scopes = scopes
      }
    })
  }

  /** True when a token for the seller exists and is not taken back. */
  isAuthorized(seller_id: number): boolean {
    return this.grants().some(
      (grant) => grant.seller_id === seller_id && !grant.revoked
    )
  }

  clear(): void {
    this.codes.clear()
    this.by_access.clear()
    this.by_refresh.clear()
  }

  private grants(): Grant[] {
    return [...this.by_access.values()].map(({ grant }) => grant)
  }

  private issue(grant: Grant, renewable = true): TokenData {
    const { access_token_seconds, refresh_token_seconds } = this.options()
    const now = this.clock.seconds()
    const access_token = randomBytes(32).toString("base64url")
    this.by_access.set(access_token, {
      grant,
      expires_at: now + access_token_seconds,
    })
    const data: TokenData = {
      access_token,
      token_type: "bearer",
      expires_in: access_token_seconds,
      scope: grant.scopes.join(" "),
    }
    if (renewable && grant.scopes.includes("offline")) {
      data.refresh_token = randomBytes(32).toString("base64url")
      this.by_refresh.set(data.refresh_token, {
        grant,
        expires_at: now + refresh_token_seconds,
        used: false,
        access_token,
      })
    }
    return data
  }
}
