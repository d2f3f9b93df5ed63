/**
 * Why a Medusa order does not follow its marketplace order, as far as a person can help:
 *
 * - `open_change`: an edit, exchange or claim of staff stands open on it.
 * - `fulfilled_by_hand`: more was fulfilled in Medusa than the marketplace still wants.
 * - `not_reserved`: units that are to go out are not reserved any more.
 * - `provider_missing`: its marketplace was taken out of the plugin's options.
 * - `other`: Medusa's own words have to do.
 */
export type SettleProblem =
  | "open_change"
  | "fulfilled_by_hand"
  | "not_reserved"
  | "provider_missing"
  | "other"

const PROBLEMS: [RegExp, SettleProblem][] = [
  [/open order change|active order change/i, "open_change"],
  [/has fulfillments/i, "fulfilled_by_hand"],
  [/no stock reservation/i, "not_reserved"],
  [/^the provider ".*" is not among/i, "provider_missing"],
]

/** Tells what keeps an order by the reason that settling noted. */
export function settleProblem(reason: string): SettleProblem {
  return PROBLEMS.find(([words]) => words.test(reason))?.[1] ?? "other"
}
