import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { changedRules } from "../../lib/stock-rules"
import type {
  StockEntry,
  StockEventEntry,
  StockPushEntry,
  StockRulesEntry,
} from "../../lib/types"
import { Moment } from "../common/moment"

const OUTCOME_COLORS = {
  accepted: "green",
  pending: "blue",
  unknown: "orange",
  postponed: "orange",
  locked: "orange",
  refused: "red",
} as const

/** Who did it: the person's name, or that nobody had to. */
function Actor({
  entry: { actor, actor_name },
}: {
  entry: StockPushEntry | StockRulesEntry
}) {
  const { t } = useTranslation()
  return (
    <>
      {actor_name ?? t(`marketplaces.actors.${actor}`, { defaultValue: actor })}
    </>
  )
}

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
        <Actor entry={entry} />
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

function EventLine({ entry }: { entry: StockEventEntry }) {
  const { t } = useTranslation()
  const format = useFormat()
  const units = (value: number | null) =>
    value === null ? "—" : format.number(value)
  return (
    <Text size="small" className="break-words">
      {t(`marketplaces.stock_event.${entry.kind}`, {
        units: format.number(entry.units),
        from: units(entry.from),
        to: units(entry.to),
      })}
    </Text>
  )
}

function RulesLine({ entry }: { entry: StockRulesEntry }) {
  const { t } = useTranslation()
  const format = useFormat()
  const number = (value: number | null) =>
    value === null ? t("marketplaces.stock.like_channel") : format.number(value)
  const changes = changedRules(entry.from, entry.to).map(
    ({ rule, from, to }) =>
      `${t(`marketplaces.settings.${rule}.label`)} ${number(from)} → ${number(to)}`
  )
  const paused = Boolean(entry.to?.paused)
  if (paused !== Boolean(entry.from?.paused)) {
    changes.push(
      t(`marketplaces.stock.${paused ? "listing_paused" : "listing_resumed"}`)
    )
  }
  return (
    <>
      <Text size="small" className="break-words">
        {t("marketplaces.stock_event.rules_changed", {
          changes: changes.join(" · "),
        })}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle">
        <Actor entry={entry} />
      </Text>
    </>
  )
}

/** What was written, noticed and decided, the newest first. */
export function StockTimeline({
  timeline,
  onUndo,
}: {
  timeline: StockEntry[]
  onUndo: (entry: StockPushEntry) => void
}) {
  const { t } = useTranslation()
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
            ) : entry.kind === "rules_changed" ? (
              <RulesLine entry={entry} />
            ) : (
              <EventLine entry={entry} />
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
