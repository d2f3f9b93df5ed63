import { Alert, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useUrlState } from "../../hooks/use-url-state"

/** Codes the return from a marketplace may carry; each has a sentence and a remedy. */
export const CONNECT_ERRORS = [
  "state_unknown",
  "state_used",
  "state_expired",
  "access_denied",
  "code_expired",
  "credentials_invalid",
  "authorization_refused",
  "different_account",
  "no_shops",
  "unavailable",
] as const

/** What came back from the marketplace's consent page: `?connected=…`, `?unclaimed=…` or `?error=…`. */
export function ConnectReturn({ onConnect }: { onConnect: () => void }) {
  const { t } = useTranslation()
  const url = useUrlState()
  const error = url.get("error")
  const connected = url.get("connected")
  if (!error && !connected) {
    return null
  }
  const dismiss = () =>
    url.set({ error: null, connected: null, message: null, provider: null })
  const known = (CONNECT_ERRORS as readonly string[]).includes(error)
  return (
    <Alert
      variant={error ? "error" : "success"}
      dismissible={false}
      className="items-start"
    >
      <div className="flex flex-col gap-y-2">
        <Text size="small" weight="plus">
          {error
            ? known
              ? t(`marketplaces.connect_errors.${error}`)
              : t("marketplaces.connect_errors.other", { error })
            : t("marketplaces.channels.connected_banner")}
        </Text>
        {url.get("message") && (
          <Text size="small" className="break-words">
            {url.get("message")}
          </Text>
        )}
        {!error && (
          <Text size="small">{t("marketplaces.channels.connected_next")}</Text>
        )}
        <div className="flex gap-2">
          {error && (
            <Button
              size="small"
              variant="secondary"
              onClick={() => {
                dismiss()
                onConnect()
              }}
            >
              {t("marketplaces.channels.connect_again")}
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
