import { NeutralListing } from "../../domain/listings/neutral-listing"
import { NeutralOrder } from "../../domain/orders/neutral-order"
import {
  AuthorizationStart,
  Credentials,
  Grant,
  Shop,
} from "../../domain/provider/authorization"
import { ChannelAccess, RateLane } from "../../domain/provider/channel-access"
import {
  MarketplaceProvider,
  OrderQuery,
  Page,
  ProviderDescription,
  RawOrder,
  Warehouse,
} from "../../domain/provider/marketplace-provider"
import {
  ReceivesWebhooks,
  WebhookMessage,
} from "../../domain/provider/receives-webhooks"
import { JsonObject } from "../../domain/shared/json"
import { HttpDependencies } from "../shared/http"
import { rateBudget } from "../shared/options"
import { consentPage, isSignedBy } from "./auth"
import { TikTokShopClient } from "./client"
import {
  completeAuthorization,
  readShop,
  readWarehouses,
  renewCredentials,
} from "./connection"
import { readListings } from "./listings"
import { mapOrder } from "./mappers"
import { readOptions } from "./options"
import { MAX_ORDER_WINDOW_MS, readOrders, readOrdersById } from "./orders"
import { DOWNLOADABLE_STATUSES } from "./statuses"
import { TikTokShopConfig, TikTokShopOptions } from "./types"
import { parseWebhook } from "./webhooks"

/** TikTok Shop, Partner Center API 202309 and later. One instance serves one app. */
export class TikTokShopProvider
  implements MarketplaceProvider, ReceivesWebhooks
{
  static identifier = "tiktok-shop"

  /** @throws {MedusaError} INVALID_DATA naming the option that is missing or wrong. */
  static validateOptions(options: unknown): void {
    readOptions(options)
  }

  readonly description: ProviderDescription
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
}

function describe({ requestsPerSecond }: TikTokShopConfig) {
  return {
    label: { en: "TikTok Shop", vi: "TikTok Shop" },
    display_prefix: "TTS",
    connect_fields: [],
    connects_by_consent: true,
    downloadable_statuses: DOWNLOADABLE_STATUSES,
    default_download_statuses: null,
    max_order_window_ms: MAX_ORDER_WINDOW_MS,
    default_settings: {
      deduct_stock_on: "handover",
      order_lookback_days: null,
    },
    rate_budget: rateBudget(requestsPerSecond),
    order_url: null,
  } satisfies ProviderDescription
}
