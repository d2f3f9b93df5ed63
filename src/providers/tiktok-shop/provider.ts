import { NeutralListing } from "../../domain/listings/neutral-listing"
import { NeutralOrder } from "../../domain/orders/neutral-order"
import {
  AuthorizationStart,
  Credentials,
  Grant,
  Shop,
} from "../../domain/provider/authorization"
import {
  AnswersBuyerRequests,
  BuyerRequestAnswer,
  BuyerRequestPage,
  BuyerRequestQuery,
  RejectReason,
} from "../../domain/provider/answers-buyer-requests"
import {
  ArrangesShipments,
  HandoverChoice,
  ParcelKey,
  ShipmentOffer,
  ShipmentOutcome,
  ShipmentWish,
} from "../../domain/provider/arranges-shipments"
import { ChannelAccess, RateLane } from "../../domain/provider/channel-access"
import {
  GivesWaybills,
  Waybill,
  WaybillWish,
} from "../../domain/provider/gives-waybills"
import {
  MarketplaceProvider,
  OrderQuery,
  Page,
  ProviderDescription,
  RawOrder,
  Warehouse,
} from "../../domain/provider/marketplace-provider"
import {
  ListingKey,
  ListingStock,
  PushesStock,
  StockOutcome,
  StockTarget,
} from "../../domain/provider/pushes-stock"
import {
  ReceivesWebhooks,
  WebhookMessage,
} from "../../domain/provider/receives-webhooks"
import { ReadsStatementFiles } from "../../domain/provider/reads-statement-files"
import { RedactsOrders } from "../../domain/provider/redacts-orders"
import {
  NeutralStatement,
  PayoutPage,
  ReadsStatements,
  StatementPage,
  StatementQuery,
} from "../../domain/provider/reads-statements"
import { NeutralBuyerRequest } from "../../domain/returns/buyer-request"
import { JsonObject } from "../../domain/shared/json"
import { StatementLine } from "../../domain/statements/statement-line"
import { HttpDependencies } from "../shared/http"
import { consentPage, isSignedBy } from "./auth"
import { readBuyerRequests, readRejectReasons } from "./buyer-requests"
import { TikTokShopClient } from "./client"
import {
  completeAuthorization,
  readShop,
  readWarehouses,
  renewCredentials,
} from "./connection"
import { describe } from "./description"
import { readListings } from "./listings"
import { mapOrder, redactOrder } from "./mappers"
import { readOptions } from "./options"
import { readOrders, readOrdersById } from "./orders"
import { answerBuyerRequest } from "./request-answers"
import {
  arrangeShipments,
  readHandoverChoice,
  readShipmentOffers,
} from "./shipments"
import { TIKTOK_SHOP_STATEMENT } from "./statement-format"
import { readPayouts, readStatementLines, readStatements } from "./statements"
import {
  groupTargets,
  LARGEST_STOCK_QUANTITY,
  pushStock,
  readStock,
  STOCK_READ_BATCH_SIZE,
} from "./stock"
import { TikTokShopConfig, TikTokShopOptions } from "./types"
import { readWaybill } from "./waybills"
import { parseWebhook } from "./webhooks"

