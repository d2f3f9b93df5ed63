import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { makeReport } from "../../../../../workflows/statements/reports/make-report"
import {
  reportFilename,
  writeReport,
} from "../../../../../workflows/statements/reports/write-report"
import { sendWorkbook } from "../send-workbook"
import { GetSettlementReportExportType } from "../validators"

/** A report with all its rows as a workbook. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetSettlementReportExportType>,
  res: MedusaResponse
) => {
  const { locale, fields: _, ...query } = req.validatedQuery
  const report = await makeReport(req.scope, query)
  await sendWorkbook(req, res, reportFilename(query, locale), (out) =>
    writeReport(out, report, { by: query.by, locale })
  )
}
