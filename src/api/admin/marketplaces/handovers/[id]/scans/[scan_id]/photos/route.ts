import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { addPhoto } from "../../../../../../../../workflows/handovers/edit-scan"
import { imageType } from "../../../../photo"

/** Keeps a picture of the parcel; it is fetched at `/admin/marketplaces/files/:id`. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const content = req.file?.buffer
  const mime_type = content ? imageType(content) : null
  if (!content || mime_type === null) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      'A picture (JPEG, PNG or WebP) is expected in the field "file".'
    )
  }
  const { id, scan_id } = req.params
  const photo = await addPhoto(req.scope, id, scan_id, {
    filename: `${scan_id}.${mime_type.slice("image/".length)}`,
    mime_type,
    content,
  })
  res.json({ photo })
}
