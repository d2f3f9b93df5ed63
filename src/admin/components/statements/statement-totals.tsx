import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Statement } from "../../lib/types"
import { Difference } from "./difference"
import { Money } from "./money"

const PARTS = ["revenue", "fees", "adjustment", "net"] as const

/** What counts of the lines; and what all of them come to, beside what is stated of it. */
export function StatementTotals({ statement }: { statement: Statement }) {
  const { t } = useTranslation()
  const { source, totals, line_totals, stated_totals, currency_code } =
    statement
  return (
    <dl className="grid grid-cols-2 gap-4 px-6 py-4 lg:grid-cols-4">
      {PARTS.map((part) => {
        const stated = stated_totals?.[part]
        return (
          <div key={part}>
            <dt className="lg:min-h-[3.75rem]">
              <Text size="small" weight="plus">
                {t(`marketplaces.statements.part.${part}`)}
              </Text>
              <Text size="xsmall" className="text-ui-fg-muted">
                {t(`marketplaces.statements.part_hint.${part}`)}
              </Text>
            </dt>
            <dd className="txt-compact-large pt-1">
              <Money
                amount={totals[part] ?? 0}
                currency_code={currency_code}
                strong
              />
              {stated !== undefined && (
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {t(`marketplaces.statements.stated_by_${source}`)}{" "}
                  <Money amount={stated} currency_code={currency_code} />
                  {" · "}
                  <Difference
                    amount={(line_totals[part] ?? 0) - stated}
                    currency_code={currency_code}
                    words="stated"
                  />
                </Text>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
