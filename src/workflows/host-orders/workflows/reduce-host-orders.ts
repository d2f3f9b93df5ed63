import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { reduceOrdersStep } from "../steps/reduce-orders"
import { ReduceHostOrdersInput } from "../types"

export const reduceHostOrdersWorkflowId = "marketplaces-reduce-host-orders"

/**
 * Takes units that the marketplace cancelled out of orders that have not been shipped:
 * reservations first, then one order change with quantities and discounts. Core's own
 * order edit costs two seconds and refuses items that are oversold.
 *
 * @example
 * await reduceHostOrdersWorkflow(container).run({ input: { drafts } })
 */
export const reduceHostOrdersWorkflow = createWorkflow(
  reduceHostOrdersWorkflowId,
  (input: WorkflowData<ReduceHostOrdersInput>) =>
    new WorkflowResponse(reduceOrdersStep(input))
)
