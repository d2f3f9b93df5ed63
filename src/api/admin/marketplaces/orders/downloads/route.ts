import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { startOrderDownload } from "../../../../../workflows/orders/start-order-download"
import { PostOrderDownloadType } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<PostOrderDownloadType>,
  res: MedusaResponse
) => {
  const run = await startOrderDownload(req.scope, {
    ...req.validatedBody,
    created_by: req.auth_context.actor_id,
  })
  res.status(202).json({ run })
}
