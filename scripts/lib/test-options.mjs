import { parseOptions } from "./parse-options.mjs"

export const STEPS = [
  "format",
  "lint",
  "types",
  "build",
  "unit",
  "integration",
  "faults",
  "packed",
  "commands",
  "browser",
]

export const USAGE = `npm test                              everything
npm test -- --only unit               one step; repeat --only for several
npm test -- --only unit -- PATTERN    with arguments for jest

Steps: ${STEPS.join(", ")}`

const OPTIONS = {
  only: { type: "string", multiple: true, default: [] },
  help: { type: "boolean", default: false },
}

/** What `npm test` was asked to do. Throws with the usage for anything unknown. */
export function parseTestOptions(args) {
  const end = args.indexOf("--")
  const own = end === -1 ? args : args.slice(0, end)
  const values = parseOptions({ args: own, options: OPTIONS, usage: USAGE })
  const unknown = values.only.filter((step) => !STEPS.includes(step))
  if (unknown.length > 0) {
    throw new Error(`There is no step "${unknown[0]}".\n\n${USAGE}`)
  }
  return {
    steps: values.only.length > 0 ? values.only : STEPS,
    jestArgs: end === -1 ? [] : args.slice(end + 1),
    help: values.help,
  }
}
