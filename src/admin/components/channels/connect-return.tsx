import { Alert, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useUrlState } from "../../hooks/use-url-state"
import { connectErrorCode } from "../../lib/connect-errors"

const NOTHING = {
  error: null,
  claim: null,
  connected: null,
  expected: null,
  actual: null,
}

/**
 * What came back from the marketplace's consent page: `?connected=<channel ids>`,
 * `?claim=<authorization id>`, or `?error=<code>` with the names of the account or shop
 * that was expected and the one that came.
 */
export function ConnectReturn() {
  const { t } = useTranslation()
  const url = useUrlState()
  const error = url.get("error")
  const claim = url.get("claim")
  if (!error && !claim && !url.get("connected")) {
    return null
  }
  const dismiss = () => url.set(NOTHING)
  const done = claim ? "claim" : "connected"
  return (
    <Alert variant={error ? "error" : "success"} className="items-start">
      <div className="flex flex-col gap-y-2">
        <Text size="small" weight="plus">
          {error
            ? t(`marketplaces.connect_errors.${connectErrorCode(error)}`, {
                expected: url.get("expected"),
                actual: url.get("actual"),
              })
            : t(`marketplaces.connect_done.${done}.title`)}
        </Text>
        {!error && (
          <Text size="small">
            {t(`marketplaces.connect_done.${done}.next`)}
          </Text>
        )}
        <div className="flex gap-2">
          {error && (
            <Button
              size="small"
              variant="secondary"
              onClick={() => url.set({ ...NOTHING, connect: "1" })}
            >
              {t("marketplaces.channels.connect_again")}
            </Button>
          )}
          {!error && !claim && (
            <Button asChild size="small" variant="secondary">
              <Link to="/marketplaces/listings?download=1">
                {t("marketplaces.listings.download")}
              </Link>
            </Button>
          )}
          <Button size="small" variant="transparent" onClick={dismiss}>
            {t("marketplaces.actions.close")}
          </Button>
        </div>
      </div>
    </Alert>
  )
}
