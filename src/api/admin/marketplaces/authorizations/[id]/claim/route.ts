import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { claimAuthorization } from "../../../../../../workflows/channels/claim-authorization"
import { describeChannels } from "../../../../../../workflows/channels/describe-channels"

export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const ids = await claimAuthorization(req.scope, {
    authorization_id: req.params.id,
    user_id: req.auth_context.actor_id,
  })
  const { channels } = await describeChannels(req.scope, { id: ids })
  res.json({ channels })
}
