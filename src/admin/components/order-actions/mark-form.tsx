import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useActOnOrders } from "../../hooks/api/orders"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { HARSH_ACTIONS, REQUEST_ACTIONS } from "../../lib/order-bulk"
import { FormButtons } from "./form-buttons"
import type { ActionFormProps } from "./order-action-form"
import { TextField } from "./text-field"

/** An action with nothing to choose: is it meant, and why. */
export function MarkForm({
  action,
  orders,
  onStarted,
  onClose,
}: ActionFormProps) {
  const { t } = useTranslation()
  const act = useActOnOrders()
  const onError = useFailureToast()
  const [reason, setReason] = useState("")
  const explains = !REQUEST_ACTIONS.includes(action)
  return (
    <>
      {explains && (
        <TextField
          label={t("marketplaces.order_actions.reason_optional")}
          value={reason}
          onChange={setReason}
        />
      )}
      <FormButtons
        label={t(`marketplaces.order_actions.${action}`)}
        harsh={HARSH_ACTIONS.includes(action)}
        busy={act.isPending}
        onCancel={onClose}
        onGo={() =>
          act.mutate(
            {
              action,
              ids: orders.map(({ id }) => id),
              params: explains && reason.trim() ? { reason } : {},
            },
            { onSuccess: ({ run }) => onStarted([run]), onError }
          )
        }
      />
    </>
  )
}
