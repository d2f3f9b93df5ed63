import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { addFeeRule } from "../../../../workflows/statements/save-fee-rule"
import { readFeeRule, readFeeRules, toFeeRuleChanges } from "./show-fee-rules"
import { GetFeeRulesType, PostFeeRulesType } from "./validators"

/** Fees as the shop expects them, by channel, kind and the day from which they hold. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetFeeRulesType>,
  res: MedusaResponse
) => {
  const { limit, offset, channel_id } = req.validatedQuery
  const [rows, count] = await marketplacesOf(
    req.scope
  ).listAndCountMarketplaceFeeRules(channel_id ? { channel_id } : {}, {
    skip: offset,
    take: limit,
    order: { channel_id: "ASC", kind: "ASC", starts_on: "ASC", id: "ASC" },
  })
  res.json({
    fee_rules: await readFeeRules(req.scope, rows),
    count,
    offset,
    limit,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<PostFeeRulesType>,
  res: MedusaResponse
) => {
  const { channel_id, ...fields } = req.validatedBody
  const id = await addFeeRule(req.scope, {
    channel_id,
    kind: fields.kind,
    name: null,
    basis: "revenue",
    rate_ppm: 0,
    fixed_amount: 0,
    most_amount: null,
    starts_on: null,
    ends_on: null,
    ...(await toFeeRuleChanges(req.scope, channel_id, fields)),
    created_by: req.auth_context.actor_id,
  })
  res.status(201).json({ fee_rule: await readFeeRule(req.scope, id) })
}
