import { createCleanup } from "./lib/cleanup.mjs"
import { ensureDependencies } from "./lib/dependencies.mjs"
import { createProgress } from "./lib/progress.mjs"
import { parseBenchOptions, USAGE } from "./lib/bench/options.mjs"

const progress = createProgress()
const cleanup = createCleanup(progress.say)

async function main() {
  const options = parseBenchOptions(process.argv.slice(2))
  if (options.help) {
    progress.say(USAGE)
    return
  }
  await progress.step("Checking the dependencies", ensureDependencies)
  // Everything below needs installed packages.
  const { bench } = await import("./lib/bench/run.mjs")
  const report = await bench({ names: options.names, progress, cleanup })
  if (options.keep) {
    const { keepFigures } = await import("./lib/bench/figures.mjs")
    await keepFigures(report, new Date())
  }
  progress.say(`Took ${progress.total()}.`)
  process.stdout.write(
    options.json ? `${JSON.stringify(report)}\n` : table(report)
  )
}

function table({ machine, results }) {
  const rows = results.map(
    ({ name, ours, baseline, ratio, unit, goal, better, ok }) => [
      ok ? "✓" : "✗",
      name,
      `${ours} ${unit}`,
      `${baseline} ${unit}`,
      String(ratio),
      goal === null ? "" : `${better === "higher" ? "≥" : "≤"} ${goal}`,
    ]
  )
  const head = ["", "name", "ours", "baseline", "ratio", "goal"]
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column].length))
  )
  const line = (row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd()
  return `${[
    `${machine.cores} × ${machine.cpu}, ${machine.memory_gb} GB, Node ${machine.node}`,
    line(head),
    ...rows.map(line),
  ].join("\n")}\n`
}

main()
  .catch((error) => {
    progress.say(`\n${error.message ?? error}`)
    process.exitCode = 1
  })
  .then(() => cleanup.run())
  .then(() => process.exit())
