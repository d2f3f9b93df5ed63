import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { statementFormats } from "../../../../../workflows/statements/statement-formats"
import { writeTemplate } from "../../../../../workflows/statements/template"
import { GetTemplateType } from "../validators"

/** The workbook that people fill in by copy and paste. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetTemplateType>,
  res: MedusaResponse
) => {
  const { provider_id } = req.validatedQuery
  const marketplaces = marketplacesOf(req.scope)
  marketplaces.providers.retrieve(provider_id)
  const formats = statementFormats(marketplaces, provider_id)
  if (!formats) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `No statement files are read for "${provider_id}".`
    )
  }
  res.set({
    "Content-Type":
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "Content-Disposition": `attachment; filename="${provider_id}-statement.xlsx"`,
  })
  res.send(Buffer.from(await writeTemplate(formats.own.format)))
}
