import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { STOCK_STATES } from "../../../domain/stock/stock-state"
import { useFormat } from "../../hooks/use-format"
import { LISTING_RULES } from "../../lib/stock-rules"
import type { StockPreview } from "../../lib/types"

/** "12 free, safety stock → 10, share → 5"; and which rules are the listing's own. */
export function WhyNumber({ why }: Pick<StockPreview, "why">) {
  const { t } = useTranslation()
  const format = useFormat()
  const state = STOCK_STATES.find((one) => one === why.decided_by)
  const own = LISTING_RULES.filter((name) => why.overridden.includes(name))
  const steps = why.steps.filter(
    ({ rule, quantity }, at) =>
      rule === "free" || quantity !== why.steps[at - 1]?.quantity
  )
  return (
    <Text size="xsmall" className="text-ui-fg-subtle break-words">
      {state
        ? t(`marketplaces.stock_state_hint.${state}`)
        : steps
            .map(({ rule, quantity }) =>
              t(`marketplaces.stock_step.${rule}`, {
                units: format.number(quantity),
              })
            )
            .join(" · ")}
      {own.length > 0 && (
        <>
          {" · "}
          {t("marketplaces.stock.own_rules_win", {
            rules: own
              .map((name) => t(`marketplaces.settings.${name}.label`))
              .join(", "),
          })}
        </>
      )}
    </Text>
  )
}
