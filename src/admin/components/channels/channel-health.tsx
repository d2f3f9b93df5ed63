import { Alert, Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useTestChannel } from "../../hooks/api/channels"
import type { Channel } from "../../lib/types"
import { DetailRow } from "../common/detail-row"
import { ErrorState } from "../common/error-state"
import { Moment } from "../common/moment"
import { ChannelStatusBadge } from "./channel-status-badge"
import { ConnectFailure } from "./connect-failure"
import { useConnect } from "./use-connect"

/** Whether the connection works, since when, and what to do when it does not. */
export function ChannelHealth({
  channel,
  onReconnect,
}: {
  channel: Channel
  /** Asks for keys; without it the person is sent to the marketplace at once. */
  onReconnect?: () => void
}) {
  const { t } = useTranslation()
  const test = useTestChannel(channel.id)
  const connect = useConnect()
  const result = test.data
  const signIn = () =>
    connect.start({
      provider_id: channel.provider_id,
      reauthorize_channel_id: channel.id,
    })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{t("marketplaces.channels.health")}</Heading>
        <div className="flex gap-2">
          <Button
            size="small"
            variant="secondary"
            isLoading={connect.isPending}
            onClick={onReconnect ?? signIn}
          >
            {t("marketplaces.channels.sign_in_again")}
          </Button>
          <Button
            size="small"
            variant="secondary"
            isLoading={test.isPending}
            onClick={() => test.mutate()}
          >
            {t("marketplaces.channels.test")}
          </Button>
        </div>
      </div>
      <DetailRow label={t("marketplaces.fields.status")}>
        <ChannelStatusBadge status={channel.status} />
        <Text size="small" className="text-ui-fg-subtle mt-1">
          {t(`marketplaces.channel_status_hint.${channel.status}`, {
            defaultValue: "",
          })}
        </Text>
      </DetailRow>
      <DetailRow label={t("marketplaces.channels.last_order_sync")}>
        <Moment
          value={channel.last_order_sync_at}
          relative
          empty={t("marketplaces.channels.never_synced")}
        />
      </DetailRow>
      {channel.authorization_ends_at && (
        <DetailRow label={t("marketplaces.channels.authorization_ends_at")}>
          <Moment value={channel.authorization_ends_at} relative />
        </DetailRow>
      )}
      {channel.last_error && (
        <DetailRow label={t("marketplaces.channels.last_error")}>
          {channel.last_error}
        </DetailRow>
      )}
      <div aria-live="polite">
        {result && (
          <div className="px-6 py-4">
            <Alert variant={result.ok ? "success" : "error"}>
              {result.ok
                ? t("marketplaces.channels.test_ok", {
                    name: result.shop?.name ?? channel.name,
                  })
                : t(`marketplaces.test_reasons.${result.code ?? "failed"}`)}
              {!result.ok && result.reason && (
                <Text size="small" className="text-ui-fg-subtle break-words">
                  {result.reason}
                </Text>
              )}
            </Alert>
          </div>
        )}
        {test.isError && (
          <ErrorState error={test.error} onRetry={() => test.mutate()} />
        )}
        {connect.error && (
          <div className="px-6 py-4">
            <ConnectFailure error={connect.error} />
          </div>
        )}
      </div>
    </Container>
  )
}
