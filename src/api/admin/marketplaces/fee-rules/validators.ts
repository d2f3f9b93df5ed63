import { z } from "@medusajs/framework/zod"
import { FEE_KINDS } from "../../../../domain/statements/fee-kind"
import { FEE_BASES } from "../../../../domain/statements/fee-rule"
import { id, oneOrSeveral, pageFields } from "../../../utils/query-schemas"

export const GetFeeRules = z.object({
  channel_id: oneOrSeveral.optional(),
  ...pageFields,
})
export type GetFeeRulesType = z.infer<typeof GetFeeRules>

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, {
  message: "is no day, for example 2026-01-31",
})
const money = z.number().min(0).max(1e12)
const name = z.string().trim().min(1).max(200)

const fields = {
  kind: z.enum(FEE_KINDS),
  /** Null for every fee of the kind. */
  name: name.nullish(),
  basis: z.enum(FEE_BASES).optional(),
  rate_ppm: z.number().int().min(0).max(1_000_000).optional(),
  /** Major units. */
  fixed_amount: money.optional(),
  most_amount: money.nullish(),
  starts_on: day.nullish(),
  ends_on: day.nullish(),
}

export const PostFeeRules = z.object({ channel_id: id, ...fields }).strict()
export type PostFeeRulesType = z.infer<typeof PostFeeRules>

export const PostFeeRule = z.object(fields).partial().strict()
export type PostFeeRuleType = z.infer<typeof PostFeeRule>

export const PostFeeRuleProposals = z.object({ channel_id: id }).strict()
export type PostFeeRuleProposalsType = z.infer<typeof PostFeeRuleProposals>
