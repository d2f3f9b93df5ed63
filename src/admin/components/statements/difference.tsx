import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { signedMoney } from "../../lib/statement-text"

/** More or less than expected: its sign, a colour and a word. */
export function Difference({
  amount,
  currency_code,
  words = "difference",
}: {
  /** Major unit; null while nothing is compared. */
  amount: number | null
  currency_code: string
  /** Whether it is beside what was expected, or beside what a file states. */
  words?: "difference" | "stated"
}) {
  const { t, i18n } = useTranslation()
  if (amount === null) {
    return <span className="text-ui-fg-muted">—</span>
  }
  const word = amount > 0 ? "over" : amount < 0 ? "short" : "even"
  return (
    <span
      className={clx(
        "whitespace-nowrap tabular-nums",
        word === "even" && "text-ui-fg-subtle",
        word === "over" && "text-ui-tag-blue-text",
        word === "short" && "text-ui-tag-red-text"
      )}
    >
      {amount === 0
        ? t(`marketplaces.statements.${words}.even`)
        : `${signedMoney(amount, currency_code, i18n.language)} ${t(`marketplaces.statements.${words}.${word}`)}`}
    </span>
  )
}
