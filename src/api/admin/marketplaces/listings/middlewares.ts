import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  GetListingCounts,
  GetListings,
  PostAutoLink,
  PostCreateProducts,
  PostListingBatch,
  PostListingDownload,
  PostListingLink,
} from "./validators"

const LIST = { isList: true, defaults: ["id"] }

export const listingsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/listings",
    middlewares: [validateAndTransformQuery(GetListings, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/listings/counts",
    middlewares: [validateAndTransformQuery(GetListingCounts, LIST)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/listings/downloads",
    middlewares: [validateAndTransformBody(PostListingDownload)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/listings/batch",
    middlewares: [validateAndTransformBody(PostListingBatch)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/listings/auto-link",
    middlewares: [validateAndTransformBody(PostAutoLink)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/listings/create-products",
    middlewares: [validateAndTransformBody(PostCreateProducts)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/listings/:id/link",
    middlewares: [validateAndTransformBody(PostListingLink)],
  },
]
