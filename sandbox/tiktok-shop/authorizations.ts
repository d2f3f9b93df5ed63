import { randomBytes } from "node:crypto"
import { Clock } from "../shared/clock"
import { keepGiven } from "../shared/keep"
import { ApiError } from "./envelope"
import { Seller } from "./shops"

const CODE_LIFE_SECONDS = 30 * 60
const ACCESS_LIFE_SECONDS = 7 * 24 * 3600
const REFRESH_LIFE_SECONDS = 365 * 24 * 3600

/** What a seller has granted; many token pairs follow from one consent. */
type Grant = { seller: Seller; scopes: string[]; revoked: boolean }

type Code = { grant: Grant; expires_at: number; used: boolean }

type Pair = {
  grant: Grant
  access_token: string
  /** Seconds since 1970, UTC. */
  access_expires_at: number
  refresh_token: string
  refresh_expires_at: number
  refreshed: boolean
}

/** `data` of the token calls. `…_expire_in` is a date in seconds, not a duration. */
export type TokenData = {
  access_token: string
  access_token_expire_in: number
  refresh_token: string
  refresh_token_expire_in: number
  open_id: string
  seller_name: string
  seller_base_region: string
  user_type: number
  granted_scopes: string[]
}

/** Codes and tokens of one app. */
export class Authorizations {
  private readonly codes = new Map<string, Code>()
  private readonly by_access = new Map<string, Pair>()
  private readonly by_refresh = new Map<string, Pair>()

  constructor(
    private readonly clock: Clock,
    private readonly used_refresh_token: () => "refused" | "accepted"
  ) {}

  /** @returns what makes everything granted so far as good as it is now. */
  keep(): () => void {
    return keepGiven(this.codes, this.by_access, this.by_refresh)
  }

  /** Records a consent; the code lives 30 minutes and works once. */
  issueCode(seller: Seller, scopes: string[]): string {
    const code = `ROW_${randomBytes(24).toString("base64url")}`
    this.codes.set(code, {
      grant: { seller, scopes, revoked: false },
      expires_at: this.clock.seconds() + CODE_LIFE_SECONDS,
      used: false,
    })
    return code
  }

  /** @throws {ApiError} 36004004 for a code that is wrong, used or late. */
  exchange(auth_code: string): TokenData {
    const code = this.codes.get(auth_code)
    if (!code || code.used || code.expires_at <= this.clock.seconds()) {
      throw new ApiError(36004004, "invalid auth code")
    }
    code.used = true
    return this.issuePair(
      code.grant,
      this.clock.seconds() + REFRESH_LIFE_SECONDS
    )
  }

  /** @throws {ApiError} 36004005 unknown or used, 36004001 expired, 105001 revoked. */
  refresh(refresh_token: string): TokenData {
    const pair = this.by_refresh.get(refresh_token)
    const reused = pair?.refreshed && this.used_refresh_token() === "refused"
    if (!pair || reused) {
      throw new ApiError(36004005, "can not find related auth record")
    }
    if (pair.grant.revoked) {
      throw new ApiError(105001, "The authorization has been revoked", 401)
    }
    if (pair.refresh_expires_at <= this.clock.seconds()) {
      throw new ApiError(36004001, "rt has expired")
    }
    pair.refreshed = true
    return this.issuePair(pair.grant, pair.refresh_expires_at)
  }

  /** @throws {ApiError} 36009004 unknown, 105001 revoked, 105002 expired. */
  check(access_token: string): { seller: Seller; scopes: string[] } {
    const pair = this.by_access.get(access_token)
    if (!pair) {
      throw new ApiError(36009004, "The 'access_token' is invalid", 401)
    }
    if (pair.grant.revoked) {
      throw new ApiError(105001, "The access token has been revoked", 401)
    }
    if (pair.access_expires_at <= this.clock.seconds()) {
      throw new ApiError(105002, "Expired credentials: access_token", 401)
    }
    return pair.grant
  }

  /** Ends every access token now; refreshing still works. */
  expireAccess(): void {
    this.by_access.forEach((pair) => {
      pair.access_expires_at = Math.min(
        pair.access_expires_at,
        this.clock.seconds()
      )
    })
  }

  /** Ends every refresh token now, so that the seller has to sign in again. */
  expireRefresh(): void {
    this.by_refresh.forEach((pair) => {
      pair.refresh_expires_at = this.clock.seconds()
    })
  }

  /** The seller takes the app's rights back. */
  revoke(open_id: string): void {
    this.by_access.forEach(({ grant }) => {
      grant.revoked ||= grant.seller.open_id === open_id
    })
  }

  /** Changes what the tokens of a seller may do. */
  setScopes(open_id: string, scopes: string[]): void {
    this.by_access.forEach(({ grant }) => {
      if (grant.seller.open_id === open_id) {
        grant.scopes = scopes
      }
    })
  }

  /** True when an access token of the seller exists and is not taken back. */
  isAuthorized(open_id: string): boolean {
    return [...this.by_access.values()].some(
      ({ grant }) => grant.seller.open_id === open_id && !grant.revoked
    )
  }

  clear(): void {
    this.codes.clear()
    this.by_access.clear()
    this.by_refresh.clear()
  }

  private issuePair(grant: Grant, refresh_expires_at: number): TokenData {
    const pair: Pair = {
      grant,
      access_token: `ROW_${randomBytes(30).toString("base64url")}`,
      access_expires_at: this.clock.seconds() + ACCESS_LIFE_SECONDS,
      refresh_token: `ROW_${randomBytes(36).toString("base64url")}`,
      refresh_expires_at,
      refreshed: false,
    }
    this.by_access.set(pair.access_token, pair)
    this.by_refresh.set(pair.refresh_token, pair)
    return {
      access_token: pair.access_token,
      access_token_expire_in: pair.access_expires_at,
      refresh_token: pair.refresh_token,
      refresh_token_expire_in: pair.refresh_expires_at,
      open_id: grant.seller.open_id,
      seller_name: grant.seller.name,
      seller_base_region: grant.seller.region,
      user_type: 0,
      granted_scopes: grant.scopes,
    }
  }
}
