import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { pickUnits } from "../../../../../workflows/pick-lists/pick-units"
import { readPickList } from "../../../../../workflows/pick-lists/read-pick-list"
import { withNames } from "../helpers"
import { PostPickedUnitsType } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const list = await readPickList(req.scope, req.params.id)
  const [pick_list] = await withNames(req.scope, [list])
  res.json({ pick_list })
}

/** Ticks off what was fetched. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostPickedUnitsType>,
  res: MedusaResponse
) => {
  const { picked } = req.validatedBody
  const list = await pickUnits(req.scope, req.params.id, picked)
  const [pick_list] = await withNames(req.scope, [list])
  res.json({ pick_list })
}
