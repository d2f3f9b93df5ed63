import { Credentials } from "./authorization"

/**
 * Why a call is made. A lane gives way to those before it: live orders, then stock,
 * then catalogue, then history.
 */
export const RATE_LANES = ["orders", "stock", "catalogue", "history"] as const
export type RateLane = (typeof RATE_LANES)[number]

/** The calls a marketplace allows for one channel. */
export type RateBudget = {
  requests_per_second: number
  /** Calls that may be made at once after a pause. */
  burst: number
}

/**
 * What a provider needs to act for one channel. The host makes it; the provider keeps
 * nothing between calls.
 */
export type ChannelAccess = {
  channel: {
    id: string
    external_id: string
    region: string
    currency_code: string
    provider_data: Record<string, string>
  }
  /** The current credentials. */
  credentials(): Promise<Credentials>
  /**
   * Renews credentials that the marketplace called expired. Single-flight across
   * processes: when somebody else has renewed them meanwhile, theirs are returned.
   * @throws {MarketplaceError} `authorization_refused` when renewing is refused.
   */
  renew(expired: Credentials): Promise<Credentials>
  /** Waits for a place in the channel's rate budget. */
  pace(lane: RateLane): Promise<void>
}
