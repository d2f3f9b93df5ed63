import { z } from "@medusajs/framework/zod"
import {
  CANCELLED_STATUSES,
  ORDER_STATUSES,
} from "../../../../domain/orders/order-status"
import {
  id,
  moment,
  MOST_CHANNELS,
  oneOrSeveral,
  pageFields,
  searchText,
  yesOrNo,
} from "../../../utils/query-schemas"

/** In the one form that PostgreSQL reads as JavaScript does. */
const placedAt = moment.transform((text) => new Date(text).toISOString())

const filters = {
  channel_id: oneOrSeveral.optional(),
  status: oneOrSeveral.optional(),
  import_state: oneOrSeveral.optional(),
  medusa_order_id: oneOrSeveral.optional(),
  q: searchText.optional(),
  placed_at: z
    .object({
      $gte: placedAt.optional(),
      $gt: placedAt.optional(),
      $lte: placedAt.optional(),
      $lt: placedAt.optional(),
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
    channel_ids: z.array(id).min(1).max(MOST_CHANNELS),
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
