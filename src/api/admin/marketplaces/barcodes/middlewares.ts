import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { GetBarcode } from "./validators"

export const barcodesMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/barcodes",
    middlewares: [
      validateAndTransformQuery(GetBarcode, {
        isList: false,
        defaults: ["id"],
      }),
    ],
  },
]
