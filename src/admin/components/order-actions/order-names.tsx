import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ChannelOrder } from "../../lib/types"

/** Which orders it is about, by the marketplace's ids; how many, where there are several. */
export function OrderNames({ orders }: { orders: ChannelOrder[] }) {
  const { t } = useTranslation()
  const channels = new Set(orders.map(({ channel_name }) => channel_name))
  return (
    <div>
      <Text size="small" weight="plus">
        {orders.length === 1
          ? t("marketplaces.orders.one", { id: orders[0].external_id })
          : t("marketplaces.orders.count", { count: orders.length })}
        {channels.size === 1 && ` · ${[...channels].join("")}`}
      </Text>
      {orders.length > 1 && (
        <Text
          size="small"
          className="text-ui-fg-subtle max-h-24 overflow-y-auto break-words"
        >
          {orders.map(({ external_id }) => external_id).join(", ")}
        </Text>
      )}
    </div>
  )
}
