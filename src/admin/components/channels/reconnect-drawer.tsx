import { useTranslation } from "react-i18next"
import type { Channel, Provider } from "../../lib/types"
import { ConnectFormDrawer } from "./connect-form-drawer"
import { useConnect } from "./use-connect"

/** Signs a channel in again or gives it other keys; it has to stay the same seller. */
export function ReconnectDrawer({
  channel,
  provider,
  onClose,
}: {
  channel: Channel
  provider: Provider
  onClose: () => void
}) {
  const { t } = useTranslation()
  const connect = useConnect()
  return (
    <ConnectFormDrawer
      title={t("marketplaces.channels.sign_in_again")}
      hint={t("marketplaces.channels.sign_in_again_hint", {
        name: channel.name,
      })}
      provider={provider}
      connect={connect}
      onSend={({ id }, credentials) =>
        connect.start(
          { provider_id: id, credentials, reauthorize_channel_id: channel.id },
          onClose
        )
      }
      onClose={onClose}
    />
  )
}
