import { Text, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { differencesOf } from "../../lib/statement-states"
import type { Statement } from "../../lib/types"
import { Moment } from "../common/moment"
import { Money } from "./money"
import { Period } from "./period"
import { StatementStatusBadge } from "./state-badge"

const column = createDataTableColumnHelper<Statement>()

/** What came, for which days, how much of it, and how many lines differ. */
export function useStatementColumns() {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const amount = (name: "revenue" | "fees" | "net") =>
      column.accessor((row) => row.totals[name], {
        id: name,
        header: t(`marketplaces.statements.part.${name}`),
        headerAlign: "right",
        align: "right",
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="w-full text-right">
            <Money
              amount={original.status === "done" ? original.totals[name] : null}
              currency_code={original.currency_code}
              strong={name === "net"}
            />
          </div>
        ),
      })
    return [
      column.accessor("filename", {
        header: t("marketplaces.statements.one"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="max-w-48 py-1 xl:max-w-72">
            <Text size="small" leading="compact" className="truncate">
              {original.filename ??
                original.external_id ??
                t("marketplaces.statements.source.api")}
            </Text>
            <Text size="xsmall" className="text-ui-fg-muted truncate">
              {original.channel_name}
            </Text>
          </div>
        ),
      }),
      column.accessor("source", {
        header: t("marketplaces.statements.source.label"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="py-1">
            <Text size="small" leading="compact">
              {t(`marketplaces.statements.source.${original.source}`)}
            </Text>
            {original.payment && (
              <Text size="xsmall" className="text-ui-fg-muted">
                {t(`marketplaces.statements.payment.${original.payment}`)}
              </Text>
            )}
          </div>
        ),
      }),
      column.accessor("period_from", {
        header: t("marketplaces.statements.period"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="py-1">
            <Period statement={original} />
            <Text size="xsmall" className="text-ui-fg-muted">
              <Moment value={original.created_at} relative />
            </Text>
          </div>
        ),
      }),
      column.accessor((row) => row.counts.lines, {
        id: "lines",
        header: t("marketplaces.statements.lines"),
        headerAlign: "right",
        align: "right",
        cell: ({ row: { original } }) => (
          <div className="w-full text-right tabular-nums">
            {original.status === "done"
              ? format.number(original.counts.lines ?? 0)
              : "—"}
          </div>
        ),
      }),
      amount("revenue"),
      amount("fees"),
      amount("net"),
      column.accessor("status", {
        header: t("marketplaces.fields.status"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="py-1">
            <StatementStatusBadge status={original.status} />
            {original.status === "done" && (
              <Text size="xsmall" className="text-ui-fg-subtle">
                {t(
                  original.counts.comparing
                    ? "marketplaces.statements.being_compared"
                    : "marketplaces.statements.to_look_at",
                  {
                    count:
                      original.counts.comparing ??
                      differencesOf(original.counts),
                  }
                )}
              </Text>
            )}
          </div>
        ),
      }),
    ]
  }, [format, t])
}
