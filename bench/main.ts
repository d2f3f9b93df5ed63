import { createRequire } from "node:module"
import { messageOf, required } from "../scripts/host/messages"
import { Bench } from "./bench"
import { openShop } from "./shop"

/** What this process tells the command that started it. */
type Message =
  | { type: "progress"; text: string }
  | { type: "result"; result: object }
  | { type: "failed"; message: string }

/** By name, and through the compiler that runs this file. */
const load = createRequire(__filename)

const tell = (message: Message) => process.send?.(message)
const say = (text: string) => tell({ type: "progress", text })

/** Boots the shop and runs the benches of `BENCH_NAMES` one after the other. */
async function main(): Promise<void> {
  const shop = await openShop(
    Number(required("PORT")),
    required("TIKTOK_SHOP_API_URL")
  )
  for (const name of required("BENCH_NAMES").split(",")) {
    say(name)
    const { bench } = load(`./benches/${name.replaceAll("_", "-")}`) as {
      bench: Bench
    }
    const { ours, baseline, unit, ok, details } = await bench.run(
      shop,
      (text) => say(`  ${text}`)
    )
    tell({
      type: "result",
      result: {
        name,
        title: bench.title,
        ours: digits(ours),
        baseline: digits(baseline),
        ratio: digits(ours / baseline),
        unit,
        goal: bench.goal,
        better: bench.better,
        ok,
        ...(details && { details }),
      },
    })
  }
}

const digits = (value: number) => Number(value.toPrecision(4))

main().then(
  () => process.exit(0),
  (error: unknown) => {
    tell({ type: "failed", message: messageOf(error) })
    process.exit(1)
  }
)
