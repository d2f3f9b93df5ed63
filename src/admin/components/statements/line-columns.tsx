import { Text, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../hooks/use-format"
import { useWording } from "../../hooks/use-wording"
import { lineText } from "../../lib/statement-text"
import type { StatementLine } from "../../lib/types"
import { Difference } from "./difference"
import { Money } from "./money"
import { StateBadge } from "./state-badge"

const column = createDataTableColumnHelper<StatementLine>()

/** Where a line stands, what it is about, what it brings, and how that compares. */
export function useLineColumns() {
  const { t } = useTranslation()
  const format = useFormat()
  const wording = useWording()
  return useMemo(() => {
    const amount = (name: "revenue" | "fees" | "net") =>
      column.accessor(name, {
        header: t(`marketplaces.statements.part.${name}`),
        headerAlign: "right",
        align: "right",
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="w-full text-right">
            <Money
              amount={original[name]}
              currency_code={original.currency_code}
              strong={name === "net"}
            />
          </div>
        ),
      })
    return [
      column.select(),
      column.accessor("row", {
        header: t("marketplaces.statements.row"),
        size: 90,
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="max-w-28 py-1">
            <Text size="small" leading="compact">
              {t("marketplaces.statements.place.row", { value: original.row })}
            </Text>
            <Text size="xsmall" className="text-ui-fg-muted truncate">
              {original.sheet}
            </Text>
          </div>
        ),
      }),
      column.accessor("external_order_id", {
        header: t("marketplaces.fields.order_id"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="max-w-44 py-1">
            <OrderLink line={original} />
            <Text size="xsmall" className="text-ui-fg-muted truncate">
              {original.kind
                ? t(`marketplaces.statements.kind.${original.kind}`)
                : t("marketplaces.statements.no_kind")}
            </Text>
          </div>
        ),
      }),
      column.accessor("state", {
        header: t("marketplaces.statements.outcome"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="flex max-w-40 flex-col items-start py-1 xl:max-w-64">
            <StateBadge state={original.state} />
            <Text
              size="xsmall"
              className="text-ui-fg-subtle line-clamp-3 whitespace-normal"
            >
              {lineText(wording, original)}
            </Text>
          </div>
        ),
      }),
      amount("revenue"),
      amount("fees"),
      amount("net"),
      column.accessor("difference", {
        header: t("marketplaces.statements.difference.label"),
        headerAlign: "right",
        align: "right",
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="w-full py-1 text-right">
            <Difference
              amount={original.difference}
              currency_code={original.currency_code}
            />
            {original.expected !== null && (
              <Text size="xsmall" className="text-ui-fg-muted">
                {t("marketplaces.statements.expected_short", {
                  amount: format.money(
                    original.expected,
                    original.currency_code
                  ),
                })}
              </Text>
            )}
          </div>
        ),
      }),
    ]
  }, [format, t, wording])
}

/** The order of a line; one that was downloaded leads to it. */
export function OrderLink({
  line: { external_order_id, channel_order_id },
}: {
  line: Pick<StatementLine, "external_order_id" | "channel_order_id">
}) {
  if (!external_order_id) {
    return <span className="text-ui-fg-muted">—</span>
  }
  return channel_order_id ? (
    <Link
      to={`/marketplaces/orders?order=${channel_order_id}`}
      className="text-ui-fg-interactive whitespace-nowrap"
      onClick={(event) => event.stopPropagation()}
    >
      {external_order_id}
    </Link>
  ) : (
    <span className="whitespace-nowrap">{external_order_id}</span>
  )
}
