import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Moment } from "../common/moment"

/** Until when the marketplace waits; nothing when it names no time. */
export function ConfirmBy({ moment }: { moment: string | null }) {
  const { t } = useTranslation()
  return moment ? (
    <Text size="small">
      {t("marketplaces.order_actions.confirm_by")}{" "}
      <Moment value={moment} relative />
    </Text>
  ) : null
}
