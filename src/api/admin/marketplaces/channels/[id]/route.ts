import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { beginConnection } from "../../../../../workflows/channels/begin-connection"
import { describeChannel } from "../../../../../workflows/channels/describe-channels"
import { disconnectChannelWorkflow } from "../../../../../workflows/channels/workflows/disconnect-channel"
import { updateChannelWorkflow } from "../../../../../workflows/channels/workflows/update-channel"
import { PostChannelType } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  res.json({ channel: await describeChannel(req.scope, req.params.id) })
}

/** New credentials are tried at the marketplace before anything changes. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostChannelType>,
  res: MedusaResponse
) => {
  const { id } = req.params
  const { credentials, ...changes } = req.validatedBody
  const { provider_id } = await describeChannel(req.scope, id)
  const start =
    credentials &&
    (await beginConnection(req.scope, {
      provider_id,
      user_id: req.auth_context.actor_id,
      credentials,
      settings: changes.settings,
      reauthorize_channel_id: id,
    }))
  await updateChannelWorkflow(req.scope).run({
    input: { id, ...changes, actor: req.auth_context.actor_id },
  })
  res.json({
    channel: await describeChannel(req.scope, id),
    ...(start && "authorization_url" in start ? start : {}),
  })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { id } = req.params
  await disconnectChannelWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "channel", deleted: true })
}
