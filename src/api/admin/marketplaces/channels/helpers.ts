import { MedusaContainer } from "@medusajs/framework/types"
import { ConnectionStart } from "../../../../workflows/channels/begin-connection"
import { describeChannels } from "../../../../workflows/channels/describe-channels"

/** The consent page to go to, or what was connected at once. */
export async function connectionAnswer(
  container: MedusaContainer,
  start: ConnectionStart
) {
  if ("authorization_url" in start) {
    return start
  }
  const { channels } = await describeChannels(container, {
    id: start.channel_ids,
  })
  return { channel: channels[0], channels }
}
