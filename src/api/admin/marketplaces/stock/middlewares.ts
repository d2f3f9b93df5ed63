import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  GetStock,
  GetStockCounts,
  GetStockOfChannels,
  PostListingStockRules,
  PostStockPreview,
  PostStockPushes,
} from "./validators"

const LIST = { isList: true, defaults: ["id"] }

export const stockMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/stock",
    middlewares: [validateAndTransformQuery(GetStock, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/stock/counts",
    middlewares: [validateAndTransformQuery(GetStockCounts, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/stock/lag",
    middlewares: [validateAndTransformQuery(GetStockOfChannels, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/stock/sweeps",
    middlewares: [validateAndTransformQuery(GetStockOfChannels, LIST)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/stock/pushes",
    middlewares: [validateAndTransformBody(PostStockPushes)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/listings/:id/stock-rules",
    middlewares: [validateAndTransformBody(PostListingStockRules)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/channels/:id/stock-preview",
    middlewares: [validateAndTransformBody(PostStockPreview)],
  },
]
