import { readFileSync } from "node:fs"

/**
 * Who runs PostgreSQL. It refuses to run as root, so root lends it to an
 * unprivileged account that exists already (no user is ever created).
 *
 * @returns `{ isOther: false }` for the current user, or `{ isOther: true, uid, gid }`
 */
export function postgresAccount() {
  if (typeof process.getuid !== "function" || process.getuid() !== 0) {
    return { isOther: false }
  }
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
  for (const wanted of ["postgres", "nobody"]) {
    const found = accounts.find(([name]) => name === wanted)
    if (found && Number(found[2]) > 0) {
      return { isOther: true, uid: Number(found[2]), gid: Number(found[3]) }
    }
  }
  throw new Error(
    "PostgreSQL does not run as root, and this machine has neither a `postgres` nor a `nobody` account to run it. " +
      "Run the command as an ordinary user, or set DATABASE_URL."
  )
}

/** Options of `spawn` that run a program as that account. */
export function spawnAs(account) {
  return account.isOther ? { uid: account.uid, gid: account.gid } : {}
}
