import { Modules } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createRemoteLinkStep,
  emitEventStep,
} from "@medusajs/medusa/core-flows"
import { CHANNEL_UPDATED_EVENT } from "../events"
import { UpdateChannelInput, updateChannelStep } from "../steps/update-channel"

/** Renames a channel, changes its settings, pauses or resumes it. */
export const updateChannelWorkflow = createWorkflow(
  "marketplaces-update-channel",
  (input: WorkflowData<UpdateChannelInput>) => {
    const channel = updateChannelStep(input)
    const links = transform(
      channel,
      ({ sales_channel_id, stock_location_ids }) =>
        stock_location_ids.map((stock_location_id) => ({
          [Modules.SALES_CHANNEL]: { sales_channel_id },
          [Modules.STOCK_LOCATION]: { stock_location_id },
        }))
    )
    when("mapped-locations", links, (list) => list.length > 0).then(() =>
      createRemoteLinkStep(links)
    )
    const event = transform(
      { input, channel },
      ({ input: { actor }, channel: { id, moves_stock } }) => ({
        id,
        moves_stock,
        actor,
      })
    )
    emitEventStep({ eventName: CHANNEL_UPDATED_EVENT, data: event })
    return new WorkflowResponse(transform(channel, ({ id }) => ({ id })))
  }
)
