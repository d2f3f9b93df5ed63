import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { scanForHandover } from "../../../../../../workflows/handovers/scan-handover"
import { PostHandoverScanType } from "../../validators"

/** Puts a parcel on the record. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostHandoverScanType>,
  res: MedusaResponse
) => {
  const scan = await scanForHandover(req.scope, req.params.id, {
    ...req.validatedBody,
    actor: req.auth_context.actor_id,
  })
  res.json({ scan })
}
