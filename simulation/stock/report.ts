import { POLICIES, PolicyName } from "./policies"
import { Scenario } from "./scenario"
import { Outcome, simulate } from "./simulate"

export type Row = {
  scenario: string
  policy: PolicyName
  runs: number
} & Outcome

/** Every scenario under every policy, summed up over seeds. */
export function compare(
  scenarios: Scenario[],
  seeds: number[],
  say: (row: Row) => void = () => undefined
): Row[] {
  const names = Object.keys(POLICIES) as PolicyName[]
  return scenarios.flatMap((scenario) =>
    names.map((policy) => {
      const outcomes = seeds.map((seed) => simulate(scenario, policy, seed))
      const sum = (column: keyof Outcome) =>
        outcomes.reduce((total, outcome) => total + outcome[column], 0)
      const row: Row = {
        scenario: scenario.name,
        policy,
        runs: seeds.length,
        sold: sum("sold"),
        oversold: sum("oversold"),
        oversold_in_storefront: sum("oversold_in_storefront"),
        sellable: sum("sellable"),
        writes: sum("writes"),
        broken: sum("broken"),
      }
      say(row)
      return row
    })
  )
}
