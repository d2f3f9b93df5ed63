import { FocusModal, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { OrderAction } from "../../../domain/orders/order-action"
import type { ChannelOrder } from "../../lib/types"
import { OrderActionForm } from "./order-action-form"
import { OrderActionRun } from "./order-action-run"

/**
 * One action on one order or several: what will happen, the choices there are, then what
 * became of each. It goes on when this is closed; its run has the results.
 */
export function OrderActionModal({
  action,
  orders,
  left_out,
  onClose,
}: {
  action: OrderAction
  /** Those that it can be done with. */
  orders: ChannelOrder[]
  /** How many were chosen besides, that it cannot be done with. */
  left_out: number
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [remaining, setRemaining] = useState(orders)
  const [run_id, setRunId] = useState("")
  return (
    <FocusModal open onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content aria-describedby={undefined}>
        <FocusModal.Header />
        <FocusModal.Body className="overflow-y-auto">
          <div className="mx-auto flex w-full max-w-2xl flex-col gap-y-6 px-6 py-8">
            <div>
              <FocusModal.Title asChild>
                <Heading>
                  {t(`marketplaces.order_actions.${action}_title`)}
                </Heading>
              </FocusModal.Title>
              <Text size="small" className="text-ui-fg-subtle">
                {t(`marketplaces.order_actions.${action}_hint`)}
              </Text>
            </div>
            {run_id ? (
              <OrderActionRun
                id={run_id}
                onRetry={(ids) => {
                  setRemaining(orders.filter(({ id }) => ids.includes(id)))
                  setRunId("")
                }}
                onClose={onClose}
              />
            ) : (
              <OrderActionForm
                action={action}
                orders={remaining}
                left_out={left_out}
                onStarted={setRunId}
                onClose={onClose}
              />
            )}
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
