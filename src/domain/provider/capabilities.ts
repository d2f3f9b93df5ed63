import { answersBuyerRequests } from "./answers-buyer-requests"
import { arrangesShipments } from "./arranges-shipments"
import { confirmsOrders } from "./confirms-orders"
import { givesWaybills } from "./gives-waybills"
import { MarketplaceProvider } from "./marketplace-provider"
import { pushesStock } from "./pushes-stock"
import { readsEventQueue } from "./reads-event-queue"
import { readsStatementFiles } from "./reads-statement-files"
import { readsStatements } from "./reads-statements"
import { receivesWebhooks } from "./receives-webhooks"
import { redactsOrders } from "./redacts-orders"
import { tellsIncome } from "./tells-income"

/** Names of the optional abilities, as `GET /admin/marketplaces/providers` lists them. */
export const CAPABILITIES = {
  webhooks: receivesWebhooks,
  event_queue: readsEventQueue,
  order_confirmation: confirmsOrders,
  shipment_arrangement: arrangesShipments,
  waybills: givesWaybills,
  buyer_requests: answersBuyerRequests,
  stock: pushesStock,
  statement_files: readsStatementFiles,
  statements: readsStatements,
  income: tellsIncome,
  buyer_erasure: redactsOrders,
} as const
export type Capability = keyof typeof CAPABILITIES

export function capabilitiesOf(provider: MarketplaceProvider): Capability[] {
  return (Object.keys(CAPABILITIES) as Capability[]).filter((name) =>
    CAPABILITIES[name](provider)
  )
}
