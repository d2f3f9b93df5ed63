import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { runChild } from "./child.mjs"
import { fingerprint } from "./fingerprint.mjs"
import { root } from "./paths.mjs"

/**
 * Brings the database up to date. Skipped when it already has been with the
 * same Medusa and the same migrations.
 *
 * @param options.stateDir lives and dies with the database; null when the
 *   database is not ours, so that nothing is assumed about it
 * @returns whether anything ran
 */
export async function migrate({ env, stateDir, logFile }) {
  const stamp = stateDir && join(stateDir, "migrated")
  const current = fingerprint([
    "package-lock.json",
    "medusa-config.ts",
    "src/modules",
    "src/links",
  ])
  if (stamp && existsSync(stamp) && readFileSync(stamp, "utf8") === current) {
    return false
  }
  await runChild({
    name: "Migrating the database",
    args: [
      "--require",
      join(root, "scripts/host/end-with-parent.cjs"),
      join(root, "node_modules/@medusajs/cli/cli.js"),
      "db:migrate",
      "--execute-safe-links",
    ],
    env,
    logFile,
  })
  if (stamp) {
    writeFileSync(stamp, current)
  }
  return true
}
