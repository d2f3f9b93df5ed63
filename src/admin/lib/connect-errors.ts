/** Codes the return from a marketplace may carry; each has a sentence with its remedy. */
export const CONNECT_ERRORS = [
  "state_unknown",
  "state_used",
  "state_expired",
  "access_denied",
  "code_expired",
  "credentials_invalid",
  "authorization_refused",
  "different_account",
  "no_shops",
  "unavailable",
] as const

export function isConnectError(code: string): boolean {
  return (CONNECT_ERRORS as readonly string[]).includes(code)
}
