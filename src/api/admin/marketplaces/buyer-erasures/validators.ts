import { z } from "@medusajs/framework/zod"
import { MOST_ERASED } from "../../../../workflows/buyers/erase-buyers"

const id = z.string().min(1).max(100)

/** These orders, or all of the buyer of one, in its channel. */
export const PostBuyerErasures = z
  .object({
    order_ids: z.array(id).min(1).max(MOST_ERASED).optional(),
    buyer_of: id.optional(),
    preview: z.boolean().default(false),
  })
  .strict()
  .refine(
    ({ order_ids, buyer_of }) =>
      (order_ids === undefined) !== (buyer_of === undefined),
    { message: 'Give either "order_ids" or "buyer_of".' }
  )
export type PostBuyerErasuresType = z.infer<typeof PostBuyerErasures>
