import {
  MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { GetRunResults, GetRuns } from "./validators"

const LIST = { isList: true, defaults: ["id"] }

export const runsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/runs",
    middlewares: [validateAndTransformQuery(GetRuns, LIST)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/runs/:id/results",
    middlewares: [validateAndTransformQuery(GetRunResults, LIST)],
  },
]
