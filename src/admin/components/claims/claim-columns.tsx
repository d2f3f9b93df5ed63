import { Text, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { Claim } from "../../lib/types"
import { Moment } from "../common/moment"
import { OrderCell } from "../common/order-cell"
import { Money } from "../statements/money"
import { ClaimDeadline } from "./claim-deadline"
import { ClaimStateBadge } from "./claim-state-badge"

const column = createDataTableColumnHelper<Claim>()

/** What is asked for, of whom, why, until when, and how it stands. */
export function useClaimColumns() {
  const { t } = useTranslation()
  return useMemo(
    () => [
      column.select(),
      column.accessor("number", {
        header: t("marketplaces.claims.number"),
        enableSorting: true,
        size: 70,
        cell: ({ row: { original } }) => `#${original.number}`,
      }),
      column.accessor("external_order_id", {
        header: t("marketplaces.fields.order_id"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => <OrderCell {...original} />,
      }),
      column.accessor("reason", {
        header: t("marketplaces.claims.reason"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="max-w-56 py-1">
            <Text size="small" className="whitespace-normal">
              {t(`marketplaces.statements.finding_name.${original.reason}`)}
            </Text>
            {original.note && (
              <Text
                size="xsmall"
                className="text-ui-fg-muted line-clamp-2 whitespace-normal"
              >
                {original.note}
              </Text>
            )}
          </div>
        ),
      }),
      column.accessor("amount", {
        header: t("marketplaces.claims.amount"),
        enableSorting: true,
        headerAlign: "right",
        align: "right",
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="w-full text-right">
            <Money
              amount={original.amount}
              currency_code={original.currency_code}
              strong
            />
          </div>
        ),
      }),
      column.accessor("deadline_at", {
        header: t("marketplaces.claims.deadline"),
        enableSorting: true,
        truncateTooltip: false,
        cell: ({ row: { original } }) => <ClaimDeadline claim={original} />,
      }),
      column.accessor("state", {
        header: t("marketplaces.claims.state_label"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="flex flex-col items-start py-1">
            <ClaimStateBadge state={original.state} />
            <Text size="xsmall" className="text-ui-fg-muted">
              <Moment value={original.decided_at} relative empty="" />
            </Text>
          </div>
        ),
      }),
    ],
    [t]
  )
}
