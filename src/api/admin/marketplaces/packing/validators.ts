import { z } from "@medusajs/framework/zod"
import { id, pageFields } from "../../../utils/query-schemas"

/** Longer than any code; a scanner that sends two at once is still understood to be wrong. */
const MOST_CHARACTERS = 500

/** What a scanner sent; it has to have something in it. */
export const scannedText = z
  .string()
  .max(MOST_CHARACTERS)
  .refine((text) => text.trim() !== "", { message: "holds no code" })

/** What the caller names a step, to send it again when its answer is lost. */
const requestName = z.string().uuid()

export const PostPackingScan = z
  .object({
    /** A waybill; with `parcel_id` an item, or `line:<line id>` for one without any code. */
    code: scannedText,
    parcel_id: id.optional(),
    /** Units of the item that are put in at once. */
    quantity: z.number().int().min(1).max(100_000).default(1),
    /** Sent again under the same name it counts once and is answered as the first time. */
    request_id: requestName.optional(),
  })
  .strict()
export type PostPackingScanType = z.infer<typeof PostPackingScan>

export const DeleteLastScan = z.object({
  parcel_id: id,
  request_id: requestName.optional(),
  fields: pageFields.fields,
})
export type DeleteLastScanType = z.infer<typeof DeleteLastScan>
