import { createHash } from "node:crypto"

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/**
 * An id in Medusa's form (prefix and 26 characters) that follows from what it
 * names, so a replay arrives at the same one.
 */
export function derivedId(prefix: string, ...parts: string[]): string {
  const digest = createHash("sha256").update(parts.join("\u0000")).digest()
  let id = ""
  for (let at = 0; at < 26; at++) {
    id += ALPHABET[digest[at] % ALPHABET.length]
  }
  return `${prefix}_${id}`
}
