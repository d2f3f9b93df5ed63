import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  GetSettlementCounts,
  GetSettlements,
  PostConfirmations,
  PostReopenings,
  PostSettlementOrderDownloads,
} from "./validators"

const LIST = { isList: true, defaults: ["id"] }

export const settlementsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/settlements",
    middlewares: [validateAndTransformQuery(GetSettlements, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/settlements/counts",
    middlewares: [validateAndTransformQuery(GetSettlementCounts, LIST)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/settlements/confirmations",
    middlewares: [validateAndTransformBody(PostConfirmations)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/settlements/reopenings",
    middlewares: [validateAndTransformBody(PostReopenings)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/settlements/order-downloads",
    middlewares: [validateAndTransformBody(PostSettlementOrderDownloads)],
  },
]
