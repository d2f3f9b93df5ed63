import { parseArgs } from "node:util"
import { compare } from "./report"
import { tableHead, tableLine } from "./table"
import { FLASH_SALE, LONG_DAY } from "./scenario"

const USAGE = `
npm run simulate -- --stock              a flash sale on two marketplaces and a storefront: each fault alone and
                                         all together, under our rules, an absolute push and a fixed buffer
npm run simulate -- --stock --seeds N    as many histories of each (default 5); the same number, the same result
npm run simulate -- --stock --long       also twelve hours with 50,000 orders (some minutes for each seed)
npm run simulate -- --stock --json       one JSON document on standard output
`

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "5" },
    long: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
})

if (values.help) {
  process.stdout.write(USAGE)
} else {
  const seeds = Array.from({ length: Number(values.seeds) }, (_, n) => n + 1)
  const scenarios = [...FLASH_SALE, ...(values.long ? LONG_DAY : [])]
  const say = (line: string) =>
    void (values.json || process.stdout.write(`${line}\n`))
  say(tableHead())
  const rows = compare(scenarios, seeds, (row) => say(tableLine(row)))
  if (values.json) {
    process.stdout.write(`${JSON.stringify(rows)}\n`)
  }
}
