import { createCleanup } from "./lib/cleanup.mjs"
import { ensureDependencies } from "./lib/dependencies.mjs"
import { createProgress } from "./lib/progress.mjs"
import { parseSoakOptions, USAGE } from "./lib/soak/options.mjs"
import { table } from "./lib/soak/table.mjs"

const progress = createProgress()
const cleanup = createCleanup(progress.say)

async function main() {
  const { help, json, ...options } = parseSoakOptions(process.argv.slice(2))
  if (help) {
    progress.say(USAGE)
    return
  }
  await progress.step("Checking the dependencies", ensureDependencies)
  // Everything below needs installed packages.
  const { soak } = await import("./lib/soak/run.mjs")
  const report = await soak({ options, progress, cleanup })
  progress.say(`Took ${progress.total()}.`)
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : table(report))
  process.exitCode = report.ok ? 0 : 1
}

main()
  .catch((error) => {
    progress.say(`\n${error.message ?? error}`)
    process.exitCode = 1
  })
  .then(() => cleanup.run())
  .then(() => process.exit())
