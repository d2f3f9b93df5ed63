import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { countItem } from "../../../../../workflows/packing/count-item"
import { openParcel } from "../../../../../workflows/packing/open-parcel"
import { PostPackingScanType } from "../validators"

/** Lays a parcel on the packing table, or counts an item into the one that lies there. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostPackingScanType>,
  res: MedusaResponse
) => {
  const { code, parcel_id, quantity, request_id } = req.validatedBody
  const step = { code, request_id, actor: req.auth_context.actor_id }
  res.json(
    parcel_id === undefined
      ? await openParcel(req.scope, step)
      : await countItem(req.scope, { ...step, parcel_id, quantity })
  )
}
