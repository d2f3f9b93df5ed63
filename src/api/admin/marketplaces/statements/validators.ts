import { z } from "@medusajs/framework/zod"
import { STATEMENT_FIELDS } from "../../../../domain/provider/reads-statement-files"
import { FEE_KINDS } from "../../../../domain/statements/fee-kind"
import { LINE_KINDS } from "../../../../domain/statements/statement-line"
import {
  id,
  moment,
  MOST_CHANNELS,
  oneOrSeveral,
  pageFields,
  searchText,
} from "../../../utils/query-schemas"

const MOST_COLUMNS = 500
const MOST_SHEETS = 20

export const GetStatements = z.object({
  channel_id: oneOrSeveral.optional(),
  source: oneOrSeveral.optional(),
  status: oneOrSeveral.optional(),
  ...pageFields,
})
export type GetStatementsType = z.infer<typeof GetStatements>

export const PostStatementDownload = z
  .object({
    channel_ids: z.array(id).min(1).max(MOST_CHANNELS),
    from: moment.optional(),
    to: moment.optional(),
  })
  .strict()
export type PostStatementDownloadType = z.infer<typeof PostStatementDownload>

export const GetTemplate = z.object({ provider_id: id })
export type GetTemplateType = z.infer<typeof GetTemplate>

export const GetStatementLines = z.object({
  state: oneOrSeveral.optional(),
  kind: oneOrSeveral.optional(),
  q: searchText.optional(),
  ...pageFields,
})
export type GetStatementLinesType = z.infer<typeof GetStatementLines>

const column = z
  .object({
    column: z.number().int().min(1).max(16_384),
    heading: z.string().max(500),
    field: z.enum(STATEMENT_FIELDS).optional(),
    fee: z.enum(FEE_KINDS).optional(),
  })
  .strict()
  .refine(({ field, fee }) => (field === undefined) !== (fee === undefined), {
    message: "A column is either one of the fields or a fee.",
  })

const sheet = z
  .object({
    sheet: z.string().min(1).max(200),
    header_row: z.number().int().min(1).max(100),
    default_kind: z.enum(LINE_KINDS).default("sale"),
    utc_columns: z.array(z.number().int().min(1)).default([]),
    columns: z.array(column).max(MOST_COLUMNS),
  })
  .strict()

export const PostStatementMapping = z
  .object({
    mapping: z
      .object({ sheets: z.array(sheet).min(1).max(MOST_SHEETS) })
      .strict(),
  })
  .strict()
export type PostStatementMappingType = z.infer<typeof PostStatementMapping>
