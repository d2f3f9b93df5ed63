import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PostBuyerErasures } from "./validators"

export const buyerErasuresMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/buyer-erasures",
    middlewares: [validateAndTransformBody(PostBuyerErasures)],
  },
]
