import { Alert, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useUrlState } from "../../hooks/use-url-state"
import { isConnectError } from "../../lib/connect-errors"

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
  return (
    <Alert
      variant={error ? "error" : "success"}
      dismissible={false}
      className="items-start"
    >
      <div className="flex flex-col gap-y-2">
        <Text size="small" weight="plus">
          {error
            ? isConnectError(error)
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
