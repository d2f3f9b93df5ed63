import { z } from "@medusajs/framework/zod"

const MOST = 1000

export const PostShipmentChoices = z
  .object({ ids: z.array(z.string().min(1)).min(1).max(MOST) })
  .strict()
export type PostShipmentChoicesType = z.infer<typeof PostShipmentChoices>
