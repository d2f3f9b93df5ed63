import { readdirSync } from "node:fs"
import { join } from "node:path"
import { parseOptions } from "../parse-options.mjs"
import { root } from "../paths.mjs"

export const USAGE = `npm run bench                   every comparison, as a table
npm run bench -- --json         the same as one JSON document on standard output
npm run bench -- --only NAME    one of them; may be given several times
npm run bench -- --keep         also keeps the figures in bench/figures.json and the README's table`

/** The comparisons there are: one file of `bench/benches` each. */
export function benchNames() {
  return readdirSync(join(root, "bench/benches"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length).replaceAll("-", "_"))
    .sort()
}

const OPTIONS = {
  help: { type: "boolean", short: "h", default: false },
  json: { type: "boolean", default: false },
  keep: { type: "boolean", default: false },
  only: { type: "string", multiple: true, default: [] },
}

/** What `npm run bench` was asked to do. Throws with the usage for anything unknown. */
export function parseBenchOptions(args, names = benchNames()) {
  const values = parseOptions({ args, options: OPTIONS, usage: USAGE })
  const unknown = values.only.filter((name) => !names.includes(name))
  if (unknown.length > 0) {
    throw new Error(
      `There is no bench "${unknown.join('", "')}". There are: ${names.join(", ")}.`
    )
  }
  return {
    help: values.help,
    json: values.json,
    keep: values.keep,
    names: values.only.length > 0 ? [...new Set(values.only)] : names,
  }
}
