import { Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStockRules } from "../../hooks/api/stock"
import { useChannel } from "../../hooks/api/channels"
import { useFormat } from "../../hooks/use-format"
import {
  LISTING_RULES,
  type ListingRule,
  overrideDraftOf,
  overridePatch,
  percentOf,
  ruleNumber,
  shareFrom,
  stockDraftOf,
} from "../../lib/stock-rules"
import { wholeNumberFrom } from "../../lib/typed-number"
import type { Stock } from "../../lib/types"
import { ErrorState } from "../common/error-state"
import { SwitchField } from "../order-actions/switch-field"
import { NumberField } from "../common/number-field"
import { SaveBar } from "../common/save-bar"

/** Rules of one listing beside the channel's; an empty field follows the channel. */
export function ListingRulesForm({ stock }: { stock: Stock }) {
  const { t } = useTranslation()
  const format = useFormat()
  const channel = useChannel(stock.channel_id).data?.channel
  const save = useStockRules(stock.listing_id)
  const [saved, setSaved] = useState(() => overrideDraftOf(stock.override))
  const [draft, setDraft] = useState(saved)
  const patch = overridePatch(saved, draft)
  const changed = Object.keys(patch).length > 0

  const channelNumber = (name: ListingRule) => {
    const number = channel
      ? ruleNumber(name, stockDraftOf(channel.settings))
      : undefined
    if (number === undefined) {
      return ""
    }
    return t("marketplaces.stock.channels_rule", {
      value:
        number === null
          ? t("marketplaces.settings.no_limit")
          : format.number(number),
    })
  }
  return (
    <form
      className="flex flex-col gap-y-4 px-6 py-4"
      onReset={(event) => {
        event.preventDefault()
        setDraft(saved)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(patch, {
          onSuccess: () => {
            setSaved(draft)
            toast.success(t("marketplaces.actions.saved"))
          },
        })
      }}
    >
      <Text size="small" className="text-ui-fg-subtle">
        {t("marketplaces.stock.own_rules_hint")}
      </Text>
      <div className="grid grid-cols-2 gap-4">
        {LISTING_RULES.map((name) => (
          <NumberField
            key={name}
            label={t(`marketplaces.settings.${name}.label`)}
            placeholder={channelNumber(name)}
            value={
              name === "share" && draft.share !== null
                ? percentOf(draft.share)
                : draft[name]
            }
            expects={name === "share" ? "percent" : "whole"}
            parse={name === "share" ? shareFrom : wholeNumberFrom}
            onChange={(value) =>
              setDraft((current) => ({ ...current, [name]: value }))
            }
          />
        ))}
      </div>
      <SwitchField
        label={t("marketplaces.stock.pause_listing")}
        hint={t("marketplaces.stock.pause_listing_hint")}
        checked={draft.paused}
        onChange={(paused) => setDraft((current) => ({ ...current, paused }))}
      />
      {save.isError && <ErrorState error={save.error} />}
      <SaveBar isChanged={changed} isPending={save.isPending} />
    </form>
  )
}
