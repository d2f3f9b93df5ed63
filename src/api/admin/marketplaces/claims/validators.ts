import { z } from "@medusajs/framework/zod"
import { CLAIM_STATES } from "../../../../domain/statements/claim"
import { CLAIMABLE_FINDINGS } from "../../../../domain/statements/claims/claimable"
import { CLAIM_LOCALES } from "../../../../domain/statements/claims/text-format"
import { CLAIM_SORTINGS } from "../../../../modules/marketplace-channel/read-claims"
import {
  id,
  oneOrSeveral,
  pageFields,
  searchText,
} from "../../../utils/query-schemas"

/** Settlements that are claimed at once. */
const MOST_IDS = 1000
/** No deadline lies beyond it. */
const LAST_DAY = new Date("9999-12-31T00:00:00Z")

const filters = {
  id: oneOrSeveral.optional(),
  state: oneOrSeveral.pipe(z.array(z.enum(CLAIM_STATES))).optional(),
  channel_id: oneOrSeveral.optional(),
  reason: oneOrSeveral.pipe(z.array(z.enum(CLAIMABLE_FINDINGS))).optional(),
  settlement_id: oneOrSeveral.optional(),
  statement_id: oneOrSeveral.optional(),
  /** Not sent yet, and to be sent within so many days; those that are late among them. */
  ends_within_days: z.coerce.number().int().min(0).max(365).optional(),
  q: searchText.optional(),
}

const order = z
  .enum([...CLAIM_SORTINGS, ...CLAIM_SORTINGS.map((name) => `-${name}`)])
  .optional()

const locale = z.enum(CLAIM_LOCALES).default("vi")

export const GetClaims = z.object({ ...filters, ...pageFields, order })
export type GetClaimsType = z.infer<typeof GetClaims>

export const GetClaimCounts = z.object({
  ...filters,
  fields: pageFields.fields,
})
export type GetClaimCountsType = z.infer<typeof GetClaimCounts>

export const GetClaimsExport = z.object({
  ...filters,
  order,
  locale,
  fields: pageFields.fields,
})
export type GetClaimsExportType = z.infer<typeof GetClaimsExport>

export const GetClaimText = z.object({ locale, fields: pageFields.fields })
export type GetClaimTextType = z.infer<typeof GetClaimText>

export const PostClaims = z
  .object({
    settlement_ids: z.array(id).min(1).max(MOST_IDS),
  })
  .strict()
export type PostClaimsType = z.infer<typeof PostClaims>

/** What is left out stays; null empties. */
export const PostClaim = z
  .object({
    state: z.enum(CLAIM_STATES).optional(),
    note: z.string().trim().max(2000).nullish(),
    external_reference: z.string().trim().max(200).nullish(),
    deadline_at: z.coerce.date().max(LAST_DAY).nullish(),
  })
  .strict()
  .refine((change) => Object.keys(change).length > 0, {
    message: "Say what to change.",
  })
export type PostClaimType = z.infer<typeof PostClaim>
