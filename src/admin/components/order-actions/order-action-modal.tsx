import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { OrderAction } from "../../../domain/orders/order-action"
import type { ChannelOrder } from "../../lib/types"
import { FocusDialog } from "../common/focus-dialog"
import { OrderActionForm, type StartedRun } from "./order-action-form"
import { OrderActionRuns } from "./order-action-runs"

/**
 * One action on one order or several: what will happen, the choices there are, then what
 * became of each. It goes on when this is closed; its run has the results.
 */
export function OrderActionModal({
  action,
  orders,
  left_out,
  onStarted,
  onClose,
}: {
  action: OrderAction
  /** Those that it can be done with. */
  orders: ChannelOrder[]
  /** How many were chosen besides, that it cannot be done with. */
  left_out: number
  onStarted?: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState({
    action,
    orders,
    left_out,
    printed_before: false,
  })
  const [runs, setRuns] = useState<StartedRun[]>([])
  const only = (ids: string[]) => orders.filter(({ id }) => ids.includes(id))
  return (
    <FocusDialog
      title={t(`marketplaces.order_actions.${doing.action}_title`)}
      hint={t(`marketplaces.order_actions.${doing.action}_hint`)}
      onClose={onClose}
    >
      {runs.length > 0 ? (
        <OrderActionRuns
          action={doing.action}
          runs={runs}
          onRetry={(ids, codes) => {
            setDoing({
              ...doing,
              orders: only(ids),
              left_out: 0,
              printed_before: codes.includes("reason_required"),
            })
            setRuns([])
          }}
          onPrint={(ids) => {
            setDoing({
              action: "print_waybills",
              orders: only(ids),
              left_out: 0,
              printed_before: false,
            })
            setRuns([])
          }}
          onClose={onClose}
        />
      ) : (
        <OrderActionForm
          {...doing}
          onStarted={(started) => {
            setRuns(started)
            onStarted?.()
          }}
          onClose={onClose}
        />
      )}
    </FocusDialog>
  )
}
