import { z } from "@medusajs/framework/zod"
import { REPORT_DATES } from "../../../../modules/marketplace-channel/settlement-reports/report-sql"
import { REPORT_KINDS } from "../../../../workflows/statements/reports/report-row"
import { EXPORT_LOCALES } from "../../../../workflows/statements/words/statement-words"
import {
  isMoment,
  oneOrSeveral,
  pageFields,
} from "../../../utils/query-schemas"

const DAY_MS = 86_400_000
const IS_DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * A moment (ISO 8601 with its offset) or a day of Vietnam (`2026-03-02`).
 * @param days added to a day: the end of a range is the day after.
 */
const moment = (days: number) =>
  z.string().transform((text, context) => {
    const at = new Date(
      IS_DAY.test(text)
        ? Date.parse(`${text}T00:00:00+07:00`) + days * DAY_MS
        : text
    )
    if (!isMoment(text)) {
      context.addIssue({
        code: "custom",
        message: `"${text}" is neither a day (2026-03-02) nor a moment (2026-03-02T00:00:00+07:00).`,
      })
      return z.NEVER
    }
    return at
  })

const scope = {
  by: z.enum(REPORT_KINDS).default("order"),
  /** Included. */
  from: moment(0).optional(),
  /** A day is included, a moment is not. */
  to: moment(1).optional(),
  dated: z.enum(REPORT_DATES).default("ordered"),
  channel_id: oneOrSeveral.optional(),
  currency_code: z.string().trim().length(3).toLowerCase().optional(),
}

export const GetSettlementReport = z.object({ ...scope, ...pageFields })
export type GetSettlementReportType = z.infer<typeof GetSettlementReport>

const locale = z.enum(EXPORT_LOCALES).default("vi")

export const GetSettlementReportExport = z.object({
  ...scope,
  locale,
  fields: pageFields.fields,
})
export type GetSettlementReportExportType = z.infer<
  typeof GetSettlementReportExport
>

export const GetOutstanding = z.object({
  channel_id: oneOrSeveral.optional(),
  fields: pageFields.fields,
})
export type GetOutstandingType = z.infer<typeof GetOutstanding>

export const GetStatementExport = z.object({
  locale,
  fields: pageFields.fields,
})
export type GetStatementExportType = z.infer<typeof GetStatementExport>
