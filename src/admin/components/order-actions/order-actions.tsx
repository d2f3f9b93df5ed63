import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { OrderAction } from "../../../domain/orders/order-action"
import type { ChannelOrder } from "../../lib/types"
import { OrderActionModal } from "./order-action-modal"

/** What can be done with an order at its marketplace, as buttons; nothing when there is nothing. */
export function OrderActions({ order }: { order: ChannelOrder }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<OrderAction | null>(null)
  return (
    <>
      {(order.actions ?? []).map((action) => (
        <Button
          key={action}
          size="small"
          variant={action === "refuse_order" ? "danger" : "primary"}
          onClick={() => setChosen(action)}
        >
          {t(`marketplaces.order_actions.${action}`)}
        </Button>
      ))}
      {chosen && (
        <OrderActionModal
          action={chosen}
          orders={[order]}
          left_out={0}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}
