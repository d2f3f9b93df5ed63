import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ReceivedLine } from "../../../domain/returns/received-lines"
import type { ChannelOrder, Receipt } from "../../lib/types"
import { Moment } from "../common/moment"

const KINDS = ["good", "damaged", "lost"] as const

/** Goods of an order that came back: what, in which condition, and whether stock knows. */
export function OrderReceipts({
  order,
  receipts,
}: {
  order: ChannelOrder
  receipts: Receipt[]
}) {
  const { t } = useTranslation()
  const titleOf = (line: ReceivedLine) =>
    order.lines?.find(({ id }) => id === line.line_id)?.title ?? line.line_id
  return (
    <ul className="divide-y">
      {receipts.map((receipt) => (
        <li key={receipt.id} className="px-6 py-3">
          {receipt.lines.map((line) => (
            <Text key={line.line_id} size="small" className="break-words">
              {titleOf(line)}
              {": "}
              {KINDS.filter((kind) => line[kind] > 0)
                .map(
                  (kind) =>
                    `${line[kind]} ${t(`marketplaces.received.${kind}`)}`
                )
                .join(", ")}
            </Text>
          ))}
          {receipt.note && <Text size="small">{receipt.note}</Text>}
          <Text size="xsmall" className="text-ui-fg-subtle">
            <Moment value={receipt.received_at} />
            {receipt.received_by_name && ` · ${receipt.received_by_name}`}
            {receipt.stock_error
              ? ` · ${t("marketplaces.orders.receipt_failed", { reason: receipt.stock_error })}`
              : receipt.stock_state === "due" &&
                ` · ${t("marketplaces.orders.receipt_due")}`}
          </Text>
        </li>
      ))}
    </ul>
  )
}
