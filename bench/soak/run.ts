import { setTimeout as sleep } from "node:timers/promises"
import { quantile, round } from "../measure"
import { Usage, usageOf } from "./processes"
import { Work } from "./records"
import { Sale, sell } from "./sales"
import { SoakShop } from "./shop"
import { Verdict, verdictOn } from "./verdict"

export type SoakOptions = {
  minutes: number
  /** Orders a second. */
  rate: number
}

/** How the shop stood at a moment. */
export type Sample = {
  /** Since the first sale. */
  second: number
  sold: number
  imported: number
  processes: Record<string, Usage | null>
  redis_mb: number
}

/** How long sales took until Medusa had their orders (seconds). */
export type Lag = { p50_s: number; p95_s: number; max_s: number }

export type Takeover = {
  killed: string
  /** Until another process made the next order. */
  next_order_s: number
  /** Orders that processes were just reading, and when the last of them was made. */
  in_hand: number
  last_in_hand_s: number
}

export type SoakReport = {
  options: SoakOptions
  verdict: Verdict
  lag: Record<"all" | "tiktok" | "tiki", Lag>
  takeover: Takeover
  /** From the last sale until nothing was left to be done. */
  catch_up_s: number
  /** Orders made and writes of stock begun by each process. */
  work: Record<string, { orders: number; pushes: Record<string, number> }>
  samples: Sample[]
  bytes_per_order: Record<string, number>
  calls_per_order: Record<string, number>
  ok: boolean
}

/** What is still to be done after so long is lost. */
const MOST_CATCH_UP_MS = 30 * 60_000
const SAMPLE_MS = 60_000

/**
 * Sells for some minutes, kills the first worker at half time, and waits until the others have
 * done everything.
 */
export async function soak(
  shop: SoakShop,
  options: SoakOptions,
  say: (line: string) => void
): Promise<SoakReport> {
  const { records } = shop
  const { sales } = shop
  const before = await records.sizes()
  const begin = Date.now()
  const samples: Sample[] = []
  const sample = async () => {
    const one = await sampleOf(shop, begin, sales.length)
    samples.push(one)
    say(line(one))
  }
  await sample()
  const sampling = setInterval(() => void sample(), SAMPLE_MS)
  const half = (options.minutes * 60) / 2
  await sell(shop, options.rate, half)
  const killed_at = Date.now()
  const in_hand = await records.inHand()
  const [victim] = shop.cluster.workers
  await victim.kill()
  say(`killed ${victim.name}`)
  await sell(shop, options.rate, half)
  const sold_at = Date.now()
  await untilDone(shop, say)
  const catch_up_s = seconds(Date.now() - sold_at)
  clearInterval(sampling)
  await sample()
  const verdict = await verdictOn(shop)
  const imported = await records.imported()
  return {
    options,
    verdict,
    lag: lagsOf(sales, imported),
    takeover: takeoverOf(victim.name, killed_at, in_hand, imported),
    catch_up_s,
    work: await workOf(shop, imported),
    samples,
    bytes_per_order: growth(before, await records.sizes(), sales.length),
    calls_per_order: callsOf(shop),
    ok:
      verdict.lost === 0 &&
      verdict.doubled === 0 &&
      verdict.due === 0 &&
      verdict.stock.oversold === 0 &&
      verdict.stock.doubled === 0 &&
      verdict.stock.wrong.length === 0,
  }
}

async function untilDone(
  shop: SoakShop,
  say: (line: string) => void
): Promise<void> {
  const end = Date.now() + MOST_CATCH_UP_MS
  let told_at = Date.now()
  for (;;) {
    const due = await shop.records.due()
    if (Date.now() > end) {
      return
    }
    if (!due.orders && !due.settling) {
      const { lost, stock } = await verdictOn(shop)
      if (!lost && !stock.wrong.length) {
        return
      }
    }
    if (Date.now() > told_at + SAMPLE_MS / 4) {
      told_at = Date.now()
      say(`due ${JSON.stringify(due)}`)
    }
    await sleep(1000)
  }
}

async function sampleOf(
  { cluster, records }: SoakShop,
  begin: number,
  sold: number
): Promise<Sample> {
  const processes = [cluster.server, ...cluster.workers]
  return {
    second: Math.round((Date.now() - begin) / 1000),
    sold,
    imported: (await records.imported()).length,
    processes: Object.fromEntries(
      processes.map(({ name, pid }) => [name, usageOf(pid)])
    ),
    redis_mb: round((await cluster.redis.usedMemory()) / 2 ** 20, 1),
  }
}

function line({ second, sold, imported, processes, redis_mb }: Sample): string {
  const used = Object.entries(processes).map(
    ([name, usage]) =>
      `${name} ${usage ? `${usage.rss_mb} MB, ${usage.cpu_seconds} s CPU` : "gone"}`
  )
  return `${second} s: sold ${sold}, imported ${imported}; ${used.join("; ")}; Redis ${redis_mb} MB`
}

function lagsOf(sales: Sale[], imported: Work[]): SoakReport["lag"] {
  const made = new Map(imported.map(({ external_id, at }) => [external_id, at]))
  const of = (some: Sale[]): Lag => {
    const lags = some.flatMap(({ external_id, at }) => {
      const made_at = made.get(external_id)
      return made_at === undefined ? [] : [made_at - at]
    })
    return {
      p50_s: seconds(quantile(lags, 0.5)),
      p95_s: seconds(quantile(lags, 0.95)),
      max_s: seconds(Math.max(...lags)),
    }
  }
  const on = (name: Sale["marketplace"]) =>
    sales.filter(({ marketplace }) => marketplace === name)
  return { all: of(sales), tiktok: of(on("tiktok")), tiki: of(on("tiki")) }
}

function takeoverOf(
  killed: string,
  at: number,
  in_hand: string[],
  imported: Work[]
): Takeover {
  const later = imported.filter((one) => one.at > at && one.process !== killed)
  const held = later.filter(({ external_id }) => in_hand.includes(external_id))
  return {
    killed,
    next_order_s: seconds((later[0]?.at ?? Infinity) - at),
    in_hand: held.length,
    last_in_hand_s: seconds(Math.max(at, ...held.map((one) => one.at)) - at),
  }
}

async function workOf(
  { records }: SoakShop,
  imported: Work[]
): Promise<SoakReport["work"]> {
  const work: SoakReport["work"] = {}
  const of = (process: string) => (work[process] ??= { orders: 0, pushes: {} })
  imported.forEach(({ process }) => of(process).orders++)
  for (const { process, outcome, count } of await records.pushes()) {
    of(process).pushes[outcome] = count
  }
  return work
}

/** By table, the largest first; what is below a byte is left out. */
function growth(
  before: Map<string, number>,
  after: Map<string, number>,
  orders: number
): Record<string, number> {
  return Object.fromEntries(
    [...after]
      .map(([name, bytes]): [string, number] => [
        name,
        Math.round((bytes - (before.get(name) ?? 0)) / orders),
      ])
      .filter(([, bytes]) => bytes >= 1)
      .sort(([, a], [, b]) => b - a)
  )
}

function callsOf({ sandbox, sales }: SoakShop): Record<string, number> {
  const counts = {
    ...sandbox.tiktok.calls.counts(),
    ...sandbox.tiki.calls.counts(),
  }
  return Object.fromEntries(
    Object.entries(counts).map(([call, count]) => [
      call,
      round(count / sales.length, 4),
    ])
  )
}

const seconds = (milliseconds: number) => round(milliseconds / 1000, 1)
