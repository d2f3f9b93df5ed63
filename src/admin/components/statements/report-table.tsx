import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { FeeKind } from "../../../domain/statements/fee-kind"
import { useFormat } from "../../hooks/use-format"
import { feeKindsOf } from "../../lib/report-bars"
import type {
  ReportFigures,
  ReportKind,
  ReportRow,
  SettlementReport,
} from "../../lib/types"
import { Money } from "./money"
import { ReportName } from "./report-name"

type Column = { key: string; label: string; cell: (of: Figures) => ReactNode }
type Figures = ReportFigures & { units?: number | null }

const FIRST: Record<ReportKind, string> = {
  month: "month",
  channel: "channel",
  product: "product",
  order: "order",
}

/** The rows of a report and, below them, what all of them come to. */
export function ReportTable({
  by,
  report,
  withFees,
  href,
}: {
  by: ReportKind
  report: SettlementReport
  /** A column for each kind of fee. */
  withFees: boolean
  href: (changes: Record<string, string>) => string
}) {
  const { t } = useTranslation()
  const columns = useColumns(by, report, withFees)
  const cells = (of: Figures) =>
    columns.map(({ key, cell }) => (
      <td key={key} className="whitespace-nowrap px-3 py-2 text-right">
        {cell(of)}
      </td>
    ))
  const sticky = "sticky left-0 bg-ui-bg-base px-6 py-2 text-left"
  return (
    // The table is wider than a small screen: it is scrolled with the keyboard too.
    <div
      role="region"
      aria-label={t(`marketplaces.statements.report.by.${by}`)}
      tabIndex={0}
      className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
    >
      <table className="txt-compact-small w-full tabular-nums">
        <thead>
          <tr className="text-ui-fg-subtle border-b">
            <th scope="col" className={clx(sticky, "font-normal")}>
              {t(`marketplaces.statements.report.column.${FIRST[by]}`)}
            </th>
            {columns.map(({ key, label }) => (
              <th
                key={key}
                scope="col"
                className="whitespace-nowrap px-3 py-2 text-right font-normal"
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {report.rows.map((row: ReportRow) => (
            <tr key={row.id}>
              <th scope="row" className={clx(sticky, "font-normal")}>
                <ReportName by={by} row={row} href={href} />
              </th>
              {cells(row)}
            </tr>
          ))}
        </tbody>
        <tfoot className="border-t-2 font-medium">
          <tr>
            <th scope="row" className={clx(sticky, "font-medium")}>
              {t("marketplaces.statements.report.column.total")}
            </th>
            {cells(report.totals)}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function useColumns(
  by: ReportKind,
  { totals, currency_code }: SettlementReport,
  withFees: boolean
): Column[] {
  const { t } = useTranslation()
  const format = useFormat()
  const label = (key: string) =>
    t(`marketplaces.statements.report.column.${key}`)
  const money = (
    key: string,
    amount: (of: Figures) => number | null,
    name = label(key)
  ): Column => ({
    key,
    label: name,
    cell: (of) => <Money amount={amount(of)} currency_code={currency_code} />,
  })
  const count = (
    key: string,
    value: (of: Figures) => number | null | undefined
  ): Column => ({
    key,
    label: label(key),
    cell: (of) => {
      const number = value(of)
      return number === null || number === undefined
        ? ""
        : format.number(number)
    },
  })
  const fee = (kind: FeeKind) =>
    money(
      kind,
      ({ fee_parts }) =>
        fee_parts
          .filter((part) => part.kind === kind)
          .reduce((sum, { amount }) => sum + amount, 0),
      t(`marketplaces.statements.fee.${kind}`)
    )
  return [
    ...(by === "product" ? [count("units", ({ units }) => units)] : []),
    ...(by === "order"
      ? []
      : [count("order_count", ({ order_count }) => order_count)]),
    money("revenue", ({ revenue }) => revenue),
    ...(withFees ? feeKindsOf(totals).map(fee) : []),
    money("fees", ({ fees }) => fees),
    ...(totals.adjustment === 0
      ? []
      : [money("adjustment", ({ adjustment }) => adjustment)]),
    money("net", ({ net }) => net),
    money("cost", ({ cost }) => cost),
    money("margin", ({ margin }) => margin),
    ...(by === "order"
      ? []
      : [count("orders_without_cost", (of) => of.orders_without_cost)]),
    money("expected_net", ({ expected }) => expected?.net ?? null),
    money("expected_margin", ({ expected }) => expected?.margin ?? null),
    money("outstanding", ({ outstanding }) => outstanding),
  ]
}
