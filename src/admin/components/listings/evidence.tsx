import { useTranslation } from "react-i18next"
import type { Suggestion } from "../../lib/types"

/** What speaks for a suggested link: "trùng SKU MUG-RED-M". */
export function Evidence({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation()
  return (
    <>
      {t(`marketplaces.evidence.${suggestion.evidence.rule}`, {
        value: suggestion.evidence.value,
      })}
    </>
  )
}
