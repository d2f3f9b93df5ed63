import { Alert, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { connectFailureKey } from "../../lib/connect-errors"
import { errorDetail } from "../../lib/errors"
import { ErrorState } from "../common/error-state"

/** Why connecting did not work and what helps, with the marketplace's own words below. */
export function ConnectFailure({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const key = connectFailureKey(error)
  if (!key) {
    return <ErrorState error={error} />
  }
  return (
    <Alert variant="error" role="alert" className="items-start">
      <Text size="small">{t(key)}</Text>
      <Text size="small" className="text-ui-fg-subtle mt-1 break-words">
        {errorDetail(error)}
      </Text>
    </Alert>
  )
}
