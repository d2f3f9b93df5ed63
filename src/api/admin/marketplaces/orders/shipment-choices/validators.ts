import { z } from "@medusajs/framework/zod"
import { id } from "../../../../utils/query-schemas"

const MOST = 1000

export const PostShipmentChoices = z
  .object({ ids: z.array(id).min(1).max(MOST) })
  .strict()
export type PostShipmentChoicesType = z.infer<typeof PostShipmentChoices>
