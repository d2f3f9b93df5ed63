import { NeutralListing } from "../../domain/listings/neutral-listing"
import { NeutralOrder } from "../../domain/orders/neutral-order"
import { ParcelKey } from "../../domain/provider/arranges-shipments"
import {
  AuthorizationStart,
  Credentials,
  Grant,
  Shop,
} from "../../domain/provider/authorization"
import { ChannelAccess, RateLane } from "../../domain/provider/channel-access"
import {
  ConfirmationAnswer,
  ConfirmationOffer,
  ConfirmsOrders,
  PickupSlot,
} from "../../domain/provider/confirms-orders"
import { GivesWaybills, Waybill } from "../../domain/provider/gives-waybills"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import {
  MarketplaceProvider,
  OrderOwner,
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
  EventBatch,
  ReadsEventQueue,
} from "../../domain/provider/reads-event-queue"
import { ReadsStatementFiles } from "../../domain/provider/reads-statement-files"
import { RedactsOrders } from "../../domain/provider/redacts-orders"
import { TellsIncome } from "../../domain/provider/tells-income"
import { JsonObject } from "../../domain/shared/json"
import { OrderIncome } from "../../domain/statements/expected-income"
import { HttpDependencies } from "../shared/http"
import { readAllStock } from "./all-stock"
import { AppTokens } from "./app-session"
import { consentPage } from "./auth"
import { TikiClient } from "./client"
import {
  answerConfirmation,
  readConfirmationOffers,
  readPickupSlots,
} from "./confirmation"
import {
  completeAuthorization,
  connectByFields,
  readShop,
  readWarehouses,
  renewCredentials,
} from "./connection"
import { describe } from "./description"
import {
  eventQueueKey,
  openEventQueue,
  pullEvents,
  QueueTools,
} from "./event-queue"
import { mapIncome } from "./income"
import { readListings } from "./listings"
import { mapOrder, redactOrder } from "./mappers"
import { appOf, readOptions } from "./options"
import { readOrders, readOrdersById } from "./orders"
import { TIKI_STATEMENT } from "./statement-format"
import {
  groupTargets,
  pushStock,
  readStock,
  STOCK_READ_BATCH_SIZE,
  WRITTEN_STOCK,
} from "./stock"
import { TikiApp, TikiConfig, TikiOptions } from "./types"
import { readWaybill } from "./waybills"

/** Tiki, Open Platform API v2. One instance serves all sellers, of one app or of their own. */
export class TikiProvider
  implements
    MarketplaceProvider,
    ReadsEventQueue,
    ConfirmsOrders,
    GivesWaybills,
    PushesStock,
    ReadsStatementFiles,
    RedactsOrders,
    TellsIncome
{
  static identifier = "tiki"

  /** @throws {MedusaError} INVALID_DATA naming the option that is missing or wrong. */
  static validateOptions(options: unknown): void {
    readOptions(options)
  }

  readonly description: ProviderDescription
  readonly statement_format = TIKI_STATEMENT
  readonly stock_read_batch_size = STOCK_READ_BATCH_SIZE
  readonly written_stock = WRITTEN_STOCK
  private readonly config: TikiConfig
  private readonly app: TikiApp | undefined
  private readonly client: TikiClient
  private readonly queue: QueueTools

  constructor(
    _container: unknown,
    options: TikiOptions,
    dependencies?: HttpDependencies
  ) {
    const config = readOptions(options)
    const client = new TikiClient(config, dependencies)
    const app = appOf(config)
    const tokens = app && new AppTokens(client, app)
    this.config = config
    this.client = client
    this.app = app
    this.queue = { client, config, tokens }
    this.description = describe(config)
  }

  async beginAuthorization({
    state,
    callback_url,
    credentials,
  }: {
    state: string
    callback_url: string | null
    credentials?: Record<string, string>
  }): Promise<AuthorizationStart> {
    if (credentials && Object.keys(credentials).length > 0) {
      const grant = await connectByFields(this.client, this.config, credentials)
      return { kind: "granted", grant }
    }
    const back = { state, callback_url: this.callback(callback_url) }
    const authorization_url = consentPage(this.config, this.consentApp(), back)
    return { kind: "redirect", authorization_url }
  }

  async completeAuthorization({
    code,
    callback_url,
  }: {
    code: string
    callback_url: string | null
  }): Promise<Grant> {
    return completeAuthorization(
      this.client,
      this.consentApp(),
      code,
      this.callback(callback_url)
    )
  }

  renewCredentials(credentials: Credentials): Promise<Credentials> {
    return renewCredentials(this.client, this.app, credentials)
  }

  readShop(access: ChannelAccess): Promise<Shop> {
    return readShop(this.client, access)
  }

  readWarehouses(access: ChannelAccess): Promise<Warehouse[]> {
    return readWarehouses(this.client, access)
  }

  readListings(access: ChannelAccess): AsyncIterable<Page<NeutralListing>> {
    return readListings(this.client, access)
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

  mapOrder(payload: JsonObject, shop: OrderOwner): NeutralOrder {
    return mapOrder(payload, shop)
  }

  redactOrder(payload: JsonObject): JsonObject {
    return redactOrder(payload)
  }

  mapIncome(payload: JsonObject, shop: OrderOwner): OrderIncome | null {
    return mapIncome(payload, shop, this.config.incomeFigure)
  }

  eventQueueKey(access: ChannelAccess): Promise<string | null> {
    return eventQueueKey(this.queue, access)
  }

  openEventQueue(access: ChannelAccess, known: string | null): Promise<string> {
    return openEventQueue(this.queue, access, known)
  }

  pullEvents(
    accesses: [ChannelAccess, ...ChannelAccess[]],
    queue: string,
    ack: string | null
  ): Promise<EventBatch> {
    return pullEvents(this.queue, accesses, queue, ack)
  }

  readConfirmationOffers(
    access: ChannelAccess,
    external_ids: string[]
  ): Promise<ConfirmationOffer[]> {
    return readConfirmationOffers(this.client, access, external_ids)
  }

  readPickupSlots(access: ChannelAccess): Promise<PickupSlot[]> {
    return readPickupSlots(this.client, access)
  }

  answerConfirmation(
    access: ChannelAccess,
    offer: ConfirmationOffer,
    answer: ConfirmationAnswer
  ): Promise<void> {
    return answerConfirmation(this.client, access, offer, answer)
  }

  readWaybill(access: ChannelAccess, parcel: ParcelKey): Promise<Waybill> {
    return readWaybill(this.client, access, parcel)
  }

  readStock(
    access: ChannelAccess,
    listings: ListingKey[]
  ): Promise<ListingStock[]> {
    return readStock(this.client, access, listings)
  }

  readAllStock(access: ChannelAccess): AsyncIterable<ListingStock[]> {
    return readAllStock(this.client, access)
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

  /** @throws {MarketplaceError} `credentials_invalid` when no app takes consents. */
  private consentApp(): TikiApp {
    if (!this.app) {
      throw new MarketplaceError({
        kind: "credentials_invalid",
        message:
          "Tiki: signing in at Tiki needs an app (options clientId, clientSecret); connect with the shop's own client id and secret instead",
      })
    }
    return this.app
  }

  /** Tiki compares the address with the one that the app is registered with. */
  private callback(url: string | null): string {
    if (!url) {
      throw new MarketplaceError({
        kind: "invalid_request",
        message:
          "Tiki: signing in at Tiki needs the server's public address (option publicUrl)",
      })
    }
    return url
  }
}
