import {
  MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { PostShipmentChoices } from "../shipment-choices/validators"
import { PostOrderAction } from "./validators"

export const orderActionsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/orders/actions",
    middlewares: [validateAndTransformBody(PostOrderAction)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/orders/shipment-choices",
    middlewares: [validateAndTransformBody(PostShipmentChoices)],
  },
]
