import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderStatus } from "../../../domain/orders/order-status"
import { statusText } from "../../lib/result-line"

type Color = "green" | "orange" | "red" | "grey" | "blue" | "purple"

const COLORS: Record<OrderStatus, Color> = {
  new: "blue",
  awaiting_confirmation: "orange",
  confirmed: "orange",
  packing: "orange",
  packed: "orange",
  awaiting_collection: "purple",
  in_transit: "purple",
  succeeded: "green",
  returning: "red",
  returned: "grey",
  cancelled_by_seller: "grey",
  cancelled_by_buyer: "grey",
  cancelled_by_system: "grey",
}

/** Where an order stands; a status nobody knows is shown as unknown, never guessed. */
export function OrderStatusBadge({ status }: { status: OrderStatus | null }) {
  const { t } = useTranslation()
  return (
    <StatusBadge
      color={(status && COLORS[status]) ?? "grey"}
      className="whitespace-nowrap"
    >
      {status ? statusText(t, status) : t("marketplaces.orders.unknown_status")}
    </StatusBadge>
  )
}
