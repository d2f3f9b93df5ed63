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

/** Where an order stands; without a status of ours, the marketplace's own word. */
export function OrderStatusBadge({
  order: { status, raw_status },
}: {
  order: { status: OrderStatus | null; raw_status: string }
}) {
  const { t } = useTranslation()
  return (
    <StatusBadge
      color={(status && COLORS[status]) ?? "grey"}
      className="whitespace-nowrap"
    >
      {status ? statusText(t, status) : raw_status}
    </StatusBadge>
  )
}
