import { Alert, Hint, Label, Switch, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { WAYBILL_SIZES } from "../../../domain/provider/gives-waybills"
import { useActOnOrders } from "../../hooks/api/orders"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useStored } from "../../hooks/use-stored"
import { wasPrinted } from "../../lib/printed"
import { ChoiceButtons } from "../common/choice-buttons"
import { FormButtons } from "./form-buttons"
import type { ActionFormProps } from "./order-action-form"
import { ReprintReason } from "./reprint-reason"

/** Paper, packing slip, and why where something was printed before. */
export function PrintForm({
  action,
  orders,
  printed_before = false,
  onStarted,
  onClose,
}: ActionFormProps) {
  const { t } = useTranslation()
  const id = useId()
  const act = useActOnOrders()
  const onError = useFailureToast()
  const [size, setSize] = useStored("waybill-size", WAYBILL_SIZES)
  const [slip, setSlip] = useStored("packing-slip", ["no", "yes"] as const)
  const [reason, setReason] = useState("")
  const again = printed_before || orders.some(wasPrinted)
  return (
    <>
      <div className="flex flex-col gap-y-2">
        <Text size="small" weight="plus">
          {t("marketplaces.order_actions.size")}
        </Text>
        <ChoiceButtons
          label={t("marketplaces.order_actions.size")}
          choices={WAYBILL_SIZES.map((value) => ({ value, label: value }))}
          value={size}
          onChange={setSize}
        />
      </div>
      <div className="flex items-start gap-x-3">
        <Switch
          id={id}
          size="small"
          checked={slip === "yes"}
          onCheckedChange={(checked) => setSlip(checked ? "yes" : "no")}
        />
        <div>
          <Label size="small" htmlFor={id}>
            {t("marketplaces.order_actions.packing_slip")}
          </Label>
          <Hint>{t("marketplaces.order_actions.packing_slip_hint")}</Hint>
        </div>
      </div>
      {again && (
        <Alert variant="warning">
          {t("marketplaces.order_actions.reprint_hint")}
        </Alert>
      )}
      <ReprintReason required={again} value={reason} onChange={setReason} />
      <FormButtons
        label={t("marketplaces.order_actions.print_waybills")}
        disabled={again && !reason.trim()}
        busy={act.isPending}
        onCancel={onClose}
        onGo={() =>
          act.mutate(
            {
              action,
              ids: orders.map(({ id }) => id),
              params: {
                size,
                packing_slip: slip === "yes",
                ...(reason.trim() && { reason: reason.trim() }),
              },
            },
            { onSuccess: ({ run }) => onStarted([run]), onError }
          )
        }
      />
    </>
  )
}
