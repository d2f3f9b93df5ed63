import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../hooks/use-format"
import type { Stock } from "../../lib/types"
import { StockStateBadge } from "./stock-state-badge"

/** Pushed and seen units of one listing, leading to why they are what they are. */
export function ListingStock({ stock }: { stock: Stock }) {
  const { t } = useTranslation()
  const format = useFormat()
  const units = (value: number | null) =>
    value === null ? "—" : format.number(value)
  return (
    <div className="flex flex-col items-end">
      <StockStateBadge state={stock.state} />
      <Text size="xsmall" className="text-ui-fg-subtle whitespace-nowrap">
        <Link
          to={`/marketplaces/stock?listing=${stock.listing_id}`}
          className="text-ui-fg-interactive"
        >
          {t("marketplaces.stock.pushed_and_seen", {
            pushed: units(stock.pushed),
            seen: units(stock.seen),
          })}
        </Link>
      </Text>
    </div>
  )
}
