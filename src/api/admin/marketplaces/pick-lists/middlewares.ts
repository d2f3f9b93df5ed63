import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { GetPickLists, PostPickedUnits, PostPickList } from "./validators"

export const pickListsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/pick-lists",
    middlewares: [
      validateAndTransformQuery(GetPickLists, {
        isList: true,
        defaults: ["id"],
      }),
    ],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/pick-lists",
    middlewares: [validateAndTransformBody(PostPickList)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/pick-lists/:id",
    middlewares: [validateAndTransformBody(PostPickedUnits)],
  },
]
