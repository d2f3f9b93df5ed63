import { AlarmCode } from "./alarm-code"
import { channelFinding } from "./channel-finding"
import { Finding } from "./finding"
import { ChannelFacts } from "./health-facts"

const DAY_MS = 86_400_000
/** Days before the end at which the shop is told, each time once. */
export const COUNTDOWN_DAYS = [14, 7, 1]

/** Whether the marketplace lets us in, and for how long. */
export function judgeAuthorization(
  channel: ChannelFacts,
  now: Date
): Finding[] {
  const { authorization, provider_known, status } = channel
  if (!provider_known) {
    return [channelFinding(channel, "provider_missing", channel.changed_at)]
  }
  const paused =
    status === "paused"
      ? [channelFinding(channel, "channel_paused", channel.changed_at)]
      : []
  if (authorization && !authorization.key_known) {
    const { key_id } = authorization
    return [
      ...paused,
      channelFinding(channel, "encryption_key_missing", channel.changed_at, {
        params: { key: key_id },
      }),
    ]
  }
  const ends_at = authorization?.ends_at ?? null
  if (ends_at && ends_at <= now) {
    return [...paused, channelFinding(channel, "authorization_ended", ends_at)]
  }
  return [
    ...paused,
    ...judgeRefusal(channel, now),
    ...(ends_at ? countDown(channel, ends_at, now) : []),
  ]
}

function judgeRefusal(channel: ChannelFacts, now: Date): Finding[] {
  const { authorization, status, status_reason, flows } = channel
  if (status !== "needs_authorization") {
    return []
  }
  const failed = flows.find(({ last_error }) => last_error === status_reason)
  const told = failed?.last_error_code
  const code: AlarmCode =
    told === "scope_missing" || told === "credentials_invalid"
      ? told
      : "authorization_refused"
  const since =
    authorization?.refused_at ?? failed?.failing_since ?? channel.changed_at
  return [
    channelFinding(channel, code, since < now ? since : now, {
      params: {
        reason: status_reason ?? "",
        flows: flows
          .filter(({ failures }) => failures > 0)
          .map(({ kind }) => kind),
      },
    }),
  ]
}

function countDown(channel: ChannelFacts, ends_at: Date, now: Date): Finding[] {
  const left = ends_at.getTime() - now.getTime()
  const step = COUNTDOWN_DAYS.filter((days) => left <= days * DAY_MS).length
  const since = new Date(ends_at.getTime() - COUNTDOWN_DAYS[0] * DAY_MS)
  return step
    ? [
        channelFinding(channel, "authorization_ending", since, {
          step,
          params: { days: Math.ceil(left / DAY_MS) },
        }),
      ]
    : []
}
