import { useTranslation } from "react-i18next"

/** The name of a page in the breadcrumbs. */
export function Crumb({ text }: { text: string }) {
  const { t } = useTranslation()
  return <>{t(text)}</>
}
