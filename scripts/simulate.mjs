import { spawn } from "node:child_process"
import { join } from "node:path"
import { createCleanup } from "./lib/cleanup.mjs"
import { ensureDependencies } from "./lib/dependencies.mjs"
import { root } from "./lib/paths.mjs"
import { createProgress } from "./lib/progress.mjs"
import { parseSimulateOptions, USAGE } from "./lib/simulate/options.mjs"

const progress = createProgress()
const cleanup = createCleanup(progress.say)

async function main() {
  const args = process.argv.slice(2)
  if (args.includes("--stock")) {
    return comparePolicies(args.filter((arg) => arg !== "--stock"))
  }
  const options = parseSimulateOptions(args)
  if (options.help) {
    process.stdout.write(USAGE)
    return 0
  }
  await progress.step("Checking the dependencies", ensureDependencies)
  // Everything below needs installed packages.
  const { simulate } = await import("./lib/simulate/run.mjs")
  const { report, text } = await simulate({ options, progress, cleanup })
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : text)
  return report.ok ? 0 : 1
}

/** The pure comparison of ways to follow stock. */
async function comparePolicies(args) {
  await progress.step("Checking the dependencies", ensureDependencies)
  const child = spawn(
    process.execPath,
    [
      "--require",
      "ts-node/register",
      join(root, "simulation/stock/main.ts"),
      ...args,
    ],
    { cwd: root, stdio: "inherit" }
  )
  return new Promise((done) => child.once("exit", (code) => done(code ?? 1)))
}

main()
  .catch((error) => {
    progress.say(`\n${error.message ?? error}`)
    return 1
  })
  .then(async (code) => {
    await cleanup.run()
    process.exit(code)
  })
