import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Button, Container, Copy, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { DetailRow } from "../components/common/detail-row"
import { MarketplaceLink } from "../components/orders/marketplace-link"
import { OrderActions } from "../components/order-actions/order-actions"
import { OrderDeadline } from "../components/orders/order-deadline"
import { OrderHistory } from "../components/orders/order-history"
import { OrderMarks } from "../components/orders/order-marks"
import { OrderParcels } from "../components/orders/order-parcels"
import { OrderStatusBadge } from "../components/orders/order-status-badge"
import { useOrder, useOrders } from "../hooks/api/orders"

/**
 * The channel order behind this order, at the top of the side column (the dashboard puts
 * widgets last, whatever their zone says); nothing when it came from elsewhere.
 */
const OrderChannelOrderWidget = ({ data }: DetailWidgetProps<AdminOrder>) => {
  const { t } = useTranslation()
  const found = useOrders({ medusa_order_id: data.id, limit: 1 })
  const listed = found.data?.orders[0]
  const detail = useOrder(listed?.id ?? "")
  if (!listed) {
    return null
  }
  const order = detail.data?.order ?? listed
  return (
    <Container className="order-first divide-y p-0">
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        <Heading level="h2">{t("marketplaces.orders.widget_title")}</Heading>
        <Button asChild size="small" variant="transparent">
          <Link to={`/marketplaces/orders?order=${order.id}`}>
            {t("marketplaces.actions.details")}
          </Link>
        </Button>
      </div>
      <DetailRow label={t("marketplaces.fields.channel")}>
        {order.channel_name ?? order.channel_id}
      </DetailRow>
      <DetailRow label={t("marketplaces.fields.order_id")}>
        <span className="flex items-center gap-x-1 break-all">
          {order.external_id}
          <Copy content={order.external_id} variant="mini" />
        </span>
      </DetailRow>
      <DetailRow label={t("marketplaces.fields.status")}>
        <div className="flex flex-wrap items-center gap-1">
          <OrderStatusBadge order={order} />
          <OrderMarks order={order} />
        </div>
      </DetailRow>
      <DetailRow label={t("marketplaces.fields.raw_status")}>
        {order.raw_status}
      </DetailRow>
      {order.deadline_at && (
        <DetailRow label={t("marketplaces.fields.deadline")}>
          <OrderDeadline order={order} />
        </DetailRow>
      )}
      {(order.parcels ?? []).length > 0 && (
        <OrderParcels parcels={order.parcels ?? []} />
      )}
      {(order.history ?? []).length > 0 && (
        <details>
          <summary className="txt-compact-small-plus cursor-pointer px-6 py-3">
            {t("marketplaces.orders.history")}
          </summary>
          <OrderHistory history={order.history ?? []} />
        </details>
      )}
      <div className="flex flex-wrap justify-end gap-2 px-6 py-3 empty:hidden">
        <MarketplaceLink order={order} />
        <OrderActions order={order} />
      </div>
    </Container>
  )
}

export const config = defineWidgetConfig({
  id: "marketplaces-order-channel-order",
  zone: "order.details.side.before",
})

export default OrderChannelOrderWidget
