import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useOrderAction } from "../../hooks/use-order-action"
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
  const { busy, start } = useOrderAction({ action, onStarted })
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
        busy={busy}
        onCancel={onClose}
        onGo={() => start(orders, explains && reason.trim() ? { reason } : {})}
      />
    </>
  )
}
