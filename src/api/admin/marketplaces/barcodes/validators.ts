import { z } from "@medusajs/framework/zod"
import { pageFields } from "../../../utils/query-schemas"

export const GetBarcode = z.object({
  text: z.string().regex(/^[\x20-\x7e]{1,64}$/, {
    message: "has to be 1 to 64 printable ASCII characters",
  }),
  fields: pageFields.fields,
})
export type GetBarcodeType = z.infer<typeof GetBarcode>
