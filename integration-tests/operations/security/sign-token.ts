import { createHmac } from "node:crypto"

/**
 * A JSON web token.
 * @param secret null for one that claims to need no signature.
 */
export function sign(claims: object, secret: string | null): string {
  const text = [{ alg: secret === null ? "none" : "HS256", typ: "JWT" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".")
  const signature =
    secret === null
      ? ""
      : createHmac("sha256", secret).update(text).digest("base64url")
  return `${text}.${signature}`
}