/** TikTok Shop, Partner Center API 202309 and later. One instance serves one app. */
export class TikTokShopProvider
  implements
    MarketplaceProvider,
    ReceivesWebhooks,
    ArrangesShipments,
    GivesWaybills,
    AnswersBuyerRequests,
    PushesStock,
    ReadsStatementFiles,
    ReadsStatements,
    RedactsOrders
{
  static identifier = "tiktok-shop"

  /** @throws {MedusaError} INVALID_DATA naming the option that is missing or wrong. */
  static validateOptions(options: unknown): void {
    readOptions(options)
  }

  readonly description: ProviderDescription
  readonly statement_format = TIKTOK_SHOP_STATEMENT
  readonly shipment_batch_size: number
  readonly stock_read_batch_size = STOCK_READ_BATCH_SIZE
  readonly largest_stock_quantity = LARGEST_STOCK_QUANTITY
  private readonly config: TikTokShopConfig
  private readonly client: TikTokShopClient

  constructor(
    _container: unknown,
    options: TikTokShopOptions,
    dependencies?: HttpDependencies
  ) {
    this.config = readOptions(options)
    this.client = new TikTokShopClient(this.config, dependencies)
    this.description = describe(this.config)
    this.shipment_batch_size = this.config.shipBatchSize
  }

  async beginAuthorization({
    state,
  }: {
    state: string
  }): Promise<AuthorizationStart> {
    return {
      kind: "redirect",
      authorization_url: consentPage(this.config, state),
    }
  }

  completeAuthorization({ code }: { code: string }): Promise<Grant> {
    return completeAuthorization(this.client, this.config, code)
  }

  renewCredentials(credentials: Credentials): Promise<Credentials> {
    return renewCredentials(this.client, this.config, credentials)
  }

  readShop(access: ChannelAccess): Promise<Shop> {
    return readShop(this.client, access)
  }

  readWarehouses(access: ChannelAccess): Promise<Warehouse[]> {
    return readWarehouses(this.client, access)
  }

  readListings(access: ChannelAccess): AsyncIterable<Page<NeutralListing>> {
    return readListings(this.client, access, this.client.now())
  }

  readOrders(
    access: ChannelAccess,
    query: OrderQuery
  ): AsyncIterable<Page<RawOrder>> {
    return readOrders(this.client, access, query)
  }

  readOrdersById(
    access: ChannelAccess,
    external_ids: string[],
    lane: RateLane
  ): Promise<RawOrder[]> {
    return readOrdersById(this.client, access, external_ids, lane)
  }

  mapOrder(payload: JsonObject): NeutralOrder {
    return mapOrder(payload)
  }

  redactOrder(payload: JsonObject): JsonObject {
    return redactOrder(payload)
  }

  readShipmentOffers(
    access: ChannelAccess,
    parcels: ParcelKey[]
  ): Promise<ShipmentOffer[]> {
    return readShipmentOffers(this.client, access, parcels)
  }

  readHandoverChoice(
    access: ChannelAccess,
    parcel: ParcelKey
  ): Promise<HandoverChoice> {
    const { handoverChoice } = this.config
    return readHandoverChoice(this.client, access, parcel, handoverChoice)
  }

  arrangeShipments(
    access: ChannelAccess,
    parcels: ParcelKey[],
    wish: ShipmentWish
  ): Promise<ShipmentOutcome[]> {
    const most = this.shipment_batch_size
    return arrangeShipments(this.client, access, parcels, wish, most)
  }

  readWaybill(
    access: ChannelAccess,
    parcel: ParcelKey,
    wish: WaybillWish
  ): Promise<Waybill> {
    return readWaybill(this.client, access, parcel, wish)
  }

  readBuyerRequests(
    access: ChannelAccess,
    query: BuyerRequestQuery
  ): AsyncIterable<BuyerRequestPage> {
    return readBuyerRequests(this.client, access, query)
  }

  readRejectReasons(
    access: ChannelAccess,
    request: Pick<NeutralBuyerRequest, "external_id">
  ): Promise<RejectReason[]> {
    return readRejectReasons(this.client, access, request)
  }

  answerBuyerRequest(
    access: ChannelAccess,
    request: NeutralBuyerRequest,
    answer: BuyerRequestAnswer,
    idempotency_key: string
  ): Promise<void> {
    return answerBuyerRequest(this.client, access, {
      request,
      answer,
      idempotency_key,
    })
  }

  verifyWebhook({
    headers,
    raw_body,
  }: {
    headers: Record<string, string | undefined>
    raw_body: Buffer
  }): boolean {
    const name = Object.keys(headers).find(
      (header) => header.toLowerCase() === "authorization"
    )
    return isSignedBy(this.config, name && headers[name], raw_body)
  }

  parseWebhook(raw_body: Buffer): WebhookMessage {
    return parseWebhook(raw_body)
  }

  readStock(
    access: ChannelAccess,
    listings: ListingKey[]
  ): Promise<ListingStock[]> {
    return readStock(this.client, access, listings)
  }

  groupTargets(targets: StockTarget[]): StockTarget[][] {
    return groupTargets(targets)
  }

  pushStock(
    access: ChannelAccess,
    group: StockTarget[]
  ): Promise<StockOutcome[]> {
    return pushStock(this.client, access, group)
  }

  readStatements(
    access: ChannelAccess,
    query: StatementQuery
  ): AsyncIterable<StatementPage> {
    return readStatements(this.client, access, query)
  }

  readStatementLines(
    access: ChannelAccess,
    statement: Pick<NeutralStatement, "external_id" | "currency_code">
  ): AsyncIterable<Page<StatementLine>> {
    return readStatementLines(this.client, access, statement)
  }

  readPayouts(
    access: ChannelAccess,
    query: StatementQuery
  ): AsyncIterable<PayoutPage> {
    return readPayouts(this.client, access, query)
  }
}
