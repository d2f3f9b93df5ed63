import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { percentOf } from "../lib/fee-rules"
import type { FeeRuleInput } from "../lib/types"
import { useFormat } from "./use-format"

/** `yyyy-mm-dd` as `dd/MM/yyyy`. */
function dayText(day: string): string {
  return day.split("-").reverse().join("/")
}

/** Says how much a fee is and when it holds, on one line. */
export function useFeeRuleText(currency_code: string) {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    (rule: Partial<FeeRuleInput>) => {
      const { basis = "revenue", rate_ppm = 0, fixed_amount = 0 } = rule
      const money = (amount: number) => format.money(amount, currency_code)
      const amounts = [
        rate_ppm > 0 &&
          `${format.number(percentOf(rate_ppm))} % (${t(`marketplaces.statements.rules.basis_name.${basis}`)})`,
        fixed_amount > 0 && money(fixed_amount),
      ]
      return [
        amounts.filter(Boolean).join(" + "),
        rule.most_amount !== null &&
          rule.most_amount !== undefined &&
          t("marketplaces.statements.rules.most_short", {
            amount: money(rule.most_amount),
          }),
        rule.starts_on &&
          t("marketplaces.statements.rules.from", {
            day: dayText(rule.starts_on),
          }),
        rule.ends_on &&
          t("marketplaces.statements.rules.until", {
            day: dayText(rule.ends_on),
          }),
        !rule.starts_on &&
          !rule.ends_on &&
          t("marketplaces.statements.rules.always"),
      ]
        .filter(Boolean)
        .join(" · ")
    },
    [currency_code, format, t]
  )
}
