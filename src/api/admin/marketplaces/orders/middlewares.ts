import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  GetBlockedCauses,
  GetOrderCounts,
  GetOrders,
  PostOrderDownload,
} from "./validators"

const LIST = { isList: true, defaults: ["id"] }

export const ordersMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/orders",
    middlewares: [validateAndTransformQuery(GetOrders, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/orders/counts",
    middlewares: [validateAndTransformQuery(GetOrderCounts, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/orders/blocked-causes",
    middlewares: [validateAndTransformQuery(GetBlockedCauses, LIST)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/orders/downloads",
    middlewares: [validateAndTransformBody(PostOrderDownload)],
  },
]
