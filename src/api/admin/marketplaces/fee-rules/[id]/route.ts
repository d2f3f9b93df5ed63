import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import {
  changeFeeRule,
  removeFeeRule,
} from "../../../../../workflows/statements/save-fee-rule"
import { readFeeRule, toFeeRuleChanges } from "../show-fee-rules"
import { PostFeeRuleType } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  res.json({ fee_rule: await readFeeRule(req.scope, req.params.id) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<PostFeeRuleType>,
  res: MedusaResponse
) => {
  const { id } = req.params
  const { channel_id } = await marketplacesOf(
    req.scope
  ).retrieveMarketplaceFeeRule(id)
  await changeFeeRule(
    req.scope,
    id,
    await toFeeRuleChanges(req.scope, channel_id, req.validatedBody)
  )
  res.json({ fee_rule: await readFeeRule(req.scope, id) })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { id } = req.params
  await removeFeeRule(req.scope, id)
  res.json({ id, object: "fee_rule", deleted: true })
}
