import { NeutralListing } from "../listings/neutral-listing"
import { NeutralOrder } from "../orders/neutral-order"
import { OrderStatus } from "../orders/order-status"
import { JsonObject } from "../shared/json"
import { LocalizedText } from "../shared/localized-text"
import {
  AuthorizationStart,
  ConnectField,
  Credentials,
  Grant,
  Shop,
} from "./authorization"
import { ChannelAccess, RateBudget, RateLane } from "./channel-access"

/** What a provider says about itself; the screens are built from it. */
export type ProviderDescription = {
  label: LocalizedText
  /** Put before a marketplace order id to make the order's display id in Medusa, for example `TTS`. */
  display_prefix: string
  /**
   * What a person may type in to connect; empty when signing in at the marketplace is the
   * only way. Fields of one method belong together, and one method is enough.
   */
  connect_fields: ConnectField[]
  /** True when a person may connect by signing in at the marketplace, without any field. */
  connects_by_consent: boolean
  /** Raw statuses a person may choose for a manual download, as neutral statuses. */
  downloadable_statuses: OrderStatus[]
  /** What a manual download brings when the person chooses no status; null for every status. */
  default_download_statuses: OrderStatus[] | null
  /** How long a single order query may be (milliseconds); longer ranges are split. */
  max_order_window_ms: number
  /** Which settings a channel of this marketplace starts with, where they differ from the common ones. */
  default_settings: {
    deduct_stock_on: "handover" | "succeeded"
    /** Days a manual download may reach back by default; null for no limit. */
    order_lookback_days: number | null
  }
  rate_budget: RateBudget
  /** Where staff see the order at the marketplace; `{id}` stands for the order id. */
  order_url: string | null
}

/** A warehouse as the marketplace knows it. */
export type Warehouse = {
  external_id: string
  name: string
  is_default: boolean
}

/** One order as the marketplace gave it; stored before anything is decided from it. */
export type RawOrder = {
  external_id: string
  raw_status: string
  placed_at: Date
  /** The marketplace's own "last changed" time; may stand still while details change. */
  external_updated_at: Date
  payload: JsonObject
}

/** The shop that an order was read for. */
export type OrderOwner = { external_id: string }

export type OrderQuery = {
  by: "updated_at" | "placed_at"
  /** Inclusive. */
  from: Date
  /** Exclusive. */
  to: Date
  /** Neutral statuses; none means all. */
  statuses?: OrderStatus[]
  lane: RateLane
}

/** A page of a longer reading, in the order the marketplace gives it. */
export type Page<T> = {
  items: T[]
  /** How many there are in all, when the marketplace says so. */
  total: number | null
}

/**
 * What every marketplace must be able to do. Implementations are stateless per app:
 * everything about a shop arrives with the call.
 *
 * Every method that calls the marketplace throws {@link MarketplaceError} and nothing else.
 */
export interface MarketplaceProvider {
  readonly description: ProviderDescription

  /**
   * Starts connecting.
   * @param input.state opaque text that the marketplace has to hand back.
   * @param input.callback_url where the marketplace sends the person back to; null when
   * the public address of the server is not set.
   * @param input.credentials the values of `connect_fields`, when a person filled them in.
   */
  beginAuthorization(input: {
    state: string
    callback_url: string | null
    credentials?: Record<string, string>
  }): Promise<AuthorizationStart>

  /** Exchanges the code that the marketplace sent back for credentials and the shops they open. */
  completeAuthorization(input: {
    code: string
    /** The same as at the start; some marketplaces compare it. */
    callback_url: string | null
    credentials?: Record<string, string>
  }): Promise<Grant>

  /** Renews credentials; the ones given stay valid until the new ones have worked. */
  renewCredentials(credentials: Credentials): Promise<Credentials>

  /** Reads the shop itself: the cheapest proof that the connection works. */
  readShop(access: ChannelAccess): Promise<Shop>

  readWarehouses(access: ChannelAccess): Promise<Warehouse[]>

  /** Every sellable SKU of the shop, page by page; each SKU once. */
  readListings(access: ChannelAccess): AsyncIterable<Page<NeutralListing>>

  /** Orders of a window, page by page, oldest change first; an order may come twice. */
  readOrders(
    access: ChannelAccess,
    query: OrderQuery
  ): AsyncIterable<Page<RawOrder>>

  /** The newest state of these orders; those unknown to the marketplace are left out. */
  readOrdersById(
    access: ChannelAccess,
    external_ids: string[],
    lane: RateLane
  ): Promise<RawOrder[]>

  /**
   * Translates a stored payload, purely.
   * @param shop whose order it is: lines of other sellers are told apart by it.
   * @throws {MappingError} naming the field that cannot be understood.
   */
  mapOrder(payload: JsonObject, shop: OrderOwner): NeutralOrder
}
