/** Codes the return from a marketplace may carry; each has a sentence with its remedy. */
export const CONNECT_ERRORS = [
  "state_invalid",
  "access_denied",
  "code_expired",
  "credentials_invalid",
  "authorization_refused",
  "different_account",
  "shop_missing",
  "no_shops",
  "unavailable",
  "failed",
] as const

/** The code itself, or `failed` for one that the pages do not know. */
export function connectErrorCode(code: string): string {
  return (CONNECT_ERRORS as readonly string[]).includes(code) ? code : "failed"
}
