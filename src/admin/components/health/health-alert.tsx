import { Alert, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { sayAlarm } from "../../../domain/health/say-alarm"
import { useHealth } from "../../hooks/api/health"
import { useFormat } from "../../hooks/use-format"

/** Says on the overview that something is wrong, the worst of it, and where more stands. */
export function HealthAlert() {
  const { t } = useTranslation()
  const format = useFormat()
  const health = useHealth().data
  if (!health?.alarms.length) {
    return null
  }
  const [worst] = health.alarms
  return (
    <Alert
      variant={health.state === "broken" ? "error" : "warning"}
      role="alert"
    >
      <Text size="small" weight="plus">
        {t("marketplaces.health_page.alert", { count: health.alarms.length })}
      </Text>
      <Text size="small" className="text-ui-fg-subtle break-words">
        {format.localized(sayAlarm(worst).message)}
      </Text>
      <Link
        to="/marketplaces/health"
        className="txt-compact-small-plus text-ui-fg-interactive"
      >
        {t("marketplaces.health_page.show")}
      </Link>
    </Alert>
  )
}
