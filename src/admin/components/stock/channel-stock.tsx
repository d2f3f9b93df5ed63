import { Button, Container, Heading, Input, Switch, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useUpdateChannel } from "../../hooks/api/channels"
import {
  STOCK_SETTINGS,
  type StockDraft,
  type StockSetting,
  changedStock,
  percentOf,
  shareFrom,
  stockDraftOf,
} from "../../lib/stock-rules"
import { wholeNumberFrom } from "../../lib/typed-number"
import type { Channel } from "../../lib/types"
import { SettingRow } from "../channels/setting-row"
import { ErrorState } from "../common/error-state"
import { NumberInput } from "../common/number-field"
import { SaveBar } from "../common/save-bar"
import { StockLag } from "./stock-lag"
import { StockPreview } from "./stock-preview"

/** How much of the shop's stock the channel offers, and how fast it follows. */
export function ChannelStock({ channel }: { channel: Channel }) {
  const { t } = useTranslation()
  const update = useUpdateChannel(channel.id)
  const [saved, setSaved] = useState(() => stockDraftOf(channel.settings))
  const [draft, setDraft] = useState(saved)
  const changed = changedStock(saved, draft)
  const change = (changes: Partial<StockDraft>) =>
    setDraft((current) => ({ ...current, ...changes }))

  const units = (name: "buffer" | "minimum") => (
    <NumberInput
      id={`setting-${name}`}
      value={draft[name]}
      placeholder="0"
      expects="whole"
      parse={wholeNumberFrom}
      onChange={(value) => change({ [name]: value ?? 0 })}
    />
  )
  const fields: Record<StockSetting, JSX.Element> = {
    buffer: units("buffer"),
    share: (
      <NumberInput
        id="setting-share"
        value={percentOf(draft.share)}
        placeholder="100"
        expects="percent"
        parse={shareFrom}
        onChange={(share) => change({ share: share ?? 1 })}
      />
    ),
    cap: (
      <NumberInput
        id="setting-cap"
        value={draft.cap}
        placeholder={t("marketplaces.settings.no_limit")}
        expects="whole"
        parse={wholeNumberFrom}
        onChange={(cap) => change({ cap })}
      />
    ),
    minimum: units("minimum"),
    unseen_window_minutes: (
      <Input
        id="setting-unseen_window_minutes"
        type="number"
        size="small"
        min={1}
        value={draft.unseen_window_minutes}
        onChange={(event) =>
          change({
            unseen_window_minutes: Math.max(
              1,
              Math.trunc(Number(event.target.value) || 1)
            ),
          })
        }
      />
    ),
    stock_paused: (
      <Switch
        id="setting-stock_paused"
        checked={draft.stock_paused}
        onCheckedChange={(stock_paused) => change({ stock_paused })}
      />
    ),
  }
  const save = () =>
    update.mutate(
      {
        settings: Object.fromEntries(
          changed.map((name) => [name, draft[name]])
        ),
      },
      {
        onSuccess: ({ channel: stored }) => {
          const next = stored ? stockDraftOf(stored.settings) : draft
          setSaved(next)
          setDraft(next)
          toast.success(t("marketplaces.actions.saved"))
        },
      }
    )

  return (
    <Container id="stock" className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{t("marketplaces.stock.title")}</Heading>
        <Button asChild size="small" variant="secondary">
          <Link to={`/marketplaces/stock?channel_id=${channel.id}`}>
            {t("marketplaces.stock.see_all")}
          </Link>
        </Button>
      </div>
      <StockLag channel_id={channel.id} />
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
        {STOCK_SETTINGS.map((name) => (
          <SettingRow key={name} name={name}>
            {fields[name]}
          </SettingRow>
        ))}
        <StockPreview channel_id={channel.id} draft={draft} />
        {update.isError && <ErrorState error={update.error} />}
        <div className="px-6 py-4">
          <SaveBar
            isChanged={changed.length > 0}
            isPending={update.isPending}
          />
        </div>
      </form>
    </Container>
  )
}
