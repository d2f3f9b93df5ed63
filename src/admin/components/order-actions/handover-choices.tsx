import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { HandoverMethod } from "../../../domain/provider/arranges-shipments"
import { HANDOVER_METHODS } from "../../../domain/provider/arranges-shipments"
import { useFormat } from "../../hooks/use-format"
import type { ShipmentChoice } from "../../lib/types"
import { LabelledSelect } from "../common/labelled-select"

/**
 * Pickup or drop-off, and when, as far as the channels leave a choice. A method has to be
 * known to every channel that leaves one, a slot belongs to a single channel.
 */
export function HandoverChoices({
  choices,
  method,
  onMethod,
  slot,
  onSlot,
}: {
  choices: ShipmentChoice[]
  method: HandoverMethod | ""
  onMethod: (method: HandoverMethod | "") => void
  slot: string
  onSlot: (slot: string) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const open = choices.filter(({ methods }) => methods.length > 1)
  const methods = HANDOVER_METHODS.filter(
    (one) =>
      open.length > 0 && open.every((choice) => choice.methods.includes(one))
  )
  const slots = choices.length === 1 ? (choices[0]?.pickup_slots ?? []) : []
  const several =
    choices.length > 1 &&
    choices.some(({ pickup_slots }) => pickup_slots.length > 0)
  return (
    <>
      {choices
        .filter(({ error }) => error)
        .map(({ channel_id, channel_name }) => (
          <Text
            key={channel_id}
            size="small"
            className="text-ui-tag-orange-text"
          >
            {t("marketplaces.order_actions.choice_failed", {
              channel: channel_name,
            })}
          </Text>
        ))}
      {methods.length > 1 && (
        <LabelledSelect
          label={t("marketplaces.order_actions.handover")}
          all={t("marketplaces.order_actions.handover_own")}
          value={method}
          options={methods.map((value) => ({
            value,
            label: t(`marketplaces.order_actions.methods.${value}`),
          }))}
          onChange={(value) =>
            onMethod(HANDOVER_METHODS.find((one) => one === value) ?? "")
          }
        />
      )}
      {slots.length > 0 && method !== "drop_off" && (
        <LabelledSelect
          label={t("marketplaces.order_actions.pickup_slot")}
          all={t("marketplaces.order_actions.pickup_any")}
          value={slot}
          options={slots.map(({ value, label }) => ({
            value,
            label: format.localized(label),
          }))}
          onChange={onSlot}
        />
      )}
      {several && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("marketplaces.order_actions.several_choices")}
        </Text>
      )}
    </>
  )
}
