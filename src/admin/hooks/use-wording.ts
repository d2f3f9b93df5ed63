import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { Wording } from "../lib/statement-text"

/** The words and numbers of the page's language, for sentences that are put together. */
export function useWording(): Wording {
  const { t, i18n } = useTranslation()
  return useMemo(() => ({ t, language: i18n.language }), [i18n.language, t])
}
