import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { Modules } from "@medusajs/framework/utils"
import {
  acquireLockStep,
  createRemoteLinkStep,
  createSalesChannelsWorkflow,
  emitEventStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { SettingsPatch } from "../../../domain/channels/settings-rules"
import { CHANNEL_CONNECTED_EVENT } from "../events"
import { claimAuthorizationStep } from "../steps/claim-authorization"
import { prepareChannelsStep } from "../steps/prepare-channels"
import { removeReplacedStep } from "../steps/remove-replaced"
import { saveChannelsStep } from "../steps/save-channels"
import { scheduleFlowsStep } from "../steps/schedule-flows"

export type ConnectChannelsInput = {
  /** A consent that waits to be claimed. */
  authorization_id: string
  user_id: string
  /** Used when the consent opens a single shop. */
  name?: string | null
  settings?: SettingsPatch | null
}

const LOCK = "marketplaces:connect"

/**
 * Makes a channel of every shop that a consent opens, with a sales channel of its own.
 * Shops that were connected before keep their channel, orders and settings.
 */
export const connectChannelsWorkflow = createWorkflow(
  "marketplaces-connect-channels",
  (input: WorkflowData<ConnectChannelsInput>) => {
    acquireLockStep({ key: LOCK, timeout: 60, ttl: 120 })
    const authorization = claimAuthorizationStep(input)
    const prepared = prepareChannelsStep({
      authorization_id: authorization.id,
      name: input.name,
      settings: input.settings,
    })
    const wanted = transform(prepared, (channels) =>
      channels.filter((channel) => !channel.sales_channel_id)
    )
    const created = when(
      "shops-without-a-sales-channel",
      wanted,
      (channels) => channels.length > 0
    ).then(() =>
      createSalesChannelsWorkflow.runAsStep({
        input: {
          salesChannelsData: transform(wanted, (channels) =>
            channels.map(({ name, description }) => ({ name, description }))
          ),
        },
      })
    )
    const channels = transform(
      { prepared, wanted, created },
      ({ prepared, wanted, created }) => {
        const ids = new Map(
          wanted.map(({ id }, place) => [id, created?.[place]?.id])
        )
        return prepared.map((channel) => ({
          ...channel,
          sales_channel_id:
            channel.sales_channel_id ?? ids.get(channel.id) ?? "",
        }))
      }
    )
    const { channels: saved, replaced } = saveChannelsStep({
      authorization_id: authorization.id,
      channels,
    })
    const links = transform(channels, (list) =>
      list.flatMap(({ sales_channel_id, settings }) =>
        settings.warehouses.map(({ stock_location_id }) => ({
          [Modules.SALES_CHANNEL]: { sales_channel_id },
          [Modules.STOCK_LOCATION]: { stock_location_id },
        }))
      )
    )
    when("mapped-locations", links, (list) => list.length > 0).then(() =>
      createRemoteLinkStep(links)
    )
    scheduleFlowsStep(saved)
    const connected = transform(saved, (list) => list.map(({ id }) => ({ id })))
    emitEventStep({ eventName: CHANNEL_CONNECTED_EVENT, data: connected })
    removeReplacedStep(replaced)
    releaseLockStep({ key: LOCK })
    return new WorkflowResponse(connected)
  }
)
