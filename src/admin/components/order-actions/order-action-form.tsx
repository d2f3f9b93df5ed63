import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderAction } from "../../../domain/orders/order-action"
import type { ChannelOrder } from "../../lib/types"
import { ArrangeForm } from "./arrange-form"
import { ConfirmationForm } from "./confirmation-form"
import { MarkForm } from "./mark-form"
import { OrderNames } from "./order-names"
import { OrderRequestForm } from "./order-request-form"
import { PickListForm } from "./pick-list-form"
import { PrintForm } from "./print-form"
import { ReturnedForm } from "./returned-form"

/** A run that an action began; the label tells it from the others of the same click. */
export type StartedRun = { id: string; label?: string }

export type ActionFormProps = {
  action: OrderAction
  /** At least one. */
  orders: ChannelOrder[]
  /** The marketplace's labels are known to have been printed before. */
  printed_before?: boolean
  onStarted: (runs: StartedRun[]) => void
  onClose: () => void
}

/** The choices of an action. */
export function OrderActionForm({
  left_out,
  ...form
}: ActionFormProps & { left_out: number }) {
  const { t } = useTranslation()
  const some = form.orders.length > 0
  return (
    <div className="flex flex-col gap-y-6">
      {some && <OrderNames orders={form.orders} />}
      {left_out > 0 && (
        <Text size="small" className="text-ui-tag-orange-text">
          {t("marketplaces.order_actions.left_out", { count: left_out })}
        </Text>
      )}
      {some ? (
        <FormOf {...form} />
      ) : (
        <Text size="small">{t("marketplaces.order_actions.none")}</Text>
      )}
    </div>
  )
}

function FormOf(form: ActionFormProps) {
  switch (form.action) {
    case "confirm_order":
    case "refuse_order":
      return <ConfirmationForm {...form} />
    case "arrange_shipment":
      return <ArrangeForm {...form} />
    case "print_waybills":
      return <PrintForm {...form} />
    case "print_pick_list":
      return <PickListForm {...form} />
    case "mark_returned":
      return <ReturnedForm {...form} />
    case "approve_cancellation":
    case "reject_cancellation":
    case "approve_return":
    case "reject_return":
      return form.orders.length === 1 ? (
        <OrderRequestForm {...form} />
      ) : (
        <MarkForm {...form} />
      )
    default:
      return <MarkForm {...form} />
  }
}
