import { errorMessage } from "../../domain/shared/error-message"
import {
  MarketplaceError,
  MarketplaceErrorKind,
} from "../../domain/provider/marketplace-error"

/**
 * Why connecting did not work, as a stable word that the channels page explains:
 *
 * - `state_invalid`: the sign-in is unknown, used or older than 30 minutes.
 * - `access_denied`: the seller refused.
 * - `code_expired`: the marketplace no longer takes the code.
 * - `credentials_invalid`: the app's key or secret is wrong.
 * - `authorization_refused`: the account may not be used.
 * - `different_account`: signed in as another seller than the channel's.
 * - `shop_missing`: the right seller, but the consent leaves the channel's shop out.
 * - `no_shops`: the account has no shop.
 * - `unavailable`: the marketplace could not be reached.
 * - `failed`: anything else; the server's log has it.
 */
export type ConnectionFailureCode =
  | "state_invalid"
  | "access_denied"
  | "code_expired"
  | "credentials_invalid"
  | "authorization_refused"
  | "different_account"
  | "shop_missing"
  | "no_shops"
  | "unavailable"
  | "failed"

/** Names for a person; never secrets. */
export type ConnectionFailureFacts = { expected?: string; actual?: string }

/** A refusal to connect, of ours. */
export class ConnectionFailure extends Error {
  constructor(
    readonly code: ConnectionFailureCode,
    message: string,
    readonly facts: ConnectionFailureFacts = {}
  ) {
    super(message)
    this.name = "ConnectionFailure"
  }
}

const CODES: Partial<Record<MarketplaceErrorKind, ConnectionFailureCode>> = {
  code_invalid: "code_expired",
  credentials_invalid: "credentials_invalid",
  authorization_refused: "authorization_refused",
  authorization_expired: "authorization_refused",
  rejected: "authorization_refused",
  rate_limited: "unavailable",
  unavailable: "unavailable",
  outcome_unknown: "unavailable",
}

/** The failure that an error amounts to. */
export function toConnectionFailure(error: unknown): ConnectionFailure {
  if (error instanceof ConnectionFailure) {
    return error
  }
  const message = errorMessage(error)
  const code = error instanceof MarketplaceError ? CODES[error.kind] : undefined
  return new ConnectionFailure(code ?? "failed", message)
}
