import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useDownloadStatements } from "../../hooks/api/statements"
import {
  type DayRange,
  isDayRange,
  presetRange,
  settlementMoments,
} from "../../lib/date-range"
import type { Channel } from "../../lib/types"
import { ChannelChoice, canDownload } from "../channels/channel-choice"
import { DayRangeField } from "../common/day-range-field"
import { ErrorState } from "../common/error-state"

/** Which channels' statements, of which days of settlement. */
export function FetchForm({
  channels,
  others,
  onStarted,
}: {
  /** Those whose marketplace gives statements. */
  channels: Channel[]
  /** Names of those that are reconciled by file only. */
  others: string[]
  onStarted: (run_id: string) => void
}) {
  const { t } = useTranslation()
  const download = useDownloadStatements()
  const [chosen, setChosen] = useState(
    channels.filter(canDownload).map(({ id }) => id)
  )
  const [range, setRange] = useState<DayRange>(() =>
    presetRange("last_7_days", new Date())
  )
  const start = () =>
    download.mutate(
      { channel_ids: chosen, ...settlementMoments(range) },
      { onSuccess: ({ run }) => onStarted(run.id) }
    )
  return (
    <form
      className="flex flex-col gap-y-6"
      onSubmit={(event) => {
        event.preventDefault()
        start()
      }}
    >
      <div className="flex flex-col gap-y-2">
        <ChannelChoice
          channels={channels}
          value={chosen}
          onChange={setChosen}
        />
        {others.length > 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("marketplaces.statements.fetch.file_only", {
              channels: others.join(", "),
            })}
          </Text>
        )}
      </div>
      <div className="flex flex-col gap-y-2">
        <Text size="small" weight="plus">
          {t("marketplaces.statements.fetch.days")}
        </Text>
        <DayRangeField value={range} onChange={setRange} />
        <Text size="small" className="text-ui-fg-subtle">
          {t("marketplaces.statements.fetch.days_hint")}
        </Text>
      </div>
      {download.isError && (
        <ErrorState error={download.error} onRetry={start} />
      )}
      <div className="flex justify-end">
        <Button
          type="submit"
          disabled={chosen.length === 0 || !isDayRange(range)}
          isLoading={download.isPending}
        >
          {t("marketplaces.statements.fetch.start")}
        </Button>
      </div>
    </form>
  )
}
