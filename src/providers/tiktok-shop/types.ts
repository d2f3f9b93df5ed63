import { paths } from "./wire.generated"

/** Options of the TikTok Shop provider, as given in `medusa-config.ts`. */
export type TikTokShopOptions = {
  /** App key, from the app's page in Partner Center. */
  appKey: string
  /** App secret, from the same page. Signs every call and checks every webhook. */
  appSecret: string
  /** Service id of the app; it makes the consent link. It is not the app key. */
  serviceId: string
  /**
   * Host of the business calls.
   * @default "https://open-api.tiktokglobalshop.com"
   */
  apiUrl?: string
  /**
   * Host that hands out and renews tokens.
   * @default "https://auth.tiktok-shops.com"
   */
  authUrl?: string
  /**
   * Page where a seller consents, or its host alone. Shops in the US use
   * `https://services.us.tiktokshop.com/open/authorize` and an app of their own.
   * @default "https://services.tiktokshop.com/open/authorize"
   */
  consentUrl?: string
  /**
   * Calls per second for one shop; twice as many may be made at once after a pause.
   * TikTok sets its limits by app and shop and changes them without notice.
   * @default 3
   */
  requestsPerSecond?: number
  /**
   * How long one attempt of a call may take (milliseconds).
   * @default 20000
   */
  requestTimeoutMs?: number
  /**
   * How often a call that failed for a passing reason is repeated.
   * @default 4
   */
  maxRetries?: number
  /**
   * Most parcels that one call arranges. TikTok documents no maximum.
   * @default 20
   */
  shipBatchSize?: number
  /**
   * Lets staff choose between pickup and drop-off in South-East Asia as well. TikTok takes
   * the choice there and ignores it (changelog `4260w8mg`): the warehouse's setting in
   * Seller Center decides. Elsewhere the choice is always offered.
   * @default false
   */
  handoverChoice?: boolean
}

/** The options with every default filled in. */
export type TikTokShopConfig = Required<TikTokShopOptions>

type Json<Answer> = Answer extends {
  responses: { 200: { content: { "application/json": infer Body } } }
}
  ? Body
  : never

type Data<Answer> =
  Json<Answer> extends { data?: infer Inner } ? NonNullable<Inner> : never

type Item<List> = NonNullable<List> extends (infer Inner)[] ? Inner : never

export type WireOrderPage = Data<paths["/order/202309/orders/search"]["post"]>
export type WireOrder = Item<WireOrderPage["orders"]>
export type WireOrderLine = Item<WireOrder["line_items"]>
export type WireComponent = Item<WireOrderLine["combined_listing_skus"]>
export type WirePackage = Item<WireOrder["packages"]>
export type WirePayment = NonNullable<WireOrder["payment"]>
export type WireAddress = NonNullable<WireOrder["recipient_address"]>
export type WireDistrict = Item<WireAddress["district_info"]>

export type WireProductPage = Data<
  paths["/product/202502/products/search"]["post"]
>
export type WireProduct = Item<WireProductPage["products"]>
export type WireSku = Item<WireProduct["skus"]>
export type WirePrice = NonNullable<WireSku["price"]>
export type WireInventory = Item<WireSku["inventory"]>
export type WireProductDetail = Data<
  paths["/product/202309/products/{product_id}"]["get"]
>
export type WireSkuDetail = Item<WireProductDetail["skus"]>
/** A part of a set. */
export type WireSetPart = Item<WireSkuDetail["combined_skus"]>
export type WireSalesAttribute = Item<WireSkuDetail["sales_attributes"]>
export type WireImage = Item<WireProductDetail["main_images"]>
export type WireIdentifier = NonNullable<WireSkuDetail["identifier_code"]>

/** Answer of the inventory search: what can be sold, and what open orders hold. */
export type WireStockSearch = Data<
  paths["/product/202309/inventory/search"]["post"]
>
export type WireStockProduct = Item<WireStockSearch["inventory"]>
export type WireStockSku = Item<WireStockProduct["skus"]>
export type WireStockWarehouse = Item<WireStockSku["warehouse_inventory"]>
/** Answer of the inventory update: SKUs that failed are in `errors`, under `code` 0. */
export type WireStockAnswer = Data<
  paths["/product/202309/products/{product_id}/inventory/update"]["post"]
>
export type WireStockError = Item<WireStockAnswer["errors"]>
export type WireStockErrorDetail = NonNullable<WireStockError["detail"]>
export type WireStockExtraError = Item<WireStockErrorDetail["extra_errors"]>

