import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { mkdir, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { runChild } from "./child.mjs"
import { fingerprint } from "./fingerprint.mjs"
import { checkoutDir, root } from "./paths.mjs"
import { takeOwnership } from "./postgres/owner.mjs"

/** Where `medusa start` looks for a built admin. */
const SERVED = join(root, "public/admin")

/**
 * Builds the admin with this plugin's pages, so that its first page needs no
 * compiler. A build of the same sources is kept.
 *
 * @returns whether it was built now
 */
export async function buildAdmin({ env, logFile }) {
  const current = fingerprint(["package-lock.json", "src/admin", "src/domain"])
  if (isBuiltFrom(current)) {
    return false
  }
  const release = await waitForTurn()
  const fresh = `${SERVED}.${process.pid}`
  try {
    if (isBuiltFrom(current)) {
      return false
    }
    await mkdir(join(root, "public"), { recursive: true })
    await runChild({
      name: "Building the admin",
      args: [
        "--require",
        join(root, "scripts/host/register.cjs"),
        join(root, "scripts/host/build-admin.ts"),
      ],
      env: { ...env, ADMIN_OUT_DIR: fresh },
      logFile,
    })
    writeFileSync(join(fresh, ".built-from"), current)
    await rm(SERVED, { recursive: true, force: true })
    await rename(fresh, SERVED)
    return true
  } finally {
    await rm(fresh, { recursive: true, force: true })
    await release()
  }
}

function isBuiltFrom(current) {
  const stamp = join(SERVED, ".built-from")
  return existsSync(stamp) && readFileSync(stamp, "utf8") === current
}

async function waitForTurn() {
  for (;;) {
    try {
      return await takeOwnership(checkoutDir("admin-build"))
    } catch (error) {
      if (error.code !== "IN_USE") {
        throw error
      }
      await sleep(500)
    }
  }
}
