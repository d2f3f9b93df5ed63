import { Credentials } from "../../domain/provider/authorization"
import { ChannelAccess } from "../../domain/provider/channel-access"

/** The access to a Vietnamese shop, with a record of what was asked of it. */
export function buildAccess(
  channel: Pick<ChannelAccess["channel"], "external_id" | "provider_data">,
  credentials: (access_token: string) => Credentials
): ChannelAccess & { renewed: Credentials[]; lanes: string[] } {
  let current = credentials("access-1")
  const renewed: Credentials[] = []
  const lanes: string[] = []
  return {
    channel: {
      id: "channel_1",
      region: "VN",
      currency_code: "vnd",
      ...channel,
    },
    credentials: async () => current,
    renew: async (expired) => {
      renewed.push(expired)
      current = credentials(`access-${renewed.length + 1}`)
      return current
    },
    pace: async (lane) => {
      lanes.push(lane)
    },
    renewed,
    lanes,
  }
}
