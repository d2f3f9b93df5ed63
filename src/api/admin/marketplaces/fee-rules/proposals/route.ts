import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { proposeChannelRules } from "../../../../../workflows/statements/propose-channel-rules"
import { PostFeeRuleProposalsType } from "../validators"

/** Rules that the channel's newest statements speak for; nothing is saved. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostFeeRuleProposalsType>,
  res: MedusaResponse
) => {
  res.json({
    proposals: await proposeChannelRules(
      req.scope,
      req.validatedBody.channel_id
    ),
  })
}
