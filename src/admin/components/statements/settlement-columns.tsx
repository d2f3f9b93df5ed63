import { CheckCircleSolid } from "@medusajs/icons"
import { Text, Tooltip, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { useWording } from "../../hooks/use-wording"
import { findingText } from "../../lib/statement-text"
import type { Settlement } from "../../lib/types"
import { Moment } from "../common/moment"
import { OrderCell } from "../common/order-cell"
import { Difference } from "./difference"
import { Money } from "./money"
import { StateBadge } from "./state-badge"

const column = createDataTableColumnHelper<Settlement>()

/** An order, what it was paid, what it should bring, and how the two compare. */
export function useSettlementColumns() {
  const { t } = useTranslation()
  const format = useFormat()
  const wording = useWording()
  return useMemo(() => {
    const amount = (
      name: "settled" | "expected",
      read: (row: Settlement) => number | null
    ) =>
      column.accessor(read, {
        id: name,
        header: t(`marketplaces.statements.order.${name}`),
        headerAlign: "right",
        align: "right",
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="w-full text-right">
            <Money
              amount={read(original)}
              currency_code={original.currency_code}
            />
          </div>
        ),
      })
    return [
      column.select(),
      column.accessor("external_order_id", {
        header: t("marketplaces.fields.order_id"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => <OrderCell {...original} />,
      }),
      column.accessor("last_settled_at", {
        header: t("marketplaces.statements.order.last_settled"),
        cell: ({ row: { original } }) => (
          <Moment value={original.last_settled_at} relative />
        ),
      }),
      amount("settled", ({ settled, line_count }) =>
        line_count > 0 ? settled.net : null
      ),
      amount("expected", ({ expected }) => expected?.net ?? null),
      column.accessor((row) => row.difference?.net, {
        id: "difference",
        header: t("marketplaces.statements.difference.label"),
        headerAlign: "right",
        align: "right",
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="w-full text-right">
            <Difference
              amount={original.difference?.net ?? null}
              currency_code={original.currency_code}
            />
          </div>
        ),
      }),
      column.accessor("state", {
        header: t("marketplaces.statements.order.state"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="flex max-w-56 flex-col items-start py-1 xl:max-w-80">
            <div className="flex items-center gap-x-1.5">
              <StateBadge state={original.comparing ? null : original.state} />
              {original.confirmed_at && (
                <Tooltip
                  content={[
                    t("marketplaces.statements.order.confirmed"),
                    original.confirmed_by_name,
                    format.dateTime(original.confirmed_at),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                >
                  <CheckCircleSolid
                    className="text-ui-tag-green-icon"
                    aria-label={t("marketplaces.statements.order.confirmed")}
                  />
                </Tooltip>
              )}
            </div>
            <Text
              size="xsmall"
              className="text-ui-fg-subtle line-clamp-3 whitespace-normal"
            >
              {original.findings
                .map((one) => findingText(wording, one, original.currency_code))
                .join(" ")}
            </Text>
          </div>
        ),
      }),
    ]
  }, [format, t, wording])
}
