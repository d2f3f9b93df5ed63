import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { OrderStatusTabs } from "../components/orders/order-status-tabs"
import { tabCount } from "../components/orders/order-tabs"
import { useOrderCounts } from "../hooks/api/orders"

/**
 * Channel orders by status above the shop's own list; nothing while there are none.
 * The dashboard puts every widget after its own sections, whatever its zone says:
 * `order-first` brings it to the top.
 */
const OrderListStatusesWidget = () => {
  const { t } = useTranslation()
  const counts = useOrderCounts().data
  const some =
    (tabCount({ key: "all" }, counts) ?? 0) > 0 ||
    (counts?.by_import_state.blocked ?? 0) > 0
  if (!some) {
    return null
  }
  return (
    <Container className="order-first divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("marketplaces.orders.title")}
      </Heading>
      <OrderStatusTabs
        counts={counts}
        active={null}
        hrefOf={(tab) => `/marketplaces/orders?tab=${tab}`}
      />
    </Container>
  )
}

export const config = defineWidgetConfig({
  id: "marketplaces-order-list-statuses",
  zone: "order.list.before",
})

export default OrderListStatusesWidget
