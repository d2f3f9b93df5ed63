import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type DownloadInput, useDownloadOrders } from "../../hooks/api/orders"
import {
  type DayRange,
  isDayRange,
  presetRange,
  rangeMoments,
} from "../../lib/date-range"
import type { Channel, Provider } from "../../lib/types"
import { ChannelChoice, canDownload } from "../channels/channel-choice"
import { DayRangeField } from "../common/day-range-field"
import { ErrorState } from "../common/error-state"
import { DownloadPreview } from "./download-preview"
import { LookbackHint } from "./lookback-hint"
import { StatusChoice, statusesOffered } from "./status-choice"

/** What to download: channels, days and statuses; first what would happen, then the download itself. */
export function DownloadForm({
  channels,
  providers,
  onStarted,
}: {
  channels: Channel[]
  providers: Provider[]
  onStarted: (run_id: string) => void
}) {
  const { t } = useTranslation()
  const preview = useDownloadOrders()
  const download = useDownloadOrders()
  const [chosen, setChosen] = useState(
    channels.filter(canDownload).map(({ id }) => id)
  )
  const [range, setRange] = useState<DayRange>(() =>
    presetRange("today", new Date())
  )
  const [statuses, setStatuses] = useState<string[]>([])
  const chosenChannels = channels.filter(({ id }) => chosen.includes(id))
  const offered = statusesOffered(chosenChannels, providers)

  /** A preview is about one choice; another choice needs another preview. */
  const changing =
    <TValue,>(set: (value: TValue) => void) =>
    (value: TValue) => {
      set(value)
      preview.reset()
    }
  const wanted = statuses.filter((status) => offered.includes(status))
  const input: DownloadInput = {
    channel_ids: chosen,
    ...rangeMoments(range),
    ...(wanted.length > 0 && { statuses: wanted }),
  }
  const start = () =>
    download.mutate(input, { onSuccess: ({ run }) => onStarted(run.id) })
  const ready = chosen.length > 0 && isDayRange(range)

  return (
    <form
      className="flex flex-col gap-y-6"
      onSubmit={(event) => {
        event.preventDefault()
        start()
      }}
    >
      <ChannelChoice
        channels={channels}
        value={chosen}
        onChange={changing(setChosen)}
      />
      <div className="flex flex-col gap-y-2">
        <DayRangeField value={range} onChange={changing(setRange)} />
        <LookbackHint channels={chosenChannels} range={range} />
      </div>
      <StatusChoice
        offered={offered}
        channels={chosenChannels}
        providers={providers}
        value={wanted}
        onChange={changing(setStatuses)}
      />
      {preview.data && <DownloadPreview id={preview.data.run.id} />}
      {preview.isError && <ErrorState error={preview.error} />}
      {download.isError && (
        <ErrorState error={download.error} onRetry={start} />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          type="button"
          variant="secondary"
          disabled={!ready}
          isLoading={preview.isPending}
          onClick={() => preview.mutate({ ...input, preview: true })}
        >
          {t("marketplaces.download.preview")}
        </Button>
        <Button type="submit" disabled={!ready} isLoading={download.isPending}>
          {t("marketplaces.actions.download")}
        </Button>
      </div>
    </form>
  )
}
