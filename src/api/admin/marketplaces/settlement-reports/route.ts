import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { makeReport } from "../../../../workflows/statements/reports/make-report"
import { GetSettlementReportType } from "./validators"

/**
 * What was settled, beside what it should be and what the goods cost, by order, product, channel
 * or month. The totals are those of all rows, not of the page.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetSettlementReportType>,
  res: MedusaResponse
) => {
  const { limit, offset, order: _, fields: __, ...query } = req.validatedQuery
  const report = await makeReport(req.scope, query)
  res.json({
    rows: await report.page({ offset, limit }),
    totals: report.totals,
    currency_code: report.currency_code,
    currencies: report.currencies,
    comparing: report.comparing,
    count: report.count,
    offset,
    limit,
  })
}
