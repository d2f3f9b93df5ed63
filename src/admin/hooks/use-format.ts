import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { LocalizedText } from "../../domain/shared/localized-text"
import {
  formatDateTime,
  formatDuration,
  formatMoney,
  formatNumber,
  formatRelative,
} from "../lib/format"
import { localized } from "../lib/localized"

/** Numbers, money and times in the language of the page. */
export function useFormat() {
  const { i18n } = useTranslation()
  const language = i18n.language
  return useMemo(
    () => ({
      /** Empty when the amount or its currency is unknown. */
      money: (amount: number | null, currency_code: string | null) =>
        amount === null || !currency_code
          ? ""
          : formatMoney(amount, currency_code, language),
      number: (value: number) => formatNumber(value, language),
      dateTime: formatDateTime,
      relative: (value: string) => formatRelative(value, new Date(), language),
      /** From now on, or until now. */
      duration: (value: string) => formatDuration(value, new Date(), language),
      localized: (text: LocalizedText) => localized(text, language),
    }),
    [language]
  )
}
