import { z } from "@medusajs/framework/zod"
import {
  isOrderAction,
  ORDER_ACTIONS,
  OrderAction,
} from "../../../../../domain/orders/order-action"

const MOST = 1000
const id = z.string().min(1)
const ids = z.array(id).min(1).max(MOST)

const refuseParams = z.object({ warehouse_external_id: id.optional() }).strict()
const confirmParams = refuseParams
  .extend({
    /** Our line ids or the marketplace's, of one order; the rest is out of stock. */
    line_ids: z.array(id).max(MOST).optional(),
    pickup_slot: id.optional(),
  })
  .strict()

/** What each action may be told. */
const PARAMS: Record<OrderAction, z.ZodTypeAny> = {
  confirm_order: confirmParams,
  refuse_order: refuseParams,
}

export const PostOrderAction = z
  .object({
    action: z.string(),
    ids: ids.optional(),
    parcel_ids: ids.optional(),
    params: z.record(z.string(), z.unknown()).default({}),
  })
  .superRefine((body, context) => {
    const refuse = (message: string, path: string[]) =>
      context.addIssue({ code: "custom", message, path })
    if (!isOrderAction(body.action)) {
      refuse(
        `There is no action "${body.action}". Actions: ${ORDER_ACTIONS.join(", ")}`,
        ["action"]
      )
      return
    }
    if (Boolean(body.ids) === Boolean(body.parcel_ids)) {
      refuse('Give either "ids" or "parcel_ids"', ["ids"])
    }
    const params = PARAMS[body.action].safeParse(body.params)
    for (const issue of params.error?.issues ?? []) {
      const field = ["params", ...issue.path].join(".")
      refuse(`${field}: ${issue.message}`, ["params"])
    }
    if ("line_ids" in body.params && new Set(body.ids).size !== 1) {
      refuse('"line_ids" belong to one order: give its id in "ids"', ["params"])
    }
  })
export type PostOrderActionType = z.infer<typeof PostOrderAction>