export type WireShops = Data<paths["/authorization/202309/shops"]["get"]>
export type WireShop = Item<WireShops["shops"]>
export type WireWarehouses = Data<paths["/logistics/202309/warehouses"]["get"]>
export type WireWarehouse = Item<WireWarehouses["warehouses"]>

/** Answer of the batch call: parcels that failed are in `errors`, under `code` 0. */
export type WireShipAnswer = Data<
  paths["/fulfillment/202309/packages/ship"]["post"]
>
export type WireShipError = Item<WireShipAnswer["errors"]>
export type WireShipErrorDetail = NonNullable<WireShipError["detail"]>
export type WireSlots = Data<
  paths["/fulfillment/202309/packages/{package_id}/handover_time_slots"]["get"]
>
export type WireSlot = Item<WireSlots["pickup_slots"]>
export type WireDocument = Data<
  paths["/fulfillment/202309/packages/{package_id}/shipping_documents"]["get"]
>

export type WireCancellationPage = Data<
  paths["/return_refund/202309/cancellations/search"]["post"]
>
export type WireCancellation = Item<WireCancellationPage["cancellations"]>
export type WireReturnPage = Data<
  paths["/return_refund/202309/returns/search"]["post"]
>
export type WireReturn = Item<WireReturnPage["return_orders"]>
export type WireRefund = NonNullable<WireReturn["refund_amount"]>
export type WireReturnLine = Item<WireReturn["return_line_items"]>
/** What the seller may do next, and until when. */
export type WireNextAction = Item<WireReturn["seller_next_action_response"]>
export type WireRejectReasons = Data<
  paths["/return_refund/202309/reject_reasons"]["get"]
>
export type WireRejectReason = Item<WireRejectReasons["reasons"]>

/** Amounts are texts, signed; times in Unix seconds. */
export type WireStatementPage = Data<paths["/finance/202309/statements"]["get"]>
export type WireStatement = Item<WireStatementPage["statements"]>
export type WireTransactionPage = Data<
  paths["/finance/202501/statements/{statement_id}/statement_transactions"]["get"]
>
export type WireTransaction = Item<WireTransactionPage["transactions"]>
export type WireRevenueBreakdown = NonNullable<
  WireTransaction["revenue_breakdown"]
>
export type WireShippingBreakdown = NonNullable<
  WireTransaction["shipping_cost_breakdown"]
>
export type WireFeeTaxBreakdown = NonNullable<
  WireTransaction["fee_tax_breakdown"]
>
export type WireWithdrawalPage = Data<
  paths["/finance/202309/withdrawals"]["get"]
>
export type WireWithdrawal = Item<WireWithdrawalPage["withdrawals"]>

type Body<Request> = Request extends {
  requestBody?: { content: { "application/json": infer Inner } }
}
  ? Inner
  : never

/** Filters of the order search; times in Unix seconds, the upper bound exclusive. */
export type WireOrderFilter = Body<paths["/order/202309/orders/search"]["post"]>

/** At most 600 SKUs. */
export type WireStockQuery = Body<
  paths["/product/202309/inventory/search"]["post"]
>
/** Units for sale, absolute; every warehouse of every SKU. */
export type WireStockUpdate = Body<
  paths["/product/202309/products/{product_id}/inventory/update"]["post"]
>

export type WireShipRequest = Body<
  paths["/fulfillment/202309/packages/ship"]["post"]
>
export type WireShipment = Item<WireShipRequest["packages"]>

/** Filters of the two searches; times in Unix seconds, the upper bound exclusive. */
export type WireCancellationFilter = Body<
  paths["/return_refund/202309/cancellations/search"]["post"]
>
export type WireReturnFilter = Body<
  paths["/return_refund/202309/returns/search"]["post"]
>
export type WireCancellationRejection = Body<
  paths["/return_refund/202309/cancellations/{cancel_id}/reject"]["post"]
>
export type WireReturnApproval = Body<
  paths["/return_refund/202309/returns/{return_id}/approve"]["post"]
>
export type WireReturnRejection = Body<
  paths["/return_refund/202309/returns/{return_id}/reject"]["post"]
>

/** Filters of the product search; times in Unix seconds, both bounds inclusive. */
export type WireProductFilter = Body<
  paths["/product/202502/products/search"]["post"]
>

/**
 * Answer of both token calls. Not part of TikTok's OpenAPI description.
 * The two `…_expire_in` are moments (Unix seconds), not durations.
 */
export type WireToken = {
  access_token?: string
  access_token_expire_in?: number
  refresh_token?: string
  refresh_token_expire_in?: number
  open_id?: string
  seller_name?: string
  seller_base_region?: string
  /** 0 seller, 1 creator, 3 partner. */
  user_type?: number
  granted_scopes?: string[]
}
