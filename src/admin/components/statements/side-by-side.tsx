import { useTranslation } from "react-i18next"
import type { SettledAmounts } from "../../../domain/statements/amounts"
import type { Settlement } from "../../lib/types"
import { Difference } from "./difference"
import { Money } from "./money"

const COMPARED = ["revenue", "fees", "net"] as const

/** Revenue, fees and net, each beside what was expected: a right net can hide two errors. */
export function SideBySide({ settlement }: { settlement: Settlement }) {
  const { t } = useTranslation()
  const { settled, expected, difference, currency_code } = settlement
  const parts: (keyof SettledAmounts)[] = [
    ...COMPARED.slice(0, 2),
    ...(settled.adjustment !== 0 ? (["adjustment"] as const) : []),
    "net",
  ]
  return (
    <table className="txt-compact-small w-full">
      <thead>
        <tr className="text-ui-fg-subtle text-right">
          <th className="px-6 py-2 text-left font-normal">
            {t("marketplaces.statements.order.part")}
          </th>
          <th className="px-2 py-2 font-normal">
            {t("marketplaces.statements.order.settled")}
          </th>
          <th className="px-2 py-2 font-normal">
            {t("marketplaces.statements.order.expected")}
          </th>
          <th className="px-6 py-2 font-normal">
            {t("marketplaces.statements.difference.label")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y border-t">
        {parts.map((part) => (
          <tr key={part} className="text-right">
            <th className="px-6 py-2 text-left font-medium">
              {t(`marketplaces.statements.part.${part}`)}
            </th>
            <td className="px-2 py-2">
              <Money amount={settled[part]} currency_code={currency_code} />
            </td>
            <td className="px-2 py-2">
              <Money
                amount={part === "adjustment" ? null : expected?.[part]}
                currency_code={currency_code}
              />
            </td>
            <td className="px-6 py-2">
              <Difference
                amount={
                  part === "adjustment" ? null : (difference?.[part] ?? null)
                }
                currency_code={currency_code}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
