import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { requestReturnsStep } from "../steps/request-returns"
import { RequestHostReturnsInput } from "../types"

export const requestHostReturnsWorkflowId = "marketplaces-request-host-returns"

/**
 * Lets Medusa wait for exactly the units that are to come back: returns in state `requested`
 * for those that nobody waits for yet, at the location the goods left from, without shipping
 * method or return fulfilment; returns made here for what is not to come back (any more) are
 * cancelled. Units that never went out or are back are left out. Idempotent.
 *
 * @example
 * await requestHostReturnsWorkflow(container).run({
 *   input: { orders: [{ order_id, expected: [{ line_item_id, units: 1 }] }] },
 * })
 */
export const requestHostReturnsWorkflow = createWorkflow(
  requestHostReturnsWorkflowId,
  (input: WorkflowData<RequestHostReturnsInput>) => {
    const result = requestReturnsStep(input)
    emitEventStep({
      eventName: OrderWorkflowEvents.RETURN_REQUESTED,
      data: transform({ result }, ({ result }) =>
        result.requested.map((one) => ({ ...one, no_notification: true }))
      ),
    })
    return new WorkflowResponse(result)
  }
)
