import { Button, DropdownMenu } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { OrderAction } from "../../../domain/orders/order-action"
import { FIRST_ACTIONS, HARSH_ACTIONS } from "../../lib/order-bulk"
import type { ChannelOrder } from "../../lib/types"
import { OrderActionModal } from "./order-action-modal"

/** Of these, one that applies is a button; a pick list is for many orders. */
const BUTTONS: readonly OrderAction[] = [
  ...FIRST_ACTIONS.filter((action) => action !== "print_pick_list"),
  "refuse_order",
  "mark_returned",
]

/** What can be done with an order: first the next steps, the rest behind "more"; nothing when there is nothing. */
export function OrderActions({ order }: { order: ChannelOrder }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<OrderAction | null>(null)
  const actions = order.actions ?? []
  const buttons = actions.filter((action) => BUTTONS.includes(action))
  const rest = actions.filter((action) => !BUTTONS.includes(action))
  return (
    <>
      {rest.length > 0 && (
        <DropdownMenu>
          <DropdownMenu.Trigger asChild>
            <Button size="small" variant="secondary">
              {t("marketplaces.order_actions.more")} ▾
            </Button>
          </DropdownMenu.Trigger>
          <DropdownMenu.Content align="end">
            {rest.map((action) => (
              <DropdownMenu.Item
                key={action}
                onSelect={() => setChosen(action)}
              >
                {t(`marketplaces.order_actions.${action}`)}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu>
      )}
      {buttons.map((action) => (
        <Button
          key={action}
          size="small"
          variant={
            HARSH_ACTIONS.includes(action)
              ? "danger"
              : action === buttons[0]
                ? "primary"
                : "secondary"
          }
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
