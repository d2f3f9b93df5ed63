import { Alert, Button, Checkbox, Label, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { OrderAction } from "../../../domain/orders/order-action"
import { useActOnOrders } from "../../hooks/api/orders"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { answerOf, hindranceOf } from "../../lib/order-answer"
import type { ChannelOrder, Confirmation } from "../../lib/types"
import { AnswerChoices } from "./answer-choices"
import { ConfirmLines } from "./confirm-lines"
import { ConfirmBy } from "./confirm-by"

/** Says what will happen, takes the choices, and sends the answer once it is understood. */
export function AnswerForm({
  action,
  orders,
  confirmation,
  onStarted,
  onClose,
}: {
  action: OrderAction
  orders: ChannelOrder[]
  /** Of the first order; null when there is nothing to choose. */
  confirmation: Confirmation | null
  onStarted: (runs: { id: string }[]) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const act = useActOnOrders()
  const onError = useFailureToast()
  const [left_out, setLeftOut] = useState<string[]>([])
  const [slot, setSlot] = useState("")
  const [warehouse, setWarehouse] = useState("")
  const [understood, setUnderstood] = useState(false)
  const single = orders.length === 1
  const hindrance = single ? hindranceOf(action, confirmation) : null
  const by_line =
    single && action === "confirm_order" && confirmation?.scope === "by_line"
  const lines = confirmation?.lines ?? []
  const nothing = by_line && left_out.length >= lines.length
  const cancels = action === "refuse_order" || left_out.length > 0

  if (hindrance) {
    return (
      <>
        <Alert variant="warning">
          {t(`marketplaces.order_actions.hindrances.${hindrance}`)}
        </Alert>
        <div className="flex justify-end">
          <Button onClick={onClose}>{t("marketplaces.actions.close")}</Button>
        </div>
      </>
    )
  }
  return (
    <>
      {single && confirmation && <ConfirmBy moment={confirmation.confirm_by} />}
      {action === "confirm_order" && !by_line && (
        <Text size="small">
          {t(
            single
              ? "marketplaces.order_actions.whole_order"
              : "marketplaces.order_actions.bulk_hint"
          )}
        </Text>
      )}
      {single && lines.length > 0 && (
        <ConfirmLines
          lines={lines}
          left_out={left_out}
          onChange={
            by_line
              ? (ids) => {
                  setLeftOut(ids)
                  setUnderstood(false)
                }
              : undefined
          }
        />
      )}
      {confirmation && action === "confirm_order" && (
        <AnswerChoices
          slots={confirmation.pickup_slots}
          slot={slot}
          onSlot={setSlot}
          warehouses={confirmation.warehouses}
          warehouse={warehouse}
          onWarehouse={setWarehouse}
        />
      )}
      {nothing && (
        <Alert variant="warning">
          {t("marketplaces.order_actions.no_line")}
        </Alert>
      )}
      {cancels && !nothing && (
        <Alert variant="error" className="items-start">
          <div className="flex flex-col gap-y-3">
            <Text size="small" weight="plus" className="text-ui-fg-error">
              {t(
                action === "refuse_order"
                  ? "marketplaces.order_actions.refuse_warning"
                  : "marketplaces.order_actions.leave_out_warning",
                { count: orders.length }
              )}
            </Text>
            <div className="flex items-center gap-x-2">
              <Checkbox
                id={id}
                checked={understood}
                onCheckedChange={(checked) => setUnderstood(checked === true)}
              />
              <Label size="small" htmlFor={id}>
                {t("marketplaces.order_actions.understood")}
              </Label>
            </div>
          </div>
        </Alert>
      )}
      <div className="flex justify-end gap-2">
        <Button variant="secondary" onClick={onClose}>
          {t("marketplaces.actions.cancel")}
        </Button>
        <Button
          variant={cancels ? "danger" : "primary"}
          disabled={nothing || (cancels && !understood)}
          isLoading={act.isPending}
          onClick={() =>
            act.mutate(
              answerOf({ action, orders, lines, left_out, slot, warehouse }),
              { onSuccess: ({ run }) => onStarted([run]), onError }
            )
          }
        >
          {t(`marketplaces.order_actions.${action}`)}
        </Button>
      </div>
    </>
  )
}
