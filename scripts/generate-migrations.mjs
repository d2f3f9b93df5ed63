import { join } from "node:path"
import { createCleanup } from "./lib/cleanup.mjs"
import { ensureDependencies } from "./lib/dependencies.mjs"
import { createProgress } from "./lib/progress.mjs"

const progress = createProgress()
const cleanup = createCleanup(progress.say)

/** Writes a migration for every module whose models have changed. */
async function main() {
  ensureDependencies()
  const { root } = await import("./lib/paths.mjs")
  const { runCommand } = await import("./lib/test/command.mjs")
  const { testDatabaseEnv } = await import("./lib/test/database.mjs")
  const env = await testDatabaseEnv(cleanup)
  return runCommand({
    command: process.execPath,
    args: [
      join(root, "node_modules/@medusajs/cli/cli.js"),
      "plugin:db:generate",
    ],
    env,
    echo: (chunk) => process.stdout.write(chunk),
  })
}

main()
  .catch((error) => {
    progress.say(error.message)
    return false
  })
  .then(async (ok) => {
    await cleanup.run()
    process.exit(ok ? 0 : 1)
  })
