import { useTranslation } from "react-i18next"
import { ruleKey } from "../../lib/result-line"

/** Which rule made a status, in words; a plain table row follows the marketplace's own word. */
export function StatusRule({ rule }: { rule: string | null }) {
  const { t } = useTranslation()
  if (!rule) {
    return null
  }
  return (
    <>
      {rule.startsWith("raw:")
        ? t("marketplaces.rules.raw")
        : t(ruleKey(rule), { defaultValue: rule })}
    </>
  )
}
