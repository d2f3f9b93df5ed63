import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { previewStock } from "../../../../../../workflows/stock/preview-stock"
import { PostStockPreviewType } from "../../../stock/validators"

/** What changed rules would do to the channel's numbers; nothing is written. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostStockPreviewType>,
  res: MedusaResponse
) => {
  const preview = await previewStock(req.scope, {
    channel_id: req.params.id,
    ...req.validatedBody,
  })
  res.json({ preview })
}
