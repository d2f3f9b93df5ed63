import { z } from "@medusajs/framework/zod"
import { oneOrSeveral, pageFields } from "../../../utils/query-schemas"

export const GetRuns = z.object({
  kind: oneOrSeveral.optional(),
  status: oneOrSeveral.optional(),
  ...pageFields,
})
export type GetRunsType = z.infer<typeof GetRuns>

export const GetRunResults = z.object({
  code: oneOrSeveral.optional(),
  channel_id: oneOrSeveral.optional(),
  ...pageFields,
})
export type GetRunResultsType = z.infer<typeof GetRunResults>
