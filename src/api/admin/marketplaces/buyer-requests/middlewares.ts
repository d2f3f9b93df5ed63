import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  GetBuyerRequestCounts,
  GetBuyerRequests,
  PostBuyerRequestAnswer,
} from "./validators"

const LIST = { isList: true, defaults: ["id"] }

export const buyerRequestsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/buyer-requests",
    middlewares: [validateAndTransformQuery(GetBuyerRequests, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/buyer-requests/counts",
    middlewares: [validateAndTransformQuery(GetBuyerRequestCounts, LIST)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/buyer-requests/:id/answer",
    middlewares: [validateAndTransformBody(PostBuyerRequestAnswer)],
  },
]
