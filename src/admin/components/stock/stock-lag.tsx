import { Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useStockLag } from "../../hooks/api/stock"
import { useFormat } from "../../hooks/use-format"
import { formatLag } from "../../lib/stock"
import { LoadingRows } from "../common/loading-rows"

const FIGURES = ["p50_ms", "p95_ms", "p99_ms", "longest_ms"] as const

/** How fast the channel follows the shop's stock, as it is now. */
export function StockLag({ channel_id }: { channel_id: string }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const lag = useStockLag(channel_id).data?.lag
  if (!lag) {
    return <LoadingRows rows={1} />
  }
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <dl className="grid grid-cols-2 gap-4 md:grid-cols-4">
        {FIGURES.map((name) => {
          const value = lag[name]
          return (
            <div key={name}>
              <dt>
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {t(`marketplaces.stock_lag.${name}`)}
                </Text>
              </dt>
              <dd className="txt-large-plus">
                {value === null ? "—" : formatLag(value, i18n.language)}
              </dd>
            </div>
          )
        })}
      </dl>
      <Text
        size="small"
        className={clx(
          lag.behind > 0 ? "text-ui-tag-orange-text" : "text-ui-fg-subtle"
        )}
      >
        {t("marketplaces.stock_lag.pushes", { count: lag.pushes })}
        {" · "}
        <Link
          to={`/marketplaces/stock?channel_id=${channel_id}&behind=1`}
          className="text-ui-fg-interactive"
        >
          {t("marketplaces.stock_lag.behind", { count: lag.behind })}
        </Link>
        {lag.oldest_behind_since && (
          <>
            {" · "}
            {t("marketplaces.stock.behind_for", {
              duration: format.duration(lag.oldest_behind_since),
            })}
          </>
        )}
      </Text>
    </div>
  )
}
