import { RunKind } from "../../modules/marketplace-channel/services/run-log"
import { createProducts } from "../listings/create-products"
import { downloadListings } from "../listings/download-listings"
import { actOnOrders } from "../order-actions/act-on-orders"
import { downloadOrders } from "../orders/download-orders"
import { downloadSettlementOrders } from "../statements/download-settlement-orders"
import { downloadStatements } from "../statements/download-statements"
import { importStatement } from "../statements/import-statement"
import { RunExecutor } from "./run-context"

/** Who works off which kind of run. */
export const RUN_EXECUTORS: Record<RunKind, RunExecutor> = {
  listing_download: downloadListings,
  product_creation: createProducts,
  order_download: downloadOrders,
  order_action: actOnOrders,
  statement_import: importStatement,
  settlement_orders: downloadSettlementOrders,
  statement_download: downloadStatements,
  // Reports what a flow did: left open by a crash, it only has to be ended.
  order_check: async () => undefined,
}
