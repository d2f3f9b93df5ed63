import { z } from "@medusajs/framework/zod"
import { id, oneOrSeveral, pageFields } from "../../../utils/query-schemas"

const MOST_ORDERS = 1000

export const GetPickLists = z.object({
  status: oneOrSeveral.optional(),
  ...pageFields,
})
export type GetPickListsType = z.infer<typeof GetPickLists>

export const PostPickList = z
  .object({ order_ids: z.array(id).min(1).max(MOST_ORDERS) })
  .strict()
export type PostPickListType = z.infer<typeof PostPickList>

export const PostPickedUnits = z
  .object({
    /** Units fetched so far, by line key; what is left out stays. */
    picked: z.record(z.string(), z.number().int().min(0).max(1_000_000)),
  })
  .strict()
export type PostPickedUnitsType = z.infer<typeof PostPickedUnits>
