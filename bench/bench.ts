import { BenchShop } from "./shop"

/** What a comparison found; `ratio` is ours ÷ baseline. */
export type Measured = {
  ours: number
  baseline: number
  unit: string
  /** Whether the goal is met on everything that the name promises. */
  ok: boolean
  /** Numbers beside the ratio, for the reader. */
  details?: Record<string, unknown>
}

/** One comparison: ours beside a baseline, both in one run. */
export type Bench = {
  /** What is measured beside what, for people. */
  title: string
  /** Which side of `goal` the ratio has to be on. */
  better: "higher" | "lower"
  /** Null when the two sides are only shown beside each other. */
  goal: number | null
  run(shop: BenchShop, say: (text: string) => void): Promise<Measured>
}

/** Whether a ratio keeps a goal. */
export function meets(
  { better, goal }: Pick<Bench, "better" | "goal">,
  ratio: number
): boolean {
  if (goal === null) {
    return true
  }
  return better === "higher" ? ratio >= goal : ratio <= goal
}
