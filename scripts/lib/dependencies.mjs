import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { root } from "./paths.mjs"

/**
 * Installs the locked dependencies when they are missing. Uses nothing but
 * Node, because nothing else is there yet.
 *
 * @returns whether anything was installed
 */
export function ensureDependencies() {
  // npm writes this file last, so an interrupted installation is repeated.
  if (existsSync(join(root, "node_modules/.package-lock.json"))) {
    return false
  }
  const { status, error } = spawnSync(
    "npm",
    ["ci", "--no-audit", "--no-fund"],
    // Output goes to standard error: standard output may be a JSON document.
    {
      cwd: root,
      // `npm --silent start` would silence the reason of a failure as well.
      env: { ...process.env, npm_config_loglevel: "warn" },
      stdio: ["ignore", 2, 2],
    }
  )
  if (error || status !== 0) {
    throw new Error(
      `Installing the dependencies failed (npm ci: ${error?.message ?? `exit code ${status}`}).`
    )
  }
  return true
}
