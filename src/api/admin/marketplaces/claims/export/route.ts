import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { claimSheet } from "../../../../../workflows/claims/claim-sheet"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { writeSheet } from "../../../../../workflows/statements/workbook/write-sheet"
import { sendWorkbook } from "../../settlement-reports/send-workbook"
import { toClaimFilters } from "../claim-filters"
import { GetClaimsExportType } from "../validators"

const FILENAMES = { vi: "khieu-nai", en: "claims" }

/** The claims of these filters as a workbook. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetClaimsExportType>,
  res: MedusaResponse
) => {
  const { locale, order, ...query } = req.validatedQuery
  const sheet = claimSheet(
    marketplacesOf(req.scope),
    toClaimFilters(query),
    order,
    locale
  )
  const day = new Date().toISOString().slice(0, 10)
  await sendWorkbook(req, res, `${FILENAMES[locale]}-${day}.xlsx`, (out) =>
    writeSheet(out, sheet)
  )
}
