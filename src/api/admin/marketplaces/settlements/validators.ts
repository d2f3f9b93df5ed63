import { z } from "@medusajs/framework/zod"
import { FINDING_CODES } from "../../../../domain/statements/finding"
import { SETTLEMENT_STATES } from "../../../../domain/statements/line-state"
import { SETTLEMENT_SORTINGS } from "../../../../modules/marketplace-channel/read-settlements"
import {
  id,
  oneOrSeveral,
  pageFields,
  searchText,
  yesOrNo,
} from "../../../utils/query-schemas"

/** Settlements that people act on at once. */
const MOST_IDS = 1000

const filters = {
  state: oneOrSeveral.pipe(z.array(z.enum(SETTLEMENT_STATES))).optional(),
  channel_id: oneOrSeveral.optional(),
  statement_id: oneOrSeveral.optional(),
  finding: oneOrSeveral.pipe(z.array(z.enum(FINDING_CODES))).optional(),
  confirmed: yesOrNo.optional(),
  overdue: yesOrNo.optional(),
  q: searchText.optional(),
}

export const GetSettlements = z.object({
  ...filters,
  ...pageFields,
  order: z
    .enum([...SETTLEMENT_SORTINGS, ...SETTLEMENT_SORTINGS.map((n) => `-${n}`)])
    .optional(),
})
export type GetSettlementsType = z.infer<typeof GetSettlements>

export const GetSettlementCounts = z.object({
  ...filters,
  fields: pageFields.fields,
})
export type GetSettlementCountsType = z.infer<typeof GetSettlementCounts>

const ids = z.array(id).min(1).max(MOST_IDS)

export const PostConfirmations = z.object({ ids }).strict()
export type PostConfirmationsType = z.infer<typeof PostConfirmations>

export const PostReopenings = z
  .object({ ids, reason: z.string().trim().max(1000).nullish() })
  .strict()
export type PostReopeningsType = z.infer<typeof PostReopenings>

/** Orders of one statement that were never downloaded, or of some settlements. */
export const PostSettlementOrderDownloads = z
  .object({ statement_id: id.optional(), ids: ids.optional() })
  .strict()
  .refine(
    ({ statement_id, ids: some }) =>
      (statement_id === undefined) !== (some === undefined),
    { message: 'Give either "statement_id" or "ids".' }
  )
export type PostSettlementOrderDownloadsType = z.infer<
  typeof PostSettlementOrderDownloads
>
