import { defineMiddlewares } from "@medusajs/framework/http"
import { channelsMiddlewares } from "./admin/marketplaces/channels/middlewares"
import { listingsMiddlewares } from "./admin/marketplaces/listings/middlewares"
import { orderActionsMiddlewares } from "./admin/marketplaces/orders/actions/middlewares"
import { ordersMiddlewares } from "./admin/marketplaces/orders/middlewares"
import { runsMiddlewares } from "./admin/marketplaces/runs/middlewares"
import { webhooksMiddlewares } from "./hooks/marketplaces/[provider_id]/middlewares"

export default defineMiddlewares({
  routes: [
    ...channelsMiddlewares,
    ...listingsMiddlewares,
    ...ordersMiddlewares,
    ...orderActionsMiddlewares,
    ...runsMiddlewares,
    ...webhooksMiddlewares,
  ],
})
