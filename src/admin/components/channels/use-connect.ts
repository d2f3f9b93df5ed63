import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { type ConnectInput, useConnectChannel } from "../../hooks/api/channels"

/** Starts connecting: either leaves for the marketplace's consent page or opens the new channel. */
export function useConnect() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const connect = useConnectChannel()
  const start = async (input: ConnectInput, onDone?: () => void) => {
    const { channel, authorization_url } = await connect.mutateAsync(input)
    if (authorization_url) {
      window.location.assign(authorization_url)
    } else if (channel) {
      toast.success(
        t("marketplaces.channels.connected_toast", { name: channel.name })
      )
      onDone?.()
      await navigate(`/marketplaces/channels/${channel.id}`)
    }
  }
  return {
    /**
     * Failures stay in `error`; nothing is thrown.
     * @param onDone called when the shop is connected without leaving the page.
     */
    start: (input: ConnectInput, onDone?: () => void) =>
      void start(input, onDone).catch(() => undefined),
    error: connect.error,
    isPending: connect.isPending,
    reset: connect.reset,
  }
}
