import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { format, resolveConfig } from "prettier"
import { fileURLToPath } from "node:url"
import { root } from "../paths.mjs"
import { benchNames } from "./options.mjs"

const FIGURES = join(root, "bench/figures.json")
const README = join(root, "README.md")
const TABLE = /(<!-- figures -->)[^]*(<!-- \/figures -->)/

/** The figures that were kept last, one of each name. */
const keptFigures = () =>
  existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, "utf8")) : []

/**
 * Keeps what was measured in `bench/figures.json`, in place of older figures of the same
 * names, and writes the README's table anew from all of them.
 *
 * @param report `{ machine, results }`
 */
export async function keepFigures({ machine, results }, measured_at) {
  const figures = results.map((result) => ({
    ...result,
    machine,
    measured_at: measured_at.toISOString(),
  }))
  const names = results.map(({ name }) => name)
  const kept = keptFigures().filter(({ name }) => !names.includes(name))
  const all = [...kept, ...figures].sort((a, b) => (a.name < b.name ? -1 : 1))
  const options = await resolveConfig(FIGURES)
  writeFileSync(
    FIGURES,
    await format(JSON.stringify(all), { ...options, filepath: FIGURES })
  )
  writeFileSync(README, readmeWith(all))
}

/** Benches that no figure is kept of, and whether the README says what is kept. */
function check() {
  const figures = keptFigures()
  const names = figures.map(({ name }) => name)
  return {
    unmeasured: benchNames().filter((name) => !names.includes(name)),
    readme_agrees: readFileSync(README, "utf8") === readmeWith(figures),
  }
}

function readmeWith(figures) {
  const readme = readFileSync(README, "utf8")
  return readme.replace(TABLE, `$1\n\n${tableOf(figures)}\n\n$2`)
}

function tableOf(figures) {
  return [
    "| | What | Ours | Baseline | Ratio | Goal |",
    "|---|---|---|---|---|---|",
    ...figures.map(
      ({ ok, name, title, ours, baseline, unit, ratio, ...figure }) =>
        `| ${ok ? "✓" : "✗"} | ${title} (\`${name}\`) | ${ours} ${unit} | ${baseline} ${unit} | ${ratio} | ${goalOf(figure)} |`
    ),
  ].join("\n")
}

/** Of the ratio; else of what the bench looks at besides. */
function goalOf({ goal, better, details = {} }) {
  if (goal !== null) {
    return `${better === "higher" ? "≥" : "≤"} ${goal}`
  }
  const most = details.goal_ms ?? details.longest_goal_ms
  if (most !== undefined) {
    return `≤ ${most} ms`
  }
  return (details.rates ?? [])
    .map(({ per_second, goal_ms }) => `${per_second}/s: ≤ ${goal_ms} ms`)
    .join(", ")
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(JSON.stringify(check()))
}
