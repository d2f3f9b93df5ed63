import { parseOptions } from "../parse-options.mjs"

export const USAGE = `npm run soak                         one server and two workers, twenty orders a second for ten minutes
npm run soak -- --minutes N          for so long; the first worker is killed at half time
npm run soak -- --rate N             so many orders a second
npm run soak -- --workers N          so many workers, two or more
npm run soak -- --json               the report as one JSON document on standard output`

const OPTIONS = {
  help: { type: "boolean", short: "h", default: false },
  json: { type: "boolean", default: false },
  minutes: { type: "string", default: "10" },
  rate: { type: "string", default: "20" },
  workers: { type: "string", default: "2" },
}

/** What `npm run soak` was asked to do. Throws with the usage for anything unknown. */
export function parseSoakOptions(args) {
  const values = parseOptions({ args, options: OPTIONS, usage: USAGE })
  const workers = numberOf("workers", values.workers)
  if (!Number.isInteger(workers) || workers < 2) {
    throw new Error(`One worker is killed; there must be another.\n\n${USAGE}`)
  }
  return {
    help: values.help,
    json: values.json,
    minutes: numberOf("minutes", values.minutes),
    rate: numberOf("rate", values.rate),
    workers,
  }
}

function numberOf(name, text) {
  const value = Number(text)
  if (!(value > 0)) {
    throw new Error(`--${name} must be a number above 0.\n\n${USAGE}`)
  }
  return value
}
