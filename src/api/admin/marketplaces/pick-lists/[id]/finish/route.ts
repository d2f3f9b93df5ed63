import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { finishPickList } from "../../../../../../workflows/pick-lists/pick-units"
import { withNames } from "../../helpers"

/** Ends the wave. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const list = await finishPickList(
    req.scope,
    req.params.id,
    req.auth_context.actor_id
  )
  const [pick_list] = await withNames(req.scope, [list])
  res.json({ pick_list })
}
