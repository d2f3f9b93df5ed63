import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  editScan,
  undoScan,
} from "../../../../../../../workflows/handovers/edit-scan"
import { showHandover } from "../../../helpers"
import { PostScanChangesType } from "../../../validators"

/** Says how the parcel was found. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostScanChangesType>,
  res: MedusaResponse
) => {
  const { id, scan_id } = req.params
  await editScan(req.scope, id, scan_id, req.validatedBody)
  res.json({ handover: await showHandover(req.scope, id) })
}

/** Takes the scan off the record. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { id, scan_id } = req.params
  await undoScan(req.scope, id, scan_id)
  res.json({ handover: await showHandover(req.scope, id) })
}
