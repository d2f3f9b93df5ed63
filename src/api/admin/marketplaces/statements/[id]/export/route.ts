import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../../workflows/marketplaces"
import { writeStatementLines } from "../../../../../../workflows/statements/reports/write-statement-lines"
import { sendWorkbook } from "../../../settlement-reports/send-workbook"
import { GetStatementExportType } from "../../../settlement-reports/validators"

/** All lines of a statement with what became of them, in words, as a workbook. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetStatementExportType>,
  res: MedusaResponse
) => {
  const { locale } = req.validatedQuery
  const statement = await marketplacesOf(
    req.scope
  ).retrieveMarketplaceStatement(req.params.id)
  await sendWorkbook(req, res, `statement-${statement.id}.xlsx`, (out) =>
    writeStatementLines(req.scope, out, statement, locale)
  )
}
