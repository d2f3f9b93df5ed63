import { Button, toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useTestChannel, useUpdateChannel } from "../../hooks/api/channels"
import { useProvider } from "../../hooks/api/providers"
import { useFailureToast } from "../../hooks/use-failure-toast"
import {
  ALARM_ACTIONS,
  type AlarmAction,
  alarmLink,
} from "../../lib/alarm-actions"
import { healthKeys } from "../../lib/query-keys"
import type { Channel, HealthAlarm } from "../../lib/types"
import { useConnect } from "../channels/use-connect"

/** The button that does what helps against an alarm, or opens where it is done. */
export function AlarmActionButton({
  alarm,
  channel,
}: {
  alarm: HealthAlarm
  /** The alarm's channel, once it is known. */
  channel: Channel | undefined
}) {
  const { t } = useTranslation()
  const action = ALARM_ACTIONS[alarm.code]
  if (!action) {
    return null
  }
  const to = alarmLink(action, alarm)
  if (to) {
    return (
      <Button asChild size="small" variant="secondary">
        <Link to={to}>{t(`marketplaces.health_page.action.${action}`)}</Link>
      </Button>
    )
  }
  return channel ? <OnTheSpot action={action} channel={channel} /> : null
}

function OnTheSpot({
  action,
  channel,
}: {
  action: AlarmAction
  channel: Channel
}) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const onError = useFailureToast()
  const provider = useProvider(channel.provider_id)
  const connect = useConnect()
  const test = useTestChannel(channel.id)
  const update = useUpdateChannel(channel.id)
  const label = t(`marketplaces.health_page.action.${action}`)
  const lookAgain = () => client.invalidateQueries({ queryKey: healthKeys.all })

  if (action === "sign_in" && (!provider || provider.connect_fields.length)) {
    return (
      <Button asChild size="small" variant="secondary">
        <Link to={`/marketplaces/channels/${channel.id}`}>{label}</Link>
      </Button>
    )
  }
  const run = () => {
    if (action === "sign_in") {
      return connect.start({
        provider_id: channel.provider_id,
        reauthorize_channel_id: channel.id,
      })
    }
    if (action === "resume") {
      return update.mutate(
        { status: "connected" },
        {
          onSuccess: () =>
            void toast.success(t("marketplaces.channels.resumed_toast")),
          onError,
          onSettled: () => void lookAgain(),
        }
      )
    }
    return test.mutate(undefined, {
      onSuccess: ({ ok, code, reason, shop }) =>
        void (ok
          ? toast.success(
              t("marketplaces.channels.test_ok", {
                name: shop?.name ?? channel.name,
              })
            )
          : toast.error(t(`marketplaces.test_reasons.${code ?? "failed"}`), {
              description: reason,
            })),
      onError,
      onSettled: () => void lookAgain(),
    })
  }
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={connect.isPending || test.isPending || update.isPending}
      onClick={run}
    >
      {label}
    </Button>
  )
}
