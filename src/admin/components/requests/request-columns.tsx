import { Text, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../hooks/use-format"
import type { BuyerRequest } from "../../lib/types"
import { Moment } from "../common/moment"
import { type OnAnswer, RequestAnswers } from "./request-answers"
import { RequestDeadline } from "./request-deadline"
import { RequestStateBadge } from "./request-state-badge"

const column = createDataTableColumnHelper<BuyerRequest>()

/** Columns of the list of buyers' requests. */
export function useRequestColumns(onAnswer: OnAnswer) {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      column.accessor("order_external_id", {
        header: t("marketplaces.fields.order_id"),
        size: 180,
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="py-1">
            {original.order ? (
              <Link
                to={`/marketplaces/orders?order=${original.order.id}`}
                className="text-ui-fg-interactive focus-visible:shadow-borders-focus rounded outline-none"
              >
                {original.order_external_id}
              </Link>
            ) : (
              original.order_external_id
            )}
            <Text size="xsmall" className="text-ui-fg-subtle truncate">
              {original.channel_name}
            </Text>
          </div>
        ),
      }),
      column.accessor("kind", {
        header: t("marketplaces.requests.wish"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => {
          const reason = original.reason_text ?? original.reason
          return (
            <div className="max-w-56 whitespace-normal py-1">
              <Text size="small" weight="plus">
                {t(`marketplaces.request_kind.${original.kind}`)}
              </Text>
              {reason && (
                <Text
                  size="xsmall"
                  className="text-ui-fg-subtle line-clamp-2"
                  title={reason}
                >
                  {reason}
                </Text>
              )}
            </div>
          )
        },
      }),
      column.accessor("refund_amount", {
        header: t("marketplaces.requests.amount"),
        align: "right",
        size: 110,
        cell: ({ row: { original } }) =>
          format.money(original.refund_amount, original.currency_code) || "—",
      }),
      column.accessor("state", {
        header: t("marketplaces.fields.status"),
        size: 170,
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="whitespace-normal py-1">
            <RequestStateBadge state={original.state} />
            <RequestDeadline request={original} />
            {original.problem && (
              <Text size="xsmall" className="text-ui-tag-red-text">
                {t("marketplaces.requests.problem", {
                  status: original.raw_status,
                  problem: original.problem,
                })}
              </Text>
            )}
            {original.tracking_number && (
              <Text size="xsmall" className="text-ui-fg-subtle break-all">
                {original.tracking_number}
              </Text>
            )}
            {original.received_at && (
              <Text size="xsmall" className="text-ui-tag-green-text">
                {t("marketplaces.requests.goods_received")}
              </Text>
            )}
          </div>
        ),
      }),
      column.accessor("requested_at", {
        header: t("marketplaces.requests.requested_at"),
        size: 100,
        truncateTooltip: false,
        cell: ({ getValue }) => (
          <div className="w-20 whitespace-normal xl:w-auto xl:whitespace-nowrap">
            <Moment value={getValue()} />
          </div>
        ),
      }),
      column.display({
        id: "answers",
        size: 180,
        cell: ({ row: { original } }) => (
          <RequestAnswers request={original} onAnswer={onAnswer} />
        ),
      }),
    ],
    [format, onAnswer, t]
  )
}
