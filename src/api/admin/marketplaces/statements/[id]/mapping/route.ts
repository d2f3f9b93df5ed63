import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { StatementMapping } from "../../../../../../domain/statements/statement-mapping"
import { mapStatement } from "../../../../../../workflows/statements/map-statement"
import { PostStatementMappingType } from "../../validators"

/** Says what the columns are, and reads the file by it. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostStatementMappingType>,
  res: MedusaResponse
) => {
  const run = await mapStatement(
    req.scope,
    req.params.id,
    req.validatedBody.mapping as StatementMapping,
    req.auth_context.actor_id
  )
  res.status(202).json({
    run: { ...run, statement_id: run.params.statement_id },
  })
}
