import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { statusText } from "../../lib/result-line"
import type { StatusMove } from "../../lib/types"
import { Moment } from "../common/moment"
import { StatusRule } from "./status-rule"

/** What happened when, who or what did it, and which rule decided. */
export function OrderHistory({ history }: { history: StatusMove[] }) {
  const { t } = useTranslation()
  if (history.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-muted px-6 py-3">
        {t("marketplaces.orders.no_history")}
      </Text>
    )
  }
  return (
    <ol className="divide-y">
      {history.map((move, index) => (
        <li key={`${move.at}-${index}`} className="px-6 py-3">
          <div className="flex items-baseline justify-between gap-x-4">
            <Text size="small" weight="plus">
              {move.from_status && move.from_status !== move.status
                ? `${statusText(t, move.from_status)} → ${statusText(t, move.status)}`
                : move.status
                  ? statusText(t, move.status)
                  : t("marketplaces.orders.unknown_status")}
            </Text>
            <Text size="xsmall" className="text-ui-fg-muted whitespace-nowrap">
              <Moment value={move.at} />
            </Text>
          </div>
          <Text size="xsmall" className="text-ui-fg-subtle break-words">
            {move.raw_status && <span>{move.raw_status} · </span>}
            <StatusRule rule={move.status_rule} />
            {move.source && (
              <span>
                {" · "}
                {t(`marketplaces.sources.${move.source}`, {
                  defaultValue: move.source,
                })}
              </span>
            )}
            {move.actor && (
              <span>
                {" · "}
                {move.actor_name ??
                  t(`marketplaces.actors.${move.actor}`, {
                    defaultValue: move.actor,
                  })}
              </span>
            )}
          </Text>
        </li>
      ))}
    </ol>
  )
}
