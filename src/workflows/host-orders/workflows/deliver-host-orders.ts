import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { moveOrdersStep } from "../steps/move-orders"
import { DeliverHostOrdersInput } from "../types"
import { emitMoveEvents } from "../utils/emit-move-events"
import { moveResult } from "../utils/move-result"
import { deliverRequests } from "../utils/move-requests"

export const deliverHostOrdersWorkflowId = "marketplaces-deliver-host-orders"

/** Delivers everything that has been shipped of these orders. Idempotent. */
export const deliverHostOrdersWorkflow = createWorkflow(
  deliverHostOrdersWorkflowId,
  (input: WorkflowData<DeliverHostOrdersInput>) => {
    const requests = transform({ input }, ({ input }) => deliverRequests(input))
    const outcome = moveOrdersStep({ requests })
    emitMoveEvents(outcome)
    return new WorkflowResponse(transform({ outcome }, moveResult))
  }
)
