import { createHash } from "node:crypto"
import { mkdirSync, realpathSync, statSync } from "node:fs"
import { tmpdir, userInfo } from "node:os"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

/** The checkout that these scripts belong to. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..")

/**
 * A directory for data of this checkout and this user, outside the repository
 * (whatever lies inside wakes the file watcher of `medusa develop`).
 * It stays the same from run to run.
 */
export function checkoutDir(name) {
  const user = userInfo()
  const checkout = createHash("sha256")
    .update(`${realpathSync(root)}\n${user.uid}`)
    .digest("hex")
    .slice(0, 12)
  const base = join(tmpdir(), `medusa-plugin-marketplaces-${checkout}`)
  mkdirSync(base, { recursive: true, mode: 0o700 })
  if (user.uid !== -1 && statSync(base).uid !== user.uid) {
    throw new Error(
      `${base} belongs to another user. Choose a directory with EMBEDDED_POSTGRES_DIR.`
    )
  }
  const dir = join(base, name)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  return dir
}
