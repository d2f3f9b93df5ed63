import { clx } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"

/** An amount as the marketplace settles it: what it takes has a minus. */
export function Money({
  amount,
  currency_code,
  strong = false,
}: {
  /** Major unit; null where there is none. */
  amount: number | null | undefined
  currency_code: string
  strong?: boolean
}) {
  const format = useFormat()
  if (amount === null || amount === undefined) {
    return <span className="text-ui-fg-muted">—</span>
  }
  return (
    <span
      className={clx(
        "whitespace-nowrap tabular-nums",
        amount < 0 && "text-ui-tag-red-text",
        strong && "font-medium"
      )}
    >
      {format.money(amount, currency_code)}
    </span>
  )
}
