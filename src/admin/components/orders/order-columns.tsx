import { Text, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../hooks/use-format"
import type { ChannelOrder } from "../../lib/types"
import { Moment } from "../common/moment"
import { OrderDeadline } from "./order-deadline"
import { OrderMarks } from "./order-marks"
import { OrderStatusBadge } from "./order-status-badge"

const column = createDataTableColumnHelper<ChannelOrder>()

/** "Ly sứ đỏ ×2 +1": the first line, and how many more there are. */
function OrderLines({ order }: { order: ChannelOrder }) {
  const [first, ...more] = order.lines ?? []
  if (!first) {
    return <>—</>
  }
  return (
    <Text size="small" className="flex max-w-20 gap-x-1 xl:max-w-60">
      <span className="truncate" title={first.title}>
        {first.title}
      </span>
      <span className="whitespace-nowrap">
        ×{first.quantity}
        {more.length > 0 && ` +${more.length}`}
      </span>
    </Text>
  )
}

/** Columns of the order list; the order's id opens its drawer. */
export function useOrderColumns(hrefOf: (order: ChannelOrder) => string) {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      column.select(),
      column.accessor("external_id", {
        header: t("marketplaces.fields.order_id"),
        size: 180,
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="py-1">
            <Link
              to={hrefOf(original)}
              onClick={(event) => event.stopPropagation()}
              className="text-ui-fg-interactive focus-visible:shadow-borders-focus rounded outline-none"
            >
              {original.external_id}
            </Link>
            <Text size="xsmall" className="text-ui-fg-subtle truncate">
              {original.channel_name}
            </Text>
          </div>
        ),
      }),
      column.accessor("lines", {
        header: t("marketplaces.fields.lines"),
        truncateTooltip: false,
        cell: ({ row }) => <OrderLines order={row.original} />,
      }),
      column.accessor("total", {
        header: t("marketplaces.fields.total"),
        align: "right",
        size: 110,
        cell: ({ row: { original } }) =>
          format.money(original.total, original.currency_code) || "—",
      }),
      column.accessor("status", {
        header: t("marketplaces.fields.status"),
        size: 170,
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="flex flex-wrap items-center gap-1 py-1">
            <OrderStatusBadge order={original} />
            <OrderMarks order={original} />
          </div>
        ),
      }),
      column.accessor("deadline_at", {
        header: t("marketplaces.fields.deadline"),
        enableSorting: true,
        size: 120,
        truncateTooltip: false,
        cell: ({ row }) => (
          <div className="txt-compact-xsmall py-1">
            <OrderDeadline order={row.original} />
          </div>
        ),
      }),
      column.accessor("placed_at", {
        header: t("marketplaces.fields.placed_at"),
        enableSorting: true,
        size: 100,
        truncateTooltip: false,
        cell: ({ getValue }) => (
          <div className="w-20 whitespace-normal xl:w-auto xl:whitespace-nowrap">
            <Moment value={getValue()} />
          </div>
        ),
      }),
    ],
    [format, hrefOf, t]
  )
}
