import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { formatDay } from "../../lib/format"
import { daysOfMonth, monthText } from "../../lib/report-bars"
import type { ReportKind, ReportRow } from "../../lib/types"

/** What a row is about, leading on to what it is made of. */
export function ReportName({
  by,
  row,
  href,
}: {
  by: ReportKind
  row: ReportRow
  /** The page with some filters changed. */
  href: (changes: Record<string, string>) => string
}) {
  const { t } = useTranslation()
  const { name, under, to } = nameOf()
  return (
    <div className="max-w-64">
      {to ? (
        <Link
          to={to}
          className="txt-compact-small text-ui-fg-interactive hover:underline focus-visible:shadow-borders-focus block truncate rounded outline-none"
          title={name}
        >
          {name}
        </Link>
      ) : (
        <Text size="small" leading="compact" className="truncate" title={name}>
          {name}
        </Text>
      )}
      {under && (
        <Text size="xsmall" className="text-ui-fg-muted truncate">
          {under}
        </Text>
      )}
    </div>
  )

  function nameOf(): { name: string; under?: string; to?: string } {
    if (row.is_without_order) {
      return {
        name: t("marketplaces.statements.report.column.without_order"),
        under: row.channel_name ?? undefined,
      }
    }
    switch (by) {
      case "month":
        return row.month
          ? {
              name: monthText(row.month),
              to: href({ by: "order", ...daysOfMonth(row.month) }),
            }
          : { name: t("marketplaces.statements.report.column.no_month") }
      case "channel":
        return {
          name: row.channel_name ?? "—",
          ...(row.channel_id && {
            to: href({ by: "order", channel_id: row.channel_id }),
          }),
        }
      case "product":
        return {
          name:
            row.title ??
            t("marketplaces.statements.report.column.unknown_product"),
          under: [row.sku, row.channel_name].filter(Boolean).join(" · "),
        }
      case "order":
        return {
          name: row.external_order_id ?? "—",
          under: [row.channel_name, formatDay(row.placed_at)]
            .filter(Boolean)
            .join(" · "),
          ...(row.settlement_id && {
            to: `/marketplaces/statements/orders?settlement=${row.settlement_id}`,
          }),
        }
    }
  }
}
