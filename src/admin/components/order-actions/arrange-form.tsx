import { Alert, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { HandoverMethod } from "../../../domain/provider/arranges-shipments"
import { useActOnOrders, useShipmentChoices } from "../../hooks/api/orders"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { shipPlan } from "../../lib/order-bulk"
import { QueryState } from "../common/query-state"
import { FormButtons } from "./form-buttons"
import { HandoverChoices } from "./handover-choices"
import type { ActionFormProps, StartedRun } from "./order-action-form"

/**
 * Brings orders of both kinds on their way with one click: those to be arranged, and those
 * whose confirmation calls the carrier. The two runs go on side by side.
 */
export function ArrangeForm({ orders, onStarted, onClose }: ActionFormProps) {
  const { t } = useTranslation()
  const act = useActOnOrders()
  const onError = useFailureToast()
  const { arrange, confirm } = shipPlan(orders)
  const choices = useShipmentChoices(arrange.map(({ id }) => id))
  const [method, setMethod] = useState<HandoverMethod | "">("")
  const [slot, setSlot] = useState("")
  const [busy, setBusy] = useState(false)

  const start = async () => {
    setBusy(true)
    const runs: StartedRun[] = []
    try {
      if (arrange.length > 0) {
        const { run } = await act.mutateAsync({
          action: "arrange_shipment",
          ids: arrange.map(({ id }) => id),
          params: {
            ...(method && { handover: method }),
            ...(slot && method !== "drop_off" && { pickup_slot: slot }),
          },
        })
        const label = t("marketplaces.order_actions.run_arrange")
        runs.push({ id: run.id, label })
      }
      if (confirm.length > 0) {
        const { run } = await act.mutateAsync({
          action: "confirm_order",
          ids: confirm.map(({ id }) => id),
          params: {},
        })
        const label = t("marketplaces.order_actions.run_confirm")
        runs.push({ id: run.id, label })
      }
    } catch (error) {
      onError(error)
    }
    setBusy(false)
    if (runs.length > 0) {
      onStarted(runs)
    }
  }

  return (
    <>
      {arrange.length > 0 && (
        <>
          <Text size="small">
            {t("marketplaces.order_actions.arrange_part", {
              count: arrange.length,
            })}
          </Text>
          <QueryState query={choices} rows={2}>
            {(data) => (
              <HandoverChoices
                choices={data.choices}
                method={method}
                onMethod={setMethod}
                slot={slot}
                onSlot={setSlot}
              />
            )}
          </QueryState>
        </>
      )}
      {confirm.length > 0 && (
        <Alert variant="info">
          {t("marketplaces.order_actions.confirm_part", {
            count: confirm.length,
          })}{" "}
          {t("marketplaces.order_actions.confirm_singly")}
        </Alert>
      )}
      <FormButtons
        label={t("marketplaces.order_actions.arrange_shipment")}
        busy={busy}
        onCancel={onClose}
        onGo={() => void start()}
      />
    </>
  )
}
