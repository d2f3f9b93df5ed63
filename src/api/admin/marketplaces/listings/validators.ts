import { z } from "@medusajs/framework/zod"
import { oneOrSeveral, pageFields } from "../../../utils/query-schemas"

const filters = {
  channel_id: oneOrSeveral.optional(),
  link_state: oneOrSeveral.optional(),
  variant_id: oneOrSeveral.optional(),
  product_id: oneOrSeveral.optional(),
  q: z.string().trim().optional(),
}

export const GetListings = z.object({ ...filters, ...pageFields })
export type GetListingsType = z.infer<typeof GetListings>

export const GetListingCounts = z.object({
  ...filters,
  fields: pageFields.fields,
})
export type GetListingCountsType = z.infer<typeof GetListingCounts>

export const PostListingDownload = z.object({
  channel_ids: z.array(z.string()).min(1),
})
export type PostListingDownloadType = z.infer<typeof PostListingDownload>

export const PostListingLink = z.object({ variant_id: z.string().min(1) })
export type PostListingLinkType = z.infer<typeof PostListingLink>

export const PostAutoLink = z.object({
  channel_id: z.string().min(1),
  apply: z.boolean().default(false),
})
export type PostAutoLinkType = z.infer<typeof PostAutoLink>

export const PostCreateProducts = z.object({
  listing_ids: z.array(z.string()).min(1).max(5000),
})
export type PostCreateProductsType = z.infer<typeof PostCreateProducts>
