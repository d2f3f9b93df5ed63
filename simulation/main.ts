import { parseArgs } from "node:util"
import { compare } from "./stock/report"
import { FLASH_SALE, LONG_DAY } from "./stock/scenario"

const USAGE = `
npm run simulate                 a flash sale on two marketplaces and a storefront, under each policy
npm run simulate -- --seeds N    as many histories (default 5)
npm run simulate -- --long       also twelve hours with a hundred times as many orders
npm run simulate -- --json       one JSON document on standard output
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
  const rows = compare(scenarios, seeds)
  if (values.json) {
    process.stdout.write(`${JSON.stringify(rows)}\n`)
  } else {
    console.table(rows)
  }
}
