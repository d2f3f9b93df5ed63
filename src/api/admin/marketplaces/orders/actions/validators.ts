import { z } from "@medusajs/framework/zod"
import { id } from "../../../../utils/query-schemas"
import {
  isOrderAction,
  ORDER_ACTIONS,
  OrderAction,
} from "../../../../../domain/orders/order-action"

import { HANDOVER_METHODS } from "../../../../../domain/provider/arranges-shipments"
import { WAYBILL_SIZES } from "../../../../../domain/provider/gives-waybills"

const MOST = 1000
const ids = z.array(id).min(1).max(MOST)

const text = z.string().trim().min(1).max(500)
const units = z.number().int().min(0).max(100_000)
const rejection = z.object({ reason: id, comment: text.optional() }).strict()

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
  arrange_shipment: z
    .object({
      handover: z.enum(HANDOVER_METHODS).optional(),
      pickup_slot: id.optional(),
    })
    .strict(),
  print_waybills: z
    .object({
      size: z.enum(WAYBILL_SIZES).optional(),
      packing_slip: z.boolean().optional(),
      /** Why, where one of them was printed before. */
      reason: text.optional(),
    })
    .strict(),
  print_pick_list: z.object({}).strict(),
  mark_packed: z.object({ reason: text.optional() }).strict(),
  undo_packed: z.object({ reason: text.optional() }).strict(),
  mark_awaiting_collection: z.object({ reason: text.optional() }).strict(),
  mark_returned: z
    .object({
      /** Of one order; left out: everything came back good. */
      lines: z
        .array(
          z
            .object({
              line_id: id,
              good: units,
              damaged: units.default(0),
              lost: units.default(0),
            })
            .strict()
        )
        .min(1)
        .max(MOST)
        .optional(),
      note: text.optional(),
    })
    .strict(),
  approve_cancellation: z.object({}).strict(),
  reject_cancellation: rejection,
  approve_return: z.object({ request_id: id.optional() }).strict(),
  reject_return: rejection.extend({ request_id: id.optional() }),
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
    const ofOneOrder = ["line_ids", "lines"].find((name) => name in body.params)
    if (ofOneOrder && new Set(body.ids).size !== 1) {
      refuse(`"${ofOneOrder}" belong to one order: give its id in "ids"`, [
        "params",
      ])
    }
  })
export type PostOrderActionType = z.infer<typeof PostOrderAction>
