import { RawAnswer } from "../shared/fault-reply"
import { jsonAnswer } from "./api-error"

/** A refusal of the OAuth calls, in their own form. */
export class OAuthError extends Error {
  constructor(
    readonly http_status: number,
    readonly error: string,
    readonly description: string,
    readonly hint = ""
  ) {
    super(`${error}: ${description}`)
    this.name = "OAuthError"
  }
}

export const invalidGrant = (hint: string) =>
  new OAuthError(
    400,
    "invalid_grant",
    "The provided authorization grant or refresh token is invalid, expired or revoked",
    hint
  )

export const invalidClient = (hint: string) =>
  new OAuthError(401, "invalid_client", "Client authentication failed", hint)

export const invalidRequest = (hint: string) =>
  new OAuthError(400, "invalid_request", "The request is malformed", hint)

export function oauthErrorAnswer(failure: OAuthError): RawAnswer {
  return jsonAnswer(failure.http_status, {
    error: failure.error,
    error_description: failure.description,
    error_hint: failure.hint,
    error_debug: "",
    status_code: failure.http_status,
  })
}
