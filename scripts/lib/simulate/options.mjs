import { parseOptions } from "../parse-options.mjs"

export const USAGE = `npm run simulate                      ten seeds of the fault simulator
npm run simulate -- --seeds N         the seeds 1 to N
npm run simulate -- --from M          begins with seed M
npm run simulate -- --seed N          this seed alone, again as it was; may be given several times
npm run simulate -- --events N        events in a history (default 200; part of what a seed means)
npm run simulate -- --minutes N       begins no further seed after so many minutes, and reports on those before
npm run simulate -- --workers N       shops side by side, each with a database of its own (default 1)
npm run simulate -- --json            one JSON document on standard output
npm run simulate -- --stock           compares ways to follow stock instead (--stock --help)
`

const OPTIONS = {
  help: { type: "boolean", short: "h", default: false },
  json: { type: "boolean", default: false },
  seeds: { type: "string", default: "10" },
  from: { type: "string", default: "1" },
  seed: { type: "string", multiple: true, default: [] },
  events: { type: "string", default: "200" },
  workers: { type: "string", default: "1" },
  minutes: { type: "string" },
}

/** What `npm run simulate` was asked to do. Throws with the usage for anything unknown. */
export function parseSimulateOptions(args) {
  const values = parseOptions({ args, options: OPTIONS, usage: USAGE })
  const from = positive("--from", values.from)
  const count = positive("--seeds", values.seeds)
  return {
    help: values.help,
    json: values.json,
    events: positive("--events", values.events),
    workers: positive("--workers", values.workers),
    minutes:
      values.minutes === undefined
        ? Infinity
        : positive("--minutes", values.minutes),
    seeds:
      values.seed.length > 0
        ? values.seed.map((seed) => positive("--seed", seed))
        : Array.from({ length: count }, (_, place) => from + place),
  }
}

function positive(name, text) {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`${name} takes a whole number from 1 on.\n\n${USAGE}`)
  }
  return value
}
