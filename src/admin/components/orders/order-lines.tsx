import { Text } from "@medusajs/ui"
import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import { isCancelled } from "../../../domain/orders/order-status"
import { useFormat } from "../../hooks/use-format"
import type { ChannelOrder, ChannelOrderLine } from "../../lib/types"
import { Picture } from "../common/picture"

/** Once an order has come in or is ignored, a missing link no longer matters to it. */
function waitsForLinks({ import_state }: ChannelOrder): boolean {
  return import_state === "blocked" || import_state === "pending"
}

/** SKU and what is special about a line. */
function LineFacts({
  line,
  order,
}: {
  line: ChannelOrderLine
  order: ChannelOrder
}) {
  const { t } = useTranslation()
  const { cancelled_quantity = 0 } = line
  const partly = order.status === null || !isCancelled(order.status)
  const facts = [
    line.sku_title,
    line.seller_sku,
    line.is_gift && t("marketplaces.orders.line_gift"),
    partly && cancelled_quantity > 0 && (
      <span className="text-ui-fg-error">
        {t("marketplaces.orders.line_cancelled", {
          quantity: cancelled_quantity,
        })}
      </span>
    ),
    waitsForLinks(order) && !line.variant_id && (
      <span className="text-ui-tag-orange-text">
        {t("marketplaces.orders.line_not_linked")}
      </span>
    ),
  ].filter(Boolean)
  return (
    <Text size="xsmall" className="text-ui-fg-subtle break-words">
      {facts.map((fact, place) => (
        <Fragment key={place}>
          {place > 0 && " · "}
          {fact}
        </Fragment>
      ))}
    </Text>
  )
}

/** What was bought, with price and whether the shop knows it. */
export function OrderLines({ order }: { order: ChannelOrder }) {
  const format = useFormat()
  return (
    <ul className="divide-y">
      {(order.lines ?? []).map((line) => (
        <li key={line.id} className="flex items-center gap-x-3 px-6 py-3">
          <Picture url={line.image_url} />
          <div className="min-w-0 flex-1">
            <Text size="small" className="break-words">
              {line.title}
            </Text>
            <LineFacts line={line} order={order} />
          </div>
          <Text size="small" className="whitespace-nowrap">
            {format.money(line.unit_price, order.currency_code)} ×{" "}
            {line.quantity}
          </Text>
        </li>
      ))}
    </ul>
  )
}
