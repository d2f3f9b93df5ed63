import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { DeleteLastScan, PostPackingScan } from "./validators"

export const packingMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/packing/scans",
    middlewares: [validateAndTransformBody(PostPackingScan)],
  },
  {
    method: ["DELETE"],
    matcher: "/admin/marketplaces/packing/scans/last",
    middlewares: [
      validateAndTransformQuery(DeleteLastScan, {
        isList: false,
        defaults: ["id"],
      }),
    ],
  },
]
