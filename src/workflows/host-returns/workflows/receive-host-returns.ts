import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  InventoryLevelWorkflowEvents,
  OrderWorkflowEvents,
} from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { receiveReturnsStep } from "../steps/receive-returns"
import { ReceiveHostReturnsInput } from "../types"

export const receiveHostReturnsWorkflowId = "marketplaces-receive-host-returns"

/**
 * Takes goods that came back into Medusa: good units are received and restocked where they
 * left from, by what they took then; damaged ones are dismissed. Units that no return waits
 * for get a return first. Each receipt counts once, however often it is repeated; what was
 * received by hand in Medusa is found and left alone. A receipt that cannot be taken is
 * refused with the reason, the others go on.
 *
 * @example
 * const { result } = await receiveHostReturnsWorkflow(container).run({
 *   input: {
 *     receipts: [
 *       { receipt_id, order_id, lines: [{ line_item_id, good: 1, damaged: 0 }] },
 *     ],
 *   },
 * })
 */
export const receiveHostReturnsWorkflow = createWorkflow(
  receiveHostReturnsWorkflowId,
  (input: WorkflowData<ReceiveHostReturnsInput>) => {
    const result = receiveReturnsStep(input)
    const events = transform({ result }, ({ result: { effect } }) => ({
      requested: effect.requested.map((one) => ({
        ...one,
        no_notification: true,
      })),
      received: effect.received.map((one) => ({
        ...one,
        no_notification: true,
      })),
      levels: [...new Set(effect.level_ids)].map((id) => ({ id })),
    }))
    emitEventStep({
      eventName: OrderWorkflowEvents.RETURN_REQUESTED,
      data: events.requested,
    }).config({ name: "marketplaces-emit-return-requested" })
    emitEventStep({
      eventName: OrderWorkflowEvents.RETURN_RECEIVED,
      data: events.received,
    }).config({ name: "marketplaces-emit-return-received" })
    emitEventStep({
      eventName: InventoryLevelWorkflowEvents.UPDATED,
      data: events.levels,
    }).config({ name: "marketplaces-emit-returned-level-updated" })
    return new WorkflowResponse(result)
  }
)
