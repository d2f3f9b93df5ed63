import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SettlementReport } from "../../lib/types"
import { Money } from "./money"

const SHOWN = [
  "revenue",
  "fees",
  "adjustment",
  "net",
  "cost",
  "margin",
] as const

/** What all of it comes to, and how much of it is not certain yet. */
export function ReportTotals({ report }: { report: SettlementReport }) {
  const { t } = useTranslation()
  const { totals, comparing, currency_code } = report
  const column = (name: string) =>
    t(`marketplaces.statements.report.column.${name}`)
  const tiles: [string, number | null][] = [
    ...SHOWN.map((name): [string, number | null] => [
      column(name),
      totals[name],
    ]),
    [column("expected_net"), totals.expected?.net ?? null],
    [column("outstanding"), totals.outstanding],
  ]
  const hints = [
    totals.orders_without_cost > 0 &&
      t("marketplaces.statements.report.without_cost", {
        count: totals.orders_without_cost,
      }),
    comparing > 0 &&
      t("marketplaces.statements.report.comparing", { count: comparing }),
  ].filter(Boolean)
  return (
    <section
      aria-label={column("total")}
      className="flex flex-col gap-y-3 px-6 py-4"
    >
      <dl className="grid grid-cols-4 gap-x-4 gap-y-3 xl:grid-cols-8">
        {tiles.map(([label, amount]) => (
          <div key={label}>
            <dt>
              <Text size="xsmall" className="text-ui-fg-muted">
                {label}
              </Text>
            </dt>
            <dd className="txt-compact-small">
              <Money amount={amount} currency_code={currency_code} strong />
            </dd>
          </div>
        ))}
      </dl>
      {hints.map((hint) => (
        <Text key={String(hint)} size="small" className="text-ui-fg-subtle">
          {hint}
        </Text>
      ))}
    </section>
  )
}
