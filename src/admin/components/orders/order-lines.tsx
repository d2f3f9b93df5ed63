import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { ChannelOrder } from "../../lib/types"
import { Picture } from "../common/picture"

/** What was bought, with price and whether the shop knows it. */
export function OrderLines({ order }: { order: ChannelOrder }) {
  const { t } = useTranslation()
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
            <Text size="xsmall" className="text-ui-fg-subtle break-words">
              {[line.sku_title, line.seller_sku].filter(Boolean).join(" · ")}
              {!line.variant_id && (
                <span className="text-ui-tag-orange-text">
                  {" "}
                  {t("marketplaces.orders.line_not_linked")}
                </span>
              )}
            </Text>
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
