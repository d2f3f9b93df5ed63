import { formatDay } from "../../lib/format"
import type { Statement } from "../../lib/types"

/** The days that a statement is about. */
export function Period({
  statement: { period_from, period_to },
}: {
  statement: Pick<Statement, "period_from" | "period_to">
}) {
  const days = [...new Set([formatDay(period_from), formatDay(period_to)])]
    .filter(Boolean)
    .join(" – ")
  return <span className="whitespace-nowrap">{days || "—"}</span>
}
