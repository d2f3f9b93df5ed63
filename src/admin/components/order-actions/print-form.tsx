import { Alert, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { WAYBILL_SIZES } from "../../../domain/provider/gives-waybills"
import { useOrderAction } from "../../hooks/use-order-action"
import { useStored } from "../../hooks/use-stored"
import { wasPrinted } from "../../lib/printed"
import { ChoiceButtons } from "../common/choice-buttons"
import { FormButtons } from "./form-buttons"
import type { ActionFormProps } from "./order-action-form"
import { ReprintReason } from "./reprint-reason"
import { SwitchField } from "./switch-field"

/** Paper, packing slip, and why where something was printed before. */
export function PrintForm({
  action,
  orders,
  printed_before = false,
  onStarted,
  onClose,
}: ActionFormProps) {
  const { t } = useTranslation()
  const { busy, start } = useOrderAction({ action, onStarted })
  const [size, setSize] = useStored("waybill-size", WAYBILL_SIZES)
  const [slip, setSlip] = useStored("packing-slip", ["no", "yes"] as const)
  const [reason, setReason] = useState("")
  const [skips, setSkips] = useState(false)
  const fresh = orders.filter((order) => !wasPrinted(order))
  const printed = skips ? fresh : orders
  const again = printed.some(wasPrinted) || (printed_before && !skips)
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
      <SwitchField
        label={t("marketplaces.order_actions.packing_slip")}
        hint={t("marketplaces.order_actions.packing_slip_hint")}
        checked={slip === "yes"}
        onChange={(checked) => setSlip(checked ? "yes" : "no")}
      />
      {fresh.length > 0 && fresh.length < orders.length && (
        <SwitchField
          label={t("marketplaces.order_actions.skip_printed", {
            count: orders.length - fresh.length,
          })}
          checked={skips}
          onChange={setSkips}
        />
      )}
      {again && (
        <>
          <Alert variant="warning">
            {t("marketplaces.order_actions.reprint_hint")}
          </Alert>
          <ReprintReason value={reason} onChange={setReason} />
        </>
      )}
      <FormButtons
        label={t("marketplaces.order_actions.print_waybills")}
        disabled={again && !reason.trim()}
        busy={busy}
        onCancel={onClose}
        onGo={() =>
          start(printed, {
            size,
            packing_slip: slip === "yes",
            ...(again && reason.trim() && { reason: reason.trim() }),
          })
        }
      />
    </>
  )
}
