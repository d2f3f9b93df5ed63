import { z } from "@medusajs/framework/zod"

/** One value, several, or several separated by commas. */
export const oneOrSeveral = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    [value].flat().flatMap((entry) => entry.split(",").filter(Boolean))
  )

/** `true` or `false`, as a query spells it. */
export const yesOrNo = z
  .union([z.boolean(), z.enum(["true", "false"])])
  .transform((value) => value === true || value === "true")

/** `limit`, `offset` and `order` of a list, within bounds. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(200).default(20),
  offset: z.coerce.number().int().min(0).default(0),
  order: z.string().optional(),
  fields: z.string().optional(),
}
