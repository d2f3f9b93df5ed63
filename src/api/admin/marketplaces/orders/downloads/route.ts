import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { requireChannels } from "../../../../../workflows/channels/require-channels"
import { startRun } from "../../../../../workflows/runs/start-run"
import { PostOrderDownloadType } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<PostOrderDownloadType>,
  res: MedusaResponse
) => {
  const { preview, ...params } = req.validatedBody
  await requireChannels(req.scope, params.channel_ids)
  const run = await startRun(req.scope, {
    kind: "order_download",
    params: JSON.parse(JSON.stringify(params)),
    preview,
    created_by: req.auth_context.actor_id,
  })
  res.status(202).json({ run })
}
