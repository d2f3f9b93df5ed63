import { z } from "@medusajs/framework/zod"
import {
  CANCELLED_STATUSES,
  ORDER_STATUSES,
} from "../../../../domain/orders/order-status"
import { oneOrSeveral, pageFields, yesOrNo } from "../../../utils/query-schemas"

const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), {
  message: "is no date and time, for example 2026-01-31T08:00:00+07:00",
})

const filters = {
  channel_id: oneOrSeveral.optional(),
  status: oneOrSeveral.optional(),
  import_state: oneOrSeveral.optional(),
  medusa_order_id: oneOrSeveral.optional(),
  q: z.string().trim().optional(),
  placed_at: z
    .object({
      $gte: moment.optional(),
      $gt: moment.optional(),
      $lte: moment.optional(),
      $lt: moment.optional(),
    })
    .strict()
    .optional(),
  late_soon: yesOrNo.optional(),
  overdue_goods: yesOrNo.optional(),
}

export const GetOrders = z.object({ ...filters, ...pageFields })
export type GetOrdersType = z.infer<typeof GetOrders>

export const GetOrderCounts = z.object({
  ...filters,
  fields: pageFields.fields,
})
export type GetOrderCountsType = z.infer<typeof GetOrderCounts>

export const GetBlockedCauses = z.object({
  channel_id: oneOrSeveral.optional(),
  fields: pageFields.fields,
})
export type GetBlockedCausesType = z.infer<typeof GetBlockedCauses>

/** A neutral status, or `cancelled` for all three ways of being cancelled. */
const status = z.enum([...ORDER_STATUSES, "cancelled"])

export const PostOrderDownload = z
  .object({
    channel_ids: z.array(z.string()).min(1),
    from: moment.optional(),
    to: moment.optional(),
    statuses: z
      .array(status)
      .optional()
      .transform((statuses) =>
        statuses?.flatMap((entry) =>
          entry === "cancelled" ? [...CANCELLED_STATUSES] : entry
        )
      ),
    preview: z.boolean().optional(),
  })
  .refine(
    ({ from, to }) => !from || !to || Date.parse(from) <= Date.parse(to),
    {
      message: '"from" lies after "to"',
      path: ["from"],
    }
  )
export type PostOrderDownloadType = z.infer<typeof PostOrderDownload>
