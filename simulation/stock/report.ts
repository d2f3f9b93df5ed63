import { PolicyName } from "./policies"
import { Scenario } from "./scenario"
import { addOutcomes, Outcome, simulate } from "./simulate"

export type Row = {
  scenario: string
  policy: PolicyName
  runs: number
  /** Of what could be sold, in percent. */
  sold_percent: number
  /** Of what the absolute push oversold in the same scenario, in percent; null where that is none. */
  oversold_percent_of_absolute: number | null
} & Outcome

const NAMES: readonly PolicyName[] = ["absolute", "buffer of 5", "ours"]

/** Every scenario under every policy, summed up over seeds. */
export function compare(
  scenarios: Scenario[],
  seeds: number[],
  say: (row: Row) => void = () => undefined
): Row[] {
  return scenarios.flatMap((scenario) => {
    let absolute = 0
    return NAMES.map((policy) => {
      const sum = seeds
        .map((seed) => simulate(scenario, policy, seed))
        .reduce(addOutcomes)
      absolute = policy === "absolute" ? sum.oversold : absolute
      const row: Row = {
        scenario: scenario.name,
        policy,
        runs: seeds.length,
        sold_percent: percent(sum.sold, sum.sellable),
        oversold_percent_of_absolute:
          absolute > 0 ? percent(sum.oversold, absolute) : null,
        ...sum,
      }
      say(row)
      return row
    })
  })
}

function percent(part: number, whole: number): number {
  return Number(((100 * part) / whole).toFixed(2))
}
