import { createCleanup } from "./lib/cleanup.mjs"
import { ensureDependencies } from "./lib/dependencies.mjs"
import { createProgress } from "./lib/progress.mjs"
import { parseTestOptions, USAGE } from "./lib/test-options.mjs"

const progress = createProgress((text) => process.stdout.write(text))
const cleanup = createCleanup(progress.say)

/** Lanes run beside each other, the steps of a lane one after the other. */
const LANES = [
  ["format", "lint", "types", "integration", "commands"],
  ["build", "unit", "packed", "faults", "browser"],
]

async function main() {
  const options = parseTestOptions(process.argv.slice(2))
  if (options.help) {
    progress.say(USAGE)
    return 0
  }
  await progress.step("Checking the dependencies", ensureDependencies)
  const { steps } = await import("./lib/test/steps.mjs")
  const wanted = (name) => options.steps.includes(name)
  const env = {
    MEDUSA_DISABLE_TELEMETRY: "true",
    ...(options.steps.some((name) => steps[name].needsDatabase)
      ? await startDatabase()
      : {}),
  }
  const results = []
  const busy = LANES.filter((lane) => lane.some(wanted))
  await Promise.all(
    busy.map(async (lane) => {
      for (const name of lane.filter(wanted)) {
        results.push(
          await runStep(steps[name], {
            env,
            jestArgs: options.jestArgs,
            alone: busy.length === 1,
          })
        )
      }
    })
  )
  return total(results)
}

async function startDatabase() {
  const { testDatabaseEnv } = await import("./lib/test/database.mjs")
  return progress.step("Starting PostgreSQL", () => testDatabaseEnv(cleanup))
}

/** Output of steps that run beside others is kept together and shown at their end. */
async function runStep({ label, run }, { env, jestArgs, alone }) {
  const kept = []
  const start = Date.now()
  const echo = (chunk) =>
    alone ? process.stdout.write(chunk) : kept.push(chunk)
  progress.say(`· ${label} …`)
  const result = await run({ env, jestArgs, echo })
  kept.forEach((chunk) => process.stdout.write(chunk))
  const mark = result.failed > 0 ? "✗" : "✓"
  progress.say(
    `${mark} ${label} (${((Date.now() - start) / 1000).toFixed(1)} s)`
  )
  return result
}

function total(results) {
  const failures = results.flatMap((result) => result.failures ?? [])
  if (failures.length > 0) {
    progress.say(`\nFailed:\n\n${failures.join("\n\n")}`)
  }
  const sum = (key) => results.reduce((all, result) => all + result[key], 0)
  const [passed, failed] = [sum("passed"), sum("failed")]
  progress.say(
    `\nTook ${progress.total()}.\n${passed} passed, ${failed} failed`
  )
  return failed > 0 ? 1 : 0
}

main()
  .catch((error) => {
    progress.say(`\n${error.message}\n0 passed, 1 failed`)
    return 1
  })
  .then(async (code) => {
    await cleanup.run()
    process.exit(code)
  })
