import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { createHandover } from "../../../../workflows/handovers/edit-handover"
import { listHandovers } from "../../../../workflows/handovers/read-handover"
import { showHandover, withNames } from "./helpers"
import { GetHandoversType, PostHandoverType } from "./validators"

/** Records, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetHandoversType>,
  res: MedusaResponse
) => {
  const { limit, offset, status, direction } = req.validatedQuery
  const { handovers, count } = await listHandovers(
    req.scope,
    { ...(status && { status }), ...(direction && { direction }) },
    { limit, offset }
  )
  res.json({
    handovers: await withNames(req.scope, handovers),
    count,
    offset,
    limit,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<PostHandoverType>,
  res: MedusaResponse
) => {
  const { direction, channel_id, carrier } = req.validatedBody
  const { id } = await createHandover(req.scope, {
    direction,
    channel_id: channel_id ?? null,
    carrier: carrier ?? null,
    created_by: req.auth_context.actor_id,
  })
  res.json({ handover: await showHandover(req.scope, id) })
}
