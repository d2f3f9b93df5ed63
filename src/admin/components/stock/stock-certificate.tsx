import { Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useStockSweeps } from "../../hooks/api/stock"
import { useFormat } from "../../hooks/use-format"
import { newestSweeps } from "../../lib/stock"
import type { Channel, StockSweep } from "../../lib/types"
import { Moment } from "../common/moment"

const FINDINGS = [
  "compared",
  "equal",
  "repaired",
  "explained",
  "unexplained",
] as const

function Certificate({
  sweep,
  name,
}: {
  sweep: StockSweep
  /** The channel's, where there are several. */
  name: string | undefined
}) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <li>
      <Text size="small" className="text-ui-fg-subtle">
        {name && <span className="text-ui-fg-base">{name} · </span>}
        {t("marketplaces.stock.last_sweep")}{" "}
        <Moment value={sweep.finished_at} relative />
        {": "}
        {FINDINGS.map((finding, at) => (
          <span
            key={finding}
            className={clx(
              finding === "unexplained" &&
                sweep.unexplained > 0 &&
                "text-ui-tag-orange-text"
            )}
          >
            {at > 0 && " · "}
            {t(`marketplaces.stock_sweep.${finding}`, {
              units: format.number(sweep[finding]),
            })}
          </span>
        ))}
      </Text>
    </li>
  )
}

/** What the last full comparison of each channel found. */
export function StockCertificate({
  channels,
  channel_id,
}: {
  channels: Channel[]
  channel_id?: string
}) {
  const { t } = useTranslation()
  const sweeps = useStockSweeps(channel_id).data?.sweeps
  if (!sweeps) {
    return null
  }
  const newest = newestSweeps(sweeps)
  const unexplained = newest.reduce((sum, one) => sum + one.unexplained, 0)
  return (
    <div className="px-6 py-3">
      {newest.length === 0 ? (
        <Text size="small" className="text-ui-fg-muted">
          {t("marketplaces.stock.no_sweep")}
        </Text>
      ) : (
        <ul className="flex flex-col gap-y-1">
          {newest.map((sweep) => (
            <Certificate
              key={sweep.id}
              sweep={sweep}
              name={
                channel_id
                  ? undefined
                  : channels.find(({ id }) => id === sweep.channel_id)?.name
              }
            />
          ))}
          {unexplained > 0 && (
            <li>
              <Text size="small" className="text-ui-tag-orange-text">
                {t("marketplaces.stock.unexplained_hint", {
                  count: unexplained,
                })}
              </Text>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
