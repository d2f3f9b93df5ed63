import { SettledAmounts } from "./amounts"
import { StatementNotice } from "./file-problem"

const PARTS = ["revenue", "fees", "adjustment", "net"] as const

/** One notice for each part whose sum over the lines is not what the statement states of it. */
export function totalsNotices(
  sums: SettledAmounts,
  stated: Partial<SettledAmounts>
): StatementNotice[] {
  return PARTS.flatMap((part): StatementNotice[] => {
    const amount = stated[part]
    return amount === undefined || amount === sums[part]
      ? []
      : [
          {
            code: "totals_differ",
            params: {
              part,
              stated: amount,
              lines: sums[part],
              difference: sums[part] - amount,
            },
          },
        ]
  })
}

/** True for the same amounts in every part. */
export function sameTotals(
  a: Partial<SettledAmounts> | null,
  b: Partial<SettledAmounts> | null
): boolean {
  return PARTS.every((part) => a?.[part] === b?.[part])
}
