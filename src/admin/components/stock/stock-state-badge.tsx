import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { STATE_COLORS } from "../../lib/stock"
import type { Stock } from "../../lib/types"

export function StockStateBadge({ state }: Pick<Stock, "state">) {
  const { t } = useTranslation()
  return (
    <StatusBadge
      color={state ? STATE_COLORS[state] : "grey"}
      className="whitespace-nowrap"
    >
      {t(
        state
          ? `marketplaces.stock_state.${state}`
          : "marketplaces.stock.not_looked_at"
      )}
    </StatusBadge>
  )
}
