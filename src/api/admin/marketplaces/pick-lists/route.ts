import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { createPickList } from "../../../../workflows/pick-lists/create-pick-list"
import {
  listPickLists,
  readPickList,
} from "../../../../workflows/pick-lists/read-pick-list"
import { withNames } from "./helpers"
import { GetPickListsType, PostPickListType } from "./validators"

/** Pick lists, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetPickListsType>,
  res: MedusaResponse
) => {
  const { limit, offset, status } = req.validatedQuery
  const { pick_lists, count } = await listPickLists(
    req.scope,
    status ? { status } : {},
    { limit, offset }
  )
  res.json({
    pick_lists: await withNames(req.scope, pick_lists),
    count,
    offset,
    limit,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<PostPickListType>,
  res: MedusaResponse
) => {
  const { id } = await createPickList(req.scope, {
    order_ids: req.validatedBody.order_ids,
    created_by: req.auth_context.actor_id,
  })
  const [pick_list] = await withNames(req.scope, [
    await readPickList(req.scope, id),
  ])
  res.json({ pick_list })
}
