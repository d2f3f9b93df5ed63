import { useTranslation } from "react-i18next"
import { CANCELLED } from "../lib/read-scope"

/** The name of a status, or of the group `cancelled`; an unknown one stays as it is. */
export function useStatusNames() {
  const { t } = useTranslation()
  return (status: string): string =>
    status === CANCELLED
      ? t("marketplaces.tabs.cancelled")
      : t(`marketplaces.order_status.${status}`, { defaultValue: status })
}
