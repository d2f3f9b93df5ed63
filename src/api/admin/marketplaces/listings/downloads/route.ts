import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { requireChannels } from "../../../../../workflows/channels/require-channels"
import { startRun } from "../../../../../workflows/runs/start-run"
import { PostListingDownloadType } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<PostListingDownloadType>,
  res: MedusaResponse
) => {
  const { channel_ids } = req.validatedBody
  await requireChannels(req.scope, channel_ids)
  const run = await startRun(req.scope, {
    kind: "listing_download",
    params: { channel_ids },
    created_by: req.auth_context.actor_id,
  })
  res.status(202).json({ run })
}
