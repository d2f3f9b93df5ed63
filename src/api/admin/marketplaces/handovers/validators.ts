import { z } from "@medusajs/framework/zod"
import { id, oneOrSeveral, pageFields } from "../../../utils/query-schemas"
import { scannedText } from "../packing/validators"

const MOST_LINES = 1000
const note = z.string().trim().max(2000)
const condition = z.enum(["good", "damaged"])
const units = z.number().int().min(0).max(100_000).default(0)

export const GetHandovers = z.object({
  status: oneOrSeveral.optional(),
  direction: oneOrSeveral.optional(),
  ...pageFields,
})
export type GetHandoversType = z.infer<typeof GetHandovers>

export const PostHandover = z
  .object({
    direction: z.enum(["outbound", "inbound"]),
    /** Left out: parcels of every channel. */
    channel_id: id.nullish(),
    /** Left out: any carrier. */
    carrier: z.string().trim().min(1).max(200).nullish(),
  })
  .strict()
export type PostHandoverType = z.infer<typeof PostHandover>

export const PostHandoverNote = z.object({ note: note.nullable() }).strict()
export type PostHandoverNoteType = z.infer<typeof PostHandoverNote>

export const PostHandoverScan = z
  .object({
    code: scannedText,
    /** Of goods that come back. */
    condition: condition.optional(),
    note: note.nullish(),
  })
  .strict()
export type PostHandoverScanType = z.infer<typeof PostHandoverScan>

export const PostScanChanges = z
  .object({
    condition: condition.optional(),
    note: note.nullish(),
    /** Units as they were found; null: all of it in `condition`. */
    lines: z
      .array(
        z
          .object({ line_id: id, good: units, damaged: units, lost: units })
          .strict()
      )
      .min(1)
      .max(MOST_LINES)
      .refine(
        (lines) =>
          lines.some(({ good, damaged, lost }) => good + damaged + lost > 0),
        { message: "name no unit at all; undo the scan instead" }
      )
      .nullish(),
  })
  .strict()
export type PostScanChangesType = z.infer<typeof PostScanChanges>
