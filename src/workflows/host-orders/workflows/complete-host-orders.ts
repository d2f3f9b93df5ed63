import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { completeOrdersStep } from "../steps/complete-orders"
import { CompleteHostOrdersInput } from "../types"

export const completeHostOrdersWorkflowId = "marketplaces-complete-host-orders"

/**
 * Completes orders that have succeeded; unpaid collections (cash on delivery) are
 * captured, dated by the delivery, unless they are to stay unpaid. Idempotent; canceled orders are refused.
 */
export const completeHostOrdersWorkflow = createWorkflow(
  completeHostOrdersWorkflowId,
  (input: WorkflowData<CompleteHostOrdersInput>) => {
    const result = completeOrdersStep(input)
    emitEventStep({
      eventName: OrderWorkflowEvents.COMPLETED,
      data: transform({ result }, ({ result }) =>
        result.completed.map((id) => ({ id }))
      ),
    })
    return new WorkflowResponse(result)
  }
)
