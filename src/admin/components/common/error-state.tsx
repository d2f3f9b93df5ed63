import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { errorDetail, errorKind } from "../../lib/errors"

/** What went wrong, what helps, and a way to try again. */
export function ErrorState({
  error,
  onRetry,
}: {
  error: unknown
  onRetry?: () => unknown
}) {
  const { t } = useTranslation()
  const kind = errorKind(error)
  const detail = errorDetail(error)
  return (
    <div
      role="alert"
      className="flex flex-col items-center gap-y-3 px-6 py-10 text-center"
    >
      <ExclamationCircle className="text-ui-fg-error" />
      <div className="max-w-lg">
        <Text size="small" weight="plus" leading="compact">
          {t(`marketplaces.errors.${kind}.title`)}
        </Text>
        {detail && (
          <Text size="small" className="text-ui-fg-subtle break-words">
            {detail}
          </Text>
        )}
        <Text size="small" className="text-ui-fg-muted">
          {t(`marketplaces.errors.${kind}.remedy`)}
        </Text>
      </div>
      {onRetry && (
        <Button size="small" variant="secondary" onClick={() => onRetry()}>
          {t("marketplaces.actions.try_again")}
        </Button>
      )}
    </div>
  )
}
