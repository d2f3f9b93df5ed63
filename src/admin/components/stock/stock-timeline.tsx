import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { StockEntry, StockPushEntry } from "../../lib/types"
import { Moment } from "../common/moment"

const OUTCOME_COLORS = {
  accepted: "green",
  pending: "blue",
  unknown: "orange",
  postponed: "orange",
  locked: "orange",
  refused: "red",
} as const

function PushLine({
  entry,
  onUndo,
}: {
  entry: StockPushEntry
  onUndo: (entry: StockPushEntry) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const raised =
    entry.to > entry.from &&
    (entry.outcome === "accepted" || entry.outcome === "unknown")
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Text size="small" weight="plus" className="tabular-nums">
          {t("marketplaces.stock_event.push", {
            from: format.number(entry.from),
            to: format.number(entry.to),
          })}
        </Text>
        <Badge size="2xsmall" color={OUTCOME_COLORS[entry.outcome]}>
          {t(`marketplaces.push_outcome.${entry.outcome}`)}
        </Badge>
        {raised && (
          <Button
            size="small"
            variant="transparent"
            className="ml-auto"
            onClick={() => onUndo(entry)}
          >
            {t("marketplaces.stock.undo")}
          </Button>
        )}
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle break-words">
        {t(`marketplaces.stock_cause.${entry.cause}`)}
        {" · "}
        {entry.actor_name ??
          t(`marketplaces.actors.${entry.actor}`, {
            defaultValue: entry.actor,
          })}
        {entry.confirmed_at && (
          <>
            {" · "}
            {t("marketplaces.stock.seen_at")}{" "}
            <Moment value={entry.confirmed_at} />
          </>
        )}
        {entry.error && <> · “{entry.error}”</>}
      </Text>
    </>
  )
}

/** What was written and what was noticed, the newest first. */
export function StockTimeline({
  timeline,
  onUndo,
}: {
  timeline: StockEntry[]
  onUndo: (entry: StockPushEntry) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  if (timeline.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-muted px-6 py-3">
        {t("marketplaces.stock.no_timeline")}
      </Text>
    )
  }
  return (
    <ol className="divide-y">
      {timeline.map((entry, index) => (
        <li
          key={`${entry.at}-${index}`}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 px-6 py-2"
        >
          <div className="min-w-0">
            {entry.kind === "push" ? (
              <PushLine entry={entry} onUndo={onUndo} />
            ) : (
              <Text size="small" className="break-words">
                {t(`marketplaces.stock_event.${entry.kind}`, {
                  units: format.number(entry.units),
                  from: entry.from === null ? "—" : format.number(entry.from),
                  to: entry.to === null ? "—" : format.number(entry.to),
                })}
              </Text>
            )}
          </div>
          <Text size="xsmall" className="text-ui-fg-muted whitespace-nowrap">
            <Moment value={entry.at} relative />
          </Text>
        </li>
      ))}
    </ol>
  )
}
