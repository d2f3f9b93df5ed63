import { z } from "@medusajs/framework/zod"
import {
  id,
  MOST_CHANNELS,
  oneOrSeveral,
  pageFields,
  searchText,
} from "../../../utils/query-schemas"

const filters = {
  channel_id: oneOrSeveral.optional(),
  link_state: oneOrSeveral.optional(),
  variant_id: oneOrSeveral.optional(),
  product_id: oneOrSeveral.optional(),
  q: searchText.optional(),
}

export const GetListings = z.object({ ...filters, ...pageFields })
export type GetListingsType = z.infer<typeof GetListings>

export const GetListingCounts = z.object({
  ...filters,
  fields: pageFields.fields,
})
export type GetListingCountsType = z.infer<typeof GetListingCounts>

export const PostListingDownload = z.object({
  channel_ids: z.array(id).min(1).max(MOST_CHANNELS),
})
export type PostListingDownloadType = z.infer<typeof PostListingDownload>

export const PostListingLink = z.object({ variant_id: id })
export type PostListingLinkType = z.infer<typeof PostListingLink>

/** Listings that one request changes. */
const MOST_LISTINGS = 500

export const PostListingBatch = z.object({
  link: z
    .array(z.object({ listing_id: id, variant_id: id }))
    .max(MOST_LISTINGS)
    .default([]),
  delete: z.array(id).max(MOST_LISTINGS).default([]),
})
export type PostListingBatchType = z.infer<typeof PostListingBatch>

export const PostAutoLink = z.object({
  channel_id: id,
  apply: z.boolean().default(false),
})
export type PostAutoLinkType = z.infer<typeof PostAutoLink>

export const PostCreateProducts = z.object({
  listing_ids: z.array(id).min(1).max(5000),
})
export type PostCreateProductsType = z.infer<typeof PostCreateProducts>
