import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  GetClaimCounts,
  GetClaims,
  GetClaimsExport,
  GetClaimText,
  PostClaim,
  PostClaims,
} from "./validators"

const ONE = { isList: false, defaults: ["id"] }
const LIST = { isList: true, defaults: ["id"] }

export const claimsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/claims",
    middlewares: [validateAndTransformQuery(GetClaims, LIST)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/claims",
    middlewares: [validateAndTransformBody(PostClaims)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/claims/counts",
    middlewares: [validateAndTransformQuery(GetClaimCounts, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/claims/export",
    middlewares: [validateAndTransformQuery(GetClaimsExport, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/claims/:id/text",
    middlewares: [validateAndTransformQuery(GetClaimText, ONE)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/claims/:id",
    middlewares: [validateAndTransformBody(PostClaim)],
  },
]
