import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { closeHandover } from "../../../../../../workflows/handovers/close-handover"
import { withNames } from "../../helpers"

/** Carries the record out; what cannot be done is told. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { handover, refused } = await closeHandover(
    req.scope,
    req.params.id,
    req.auth_context.actor_id
  )
  const [shown] = await withNames(req.scope, [handover])
  res.json({
    handover: shown,
    refused: refused.map(({ scan_id: _, ...parcel }) => parcel),
  })
}
