import { Container, Heading, Input, Switch, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useUpdateChannel } from "../../hooks/api/channels"
import { fromLocalInput, toLocalInput } from "../../lib/date-range"
import {
  type SettingsDraft,
  type ShownSetting,
  defaultLookback,
  draftOf,
  settingsOf,
} from "../../lib/settings"
import type { Channel, Provider } from "../../lib/types"
import { ErrorState } from "../common/error-state"
import { FilterSelect } from "../common/filter-select"
import { SaveBar } from "../common/save-bar"
import { SettingRow } from "./setting-row"
import { WarehouseFields, sharesLocation } from "./warehouse-fields"

export function ChannelSettingsForm({
  channel,
  provider,
}: {
  channel: Channel
  provider: Provider | undefined
}) {
  const { t } = useTranslation()
  const update = useUpdateChannel(channel.id)
  const [saved, setSaved] = useState(() => draftOf(channel))
  const [draft, setDraft] = useState(saved)
  const shown = settingsOf(provider)
  const change = (changes: Partial<SettingsDraft>) =>
    setDraft((current) => ({ ...current, ...changes }))
  const changed = shown.filter(
    (name) => JSON.stringify(draft[name]) !== JSON.stringify(saved[name])
  )

  const save = () =>
    update.mutate(
      {
        settings: Object.fromEntries(
          changed.map((name) => [name, draft[name]])
        ),
      },
      {
        onSuccess: ({ channel: stored }) => {
          const next = stored ? draftOf(stored) : draft
          setSaved(next)
          setDraft(next)
          toast.success(t("marketplaces.actions.saved"))
        },
      }
    )

  const choice = (
    name: "import_history" | "deduct_stock_on" | "capture_payments",
    values: string[]
  ) => (
    <FilterSelect
      wide
      label={t(`marketplaces.settings.${name}.label`)}
      value={draft[name]}
      options={values.map((value) => ({
        value,
        label: t(`marketplaces.settings.${name}.${value}`),
      }))}
      onChange={(value) => change({ [name]: value })}
    />
  )
  const toggle = (
    name: "always_import_products" | "emit_order_placed" | "download_statements"
  ) => (
    <Switch
      id={`setting-${name}`}
      checked={draft[name]}
      onCheckedChange={(checked) => change({ [name]: checked })}
    />
  )
  const wholeNumber = (
    name:
      | "return_arrival_days"
      | "settlement_tolerance"
      | "settlement_overdue_days"
      | "claim_window_days",
    least = 0
  ) => (
    <Input
      id={`setting-${name}`}
      type="number"
      size="small"
      min={least}
      value={draft[name] ?? ""}
      onChange={(event) =>
        change({
          [name]: Math.max(least, Math.trunc(Number(event.target.value) || 0)),
        })
      }
    />
  )
  const fields: Record<ShownSetting, JSX.Element> = {
    warehouses: (
      <WarehouseFields
        channel={channel}
        value={draft.warehouses}
        onChange={(warehouses) => change({ warehouses })}
      />
    ),
    stock_from: (
      <Input
        id="setting-stock_from"
        type="datetime-local"
        size="small"
        value={toLocalInput(draft.stock_from)}
        onChange={(event) => {
          const moment = fromLocalInput(event.target.value)
          if (moment) {
            change({ stock_from: moment })
          }
        }}
      />
    ),
    import_history: choice("import_history", ["orders", "channel_only"]),
    order_lookback_days: (
      <Input
        id="setting-order_lookback_days"
        type="number"
        size="small"
        min={1}
        placeholder={
          defaultLookback(provider) ?? t("marketplaces.settings.no_limit")
        }
        value={draft.order_lookback_days ?? ""}
        onChange={(event) =>
          change({ order_lookback_days: Number(event.target.value) || null })
        }
      />
    ),
    always_import_products: toggle("always_import_products"),
    deduct_stock_on: choice("deduct_stock_on", ["handover", "succeeded"]),
    return_arrival_days: wholeNumber("return_arrival_days"),
    emit_order_placed: toggle("emit_order_placed"),
    settlement_tolerance: wholeNumber("settlement_tolerance"),
    settlement_overdue_days: wholeNumber("settlement_overdue_days"),
    download_statements: toggle("download_statements"),
    capture_payments: choice("capture_payments", ["never", "when_settled"]),
    claim_window_days: wholeNumber("claim_window_days", 1),
  }

  return (
    <Container className="divide-y p-0">
      <form
        className="divide-y"
        onReset={(event) => {
          event.preventDefault()
          setDraft(saved)
        }}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Heading level="h2" className="px-6 py-4">
          {t("marketplaces.settings.title")}
        </Heading>
        {shown.map((name) => (
          <SettingRow key={name} name={name}>
            {fields[name]}
          </SettingRow>
        ))}
        {update.isError && <ErrorState error={update.error} />}
        <div className="px-6 py-4">
          <SaveBar
            isChanged={changed.length > 0}
            isPending={update.isPending}
            isRefused={sharesLocation(draft.warehouses)}
          />
        </div>
      </form>
    </Container>
  )
}
