import { Alert, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useStockWarnings } from "../../hooks/api/stock"

/** Why no number of any channel is raised, and what helps; nothing while all is well. */
export function StockWarnings() {
  const { t } = useTranslation()
  const warnings = useStockWarnings().data?.warnings ?? []
  return warnings.map(({ code, message, params }) => (
    <Alert key={code} variant="error" role="alert">
      <Text size="small" weight="plus">
        {t(`marketplaces.stock_warning.${code}.title`, {
          ...params,
          defaultValue: message,
        })}
      </Text>
      <Text size="small" className="text-ui-fg-subtle break-words">
        {t(`marketplaces.stock_warning.${code}.remedy`, {
          ...params,
          defaultValue: "",
        })}
      </Text>
    </Alert>
  ))
}
