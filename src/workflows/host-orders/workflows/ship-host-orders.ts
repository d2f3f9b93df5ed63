import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { moveOrdersStep } from "../steps/move-orders"
import { ShipHostOrdersInput } from "../types"
import { emitMoveEvents } from "../utils/emit-move-events"
import { moveResult } from "../utils/move-result"
import { shipRequests } from "../utils/move-requests"

export const shipHostOrdersWorkflowId = "marketplaces-ship-host-orders"

/**
 * Fulfils and ships orders, and delivers those with a `delivered_at`, in one step
 * per order: the reserved units leave the shelf where they are reserved, and one
 * order change tells all of it. Quantities are totals, so a replay ships nothing
 * twice; what staff fulfilled by hand is shipped along. A managed line without a
 * reservation is refused, as in core. Needs the host's manual fulfilment provider.
 *
 * @example
 * await shipHostOrdersWorkflow(container).run({
 *   input: { orders: [{ order_id, tracking_numbers: ["SPXVN01"], shipped_at }] },
 * })
 */
export const shipHostOrdersWorkflow = createWorkflow(
  shipHostOrdersWorkflowId,
  (input: WorkflowData<ShipHostOrdersInput>) => {
    const requests = transform({ input }, ({ input }) =>
      shipRequests(input, new Date())
    )
    const outcome = moveOrdersStep({ requests })
    emitMoveEvents(outcome)
    return new WorkflowResponse(transform({ outcome }, moveResult))
  }
)
