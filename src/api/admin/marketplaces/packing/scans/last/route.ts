import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { undoItem } from "../../../../../../workflows/packing/undo-item"
import { DeleteLastScanType } from "../../validators"

/** Takes the item back that was counted last. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest<unknown, DeleteLastScanType>,
  res: MedusaResponse
) => {
  const { parcel_id, request_id } = req.validatedQuery
  const actor = req.auth_context.actor_id
  res.json(await undoItem(req.scope, { parcel_id, request_id, actor }))
}
