import { z } from "@medusajs/framework/zod"
import {
  id,
  oneOrSeveral,
  pageFields,
  searchText,
  yesOrNo,
} from "../../../utils/query-schemas"

const filters = {
  channel_id: oneOrSeveral.optional(),
  state: oneOrSeveral.optional(),
  listing_id: oneOrSeveral.optional(),
  behind: yesOrNo.optional(),
  q: searchText.optional(),
}

export const GetStock = z.object({ ...filters, ...pageFields })
export type GetStockType = z.infer<typeof GetStock>

export const GetStockCounts = z.object({
  ...filters,
  fields: pageFields.fields,
})
export type GetStockCountsType = z.infer<typeof GetStockCounts>

export const GetStockOfChannels = z.object({
  channel_id: oneOrSeveral.optional(),
  fields: pageFields.fields,
})
export type GetStockOfChannelsType = z.infer<typeof GetStockOfChannels>

export const PostStockPushes = z
  .object({
    listing_ids: z.array(id).min(1).max(5000).optional(),
    channel_id: id.optional(),
  })
  .refine(({ listing_ids, channel_id }) => listing_ids || channel_id, {
    message: "Name listing_ids, a channel_id, or both.",
  })
export type PostStockPushesType = z.infer<typeof PostStockPushes>

const units = z.number().int().min(0).max(1_000_000_000).nullable().optional()

/** Rules of stock; null resets one. */
const rules = {
  buffer: units,
  share: z.number().min(0).max(1).nullable().optional(),
  cap: units,
  minimum: units,
}

export const PostListingStockRules = z
  .object({ ...rules, paused: z.boolean().nullable().optional() })
  .strict()
export type PostListingStockRulesType = z.infer<typeof PostListingStockRules>

export const PostStockPreview = z.object({
  settings: z.object(rules).strict(),
  skus: z.array(searchText.min(1)).min(1).max(200).optional(),
})
export type PostStockPreviewType = z.infer<typeof PostStockPreview>
