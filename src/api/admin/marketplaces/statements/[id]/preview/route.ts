import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { STATEMENT_FIELDS } from "../../../../../../domain/provider/reads-statement-files"
import { FEE_KINDS } from "../../../../../../domain/statements/fee-kind"
import { LINE_KINDS } from "../../../../../../domain/statements/statement-line"
import { previewStatement } from "../../../../../../workflows/statements/map-statement"

/** The first rows of every sheet, for a person who says what the columns are. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  res.json({
    sheets: await previewStatement(req.scope, req.params.id),
    fields: STATEMENT_FIELDS,
    fee_kinds: FEE_KINDS,
    line_kinds: LINE_KINDS,
  })
}
