import { ensureDependencies } from "./lib/dependencies.mjs"
import { createCleanup } from "./lib/cleanup.mjs"
import { createProgress } from "./lib/progress.mjs"
import { parseStartOptions, USAGE } from "./lib/start-options.mjs"

const progress = createProgress()
const cleanup = createCleanup(progress.say)

async function main() {
  const options = parseStartOptions(process.argv.slice(2))
  if (options.help) {
    progress.say(USAGE)
    return 0
  }
  await progress.step("Checking the dependencies", ensureDependencies)
  // Everything below needs installed packages.
  const { start, orFail } = await import("./lib/start.mjs")
  const shop = await start({ options, progress, cleanup })
  if (options.mode === "once") {
    await cleanup.run()
    report(shop.summary, options.json)
    return shop.summary.agrees_with_marketplace ? 0 : 1
  }
  progress.say(welcome(shop, options))
  return orFail(shop.exited, new Promise(() => {}))
}

function report(summary, json) {
  process.stdout.write(
    json
      ? `${JSON.stringify(summary)}\n`
      : `${JSON.stringify(summary, null, 2)}\n`
  )
}

function welcome({ url, admin, logFile }, options) {
  const lines = [
    "",
    `Ready after ${progress.total()}.`,
    options.admin ? `Admin   ${url}/app` : `API     ${url}`,
    ...(admin ? [`Login   ${admin.email} / ${admin.password}`] : []),
    `Log     ${logFile}`,
    "Ctrl-C stops everything; the data is kept.",
  ]
  return lines.join("\n")
}

main().then(
  (code) => {
    process.exitCode = code
  },
  async (error) => {
    if (!cleanup.isRunning()) {
      progress.say(`\n${error.message ?? error}`)
    }
    await cleanup.run()
    process.exit(1)
  }
)
