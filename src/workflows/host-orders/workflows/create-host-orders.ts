import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { createOrderRowsStep } from "../steps/create-order-rows"
import { nameOrdersStep } from "../steps/name-orders"
import { recordPaymentsStep } from "../steps/record-payments"
import { reserveForOrdersStep } from "../steps/reserve-for-orders"
import { CreateHostOrdersInput } from "../types"
import { mergeCreateResults } from "../utils/merge-create-results"
import { withoutRefused } from "../utils/without-refused"

export const createHostOrdersWorkflowId = "marketplaces-create-host-orders"

/**
 * Makes complete Medusa orders from drafts in bulk: order, reservations, display
 * id and payment. Replaying the same drafts completes whatever an earlier run left
 * open and changes nothing else; one bad draft is set aside, the others go on.
 * No customer, no e-mail, no `order.placed`.
 *
 * About 50 drafts a run: the event loop is held for part of a millisecond per draft
 * and a webhook must be answered meanwhile.
 *
 * @example
 * const { result } = await createHostOrdersWorkflow(container).run({
 *   input: { drafts },
 * })
 */
export const createHostOrdersWorkflow = createWorkflow(
  createHostOrdersWorkflowId,
  (input: WorkflowData<CreateHostOrdersInput>) => {
    const rows = createOrderRowsStep(input)
    const made = transform({ input, rows }, ({ input, rows }) => ({
      drafts: withoutRefused(input.drafts, rows.refused),
    }))
    const unreserved = reserveForOrdersStep(made)
    const unnamed = nameOrdersStep(made)
    const unpaid = recordPaymentsStep(made)
    return new WorkflowResponse(
      transform(
        { input, rows, unreserved, unnamed, unpaid },
        ({ input, rows, unreserved, unnamed, unpaid }) =>
          mergeCreateResults(input.drafts, rows, [
            ...unreserved,
            ...unnamed,
            ...unpaid,
          ])
      )
    )
  }
)
