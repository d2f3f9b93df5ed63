import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PostOrderAction } from "./validators"

export const orderActionsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/orders/actions",
    middlewares: [validateAndTransformBody(PostOrderAction)],
  },
]
