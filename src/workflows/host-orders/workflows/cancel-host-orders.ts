import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { cancelOrdersStep } from "../steps/cancel-orders"
import { CancelHostOrdersInput } from "../types"

export const cancelHostOrdersWorkflowId = "marketplaces-cancel-host-orders"

/**
 * Cancels orders in bulk and gives their reserved units back. Captured payments are
 * refunded on paper, so that a paid order ends as after core's own cancel; an unpaid
 * one ends without the empty credit line that core adds. Orders that are completed
 * or have gone out are refused: those come back as returns.
 *
 * @example
 * const { result } = await cancelHostOrdersWorkflow(container).run({
 *   input: { order_ids },
 * })
 */
export const cancelHostOrdersWorkflow = createWorkflow(
  cancelHostOrdersWorkflowId,
  (input: WorkflowData<CancelHostOrdersInput>) => {
    const result = cancelOrdersStep(input)
    emitEventStep({
      eventName: OrderWorkflowEvents.CANCELED,
      data: transform({ result }, ({ result }) =>
        result.canceled.map((id) => ({ id }))
      ),
    })
    return new WorkflowResponse(result)
  }
)
