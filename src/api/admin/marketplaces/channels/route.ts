import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { beginConnection } from "../../../../workflows/channels/begin-connection"
import { describeChannels } from "../../../../workflows/channels/describe-channels"
import { connectionAnswer } from "./helpers"
import { GetChannelsType, PostChannelsType } from "./validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetChannelsType>,
  res: MedusaResponse
) => {
  const {
    limit,
    offset,
    order: _o,
    fields: _f,
    ...filters
  } = req.validatedQuery
  const { channels, count } = await describeChannels(req.scope, filters, {
    limit,
    offset,
  })
  res.json({ channels, count, offset, limit })
}

/** Connects a shop, or gives the page where its seller consents. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostChannelsType>,
  res: MedusaResponse
) => {
  const start = await beginConnection(req.scope, {
    ...req.validatedBody,
    user_id: req.auth_context.actor_id,
  })
  res.json(await connectionAnswer(req.scope, start))
}
