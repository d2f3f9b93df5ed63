import { defineMiddlewares } from "@medusajs/framework/http"
import { buyerErasuresMiddlewares } from "./admin/marketplaces/buyer-erasures/middlewares"
import { buyerRequestsMiddlewares } from "./admin/marketplaces/buyer-requests/middlewares"
import { channelsMiddlewares } from "./admin/marketplaces/channels/middlewares"
import { claimsMiddlewares } from "./admin/marketplaces/claims/middlewares"
import { feeRulesMiddlewares } from "./admin/marketplaces/fee-rules/middlewares"
import { handoversMiddlewares } from "./admin/marketplaces/handovers/middlewares"
import { listingsMiddlewares } from "./admin/marketplaces/listings/middlewares"
import { orderActionsMiddlewares } from "./admin/marketplaces/orders/actions/middlewares"
import { ordersMiddlewares } from "./admin/marketplaces/orders/middlewares"
import { barcodesMiddlewares } from "./admin/marketplaces/barcodes/middlewares"
import { packingMiddlewares } from "./admin/marketplaces/packing/middlewares"
import { pickListsMiddlewares } from "./admin/marketplaces/pick-lists/middlewares"
import { runsMiddlewares } from "./admin/marketplaces/runs/middlewares"
import { settlementReportsMiddlewares } from "./admin/marketplaces/settlement-reports/middlewares"
import { settlementsMiddlewares } from "./admin/marketplaces/settlements/middlewares"
import { statementsMiddlewares } from "./admin/marketplaces/statements/middlewares"
import { stockMiddlewares } from "./admin/marketplaces/stock/middlewares"
import { refuseUnstorable } from "./utils/refuse-unstorable"
import { webhooksMiddlewares } from "./hooks/marketplaces/[provider_id]/middlewares"

export default defineMiddlewares({
  routes: [
    { matcher: "/admin/marketplaces/*", middlewares: [refuseUnstorable] },
    ...buyerErasuresMiddlewares,
    ...buyerRequestsMiddlewares,
    ...channelsMiddlewares,
    ...claimsMiddlewares,
    ...feeRulesMiddlewares,
    ...handoversMiddlewares,
    ...listingsMiddlewares,
    ...ordersMiddlewares,
    ...orderActionsMiddlewares,
    ...barcodesMiddlewares,
    ...packingMiddlewares,
    ...pickListsMiddlewares,
    ...runsMiddlewares,
    ...settlementReportsMiddlewares,
    ...settlementsMiddlewares,
    ...statementsMiddlewares,
    ...stockMiddlewares,
    ...webhooksMiddlewares,
  ],
})
