import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { errorDetail, errorKind } from "../../lib/errors"

/** A page that leads on from one that cannot be shown. */
export type WayBack = { to: string; label: string }

/** What went wrong, what helps, a way to try again, and a way back to the list. */
export function ErrorState({
  error,
  onRetry,
  back,
}: {
  error: unknown
  onRetry?: () => unknown
  back?: WayBack
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
      {(onRetry || back) && (
        <div className="flex flex-wrap justify-center gap-2">
          {onRetry && (
            <Button size="small" variant="secondary" onClick={() => onRetry()}>
              {t("marketplaces.actions.try_again")}
            </Button>
          )}
          {back && (
            <Button asChild size="small" variant="secondary">
              <Link to={back.to}>{back.label}</Link>
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
