import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { startStatementDownload } from "../../../../../workflows/statements/start-statement-download"
import { PostStatementDownloadType } from "../validators"

/** Fetches the statements of a period from the marketplaces themselves; followed as a run. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostStatementDownloadType>,
  res: MedusaResponse
) => {
  const run = await startStatementDownload(req.scope, {
    ...req.validatedBody,
    created_by: req.auth_context.actor_id,
  })
  res.status(202).json({ run })
}
