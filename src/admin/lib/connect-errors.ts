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

/** Codes whose sentence on the return from a marketplace names accounts. */
const NAMING = ["different_account", "shop_missing"]

/** Key of the sentence for a refused connect request; null when the server's own has to do. */
export function connectFailureKey(error: unknown): string | null {
  const code =
    typeof error === "object" && error !== null && "code" in error
      ? error.code
      : null
  if (typeof code !== "string" || connectErrorCode(code) !== code) {
    return null
  }
  const list = NAMING.includes(code) ? "connect_failures" : "connect_errors"
  return `marketplaces.${list}.${code}`
}
