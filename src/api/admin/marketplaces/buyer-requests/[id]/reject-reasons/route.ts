import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { readRejectReasons } from "../../../../../../workflows/buyer-requests/read-reject-reasons"

/** Why a request may be rejected, read from the marketplace now. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  res.json({ reasons: await readRejectReasons(req.scope, req.params.id) })
}
