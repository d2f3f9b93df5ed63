import { randomBytes } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * Secrets made once for this data directory, so that sessions and encrypted
 * rows outlive a restart.
 */
export function secretsOf(dir, names) {
  const file = join(dir, "secrets.json")
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}
  const missing = names.filter((name) => !known[name])
  for (const name of missing) {
    known[name] = randomBytes(24).toString("hex")
  }
  if (missing.length > 0) {
    writeFileSync(file, JSON.stringify(known), { mode: 0o600 })
  }
  return known
}
