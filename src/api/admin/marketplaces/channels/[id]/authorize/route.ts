import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { beginConnection } from "../../../../../../workflows/channels/begin-connection"
import { describeChannel } from "../../../../../../workflows/channels/describe-channels"
import { connectionAnswer } from "../../helpers"
import { PostChannelAuthorizeType } from "../../validators"

/** Signs a channel in again; it has to be the same account. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostChannelAuthorizeType>,
  res: MedusaResponse
) => {
  const { id, provider_id } = await describeChannel(req.scope, req.params.id)
  const start = await beginConnection(req.scope, {
    ...req.validatedBody,
    provider_id,
    user_id: req.auth_context.actor_id,
    reauthorize_channel_id: id,
  })
  res.json(await connectionAnswer(req.scope, start))
}
