import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CHANNEL_DISCONNECTED_EVENT } from "../events"
import { disconnectChannelStep } from "../steps/disconnect-channel"

/**
 * Disconnects a shop: no more calls, its listings and secrets are forgotten. Its orders
 * stay, and come back with it when it is connected again.
 */
export const disconnectChannelWorkflow = createWorkflow(
  "marketplaces-disconnect-channel",
  (input: WorkflowData<{ id: string }>) => {
    disconnectChannelStep(input)
    emitEventStep({ eventName: CHANNEL_DISCONNECTED_EVENT, data: input })
    return new WorkflowResponse(input)
  }
)
