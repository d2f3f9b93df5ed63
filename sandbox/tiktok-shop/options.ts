import { HandoverOptions } from "./packages/slots"

/** The app as TikTok Shop's Partner Center knows it. */
export type AppOptions = {
  key: string
  secret: string
  /** Names the app in the consent link; not the app key. */
  service_id: string
  /** Where a seller is sent after consent; set on the app, never in a link. */
  redirect_url: string | null
}

export type Quota = {
  /** Calls per second, for each app and shop. */
  per_second: number
  /** Calls per clock hour, as development shops have it; null for none. */
  per_hour: number | null
}

export type TikTokShopOptions = {
  app: AppOptions
  /** Approves every consent at once, without the page. */
  auto_consent: boolean
  /** Shops of the first seller: one, or two in one authorization. */
  shops: 1 | 2
  /** Sales warehouses of each shop. */
  sales_warehouses: 1 | 2
  /** Checks requests and answers against TikTok's OpenAPI description. */
  validate: boolean
  quota: Quota
  /** Orders, and changes of orders, younger than this are not shown yet (seconds). */
  feed_delay_seconds: number
  /** What becomes of a refresh token that has been used. */
  used_refresh_token: "refused" | "accepted"
  /** URL for every webhook of the app; null for none besides those set by API. */
  webhook_url: string | null
  /** `manual` keeps webhooks until they are delivered over the control API. */
  webhook_mode: "auto" | "manual"
  /** How long a webhook may take to be answered (milliseconds); TikTok waits 3 s. */
  webhook_timeout_ms: number
  /** What a package that is shipped once more gets: an error, or a second tracking number. */
  repeated_ship: "refused" | "arranges_again"
  /** What the seller may choose between, and whether there are pickup slots. */
  handover: HandoverOptions
  /** Most packages of one batch ship call. */
  most_packages_of_a_call: number
  /** A package search also shows packages that are still to be arranged. */
  unarranged_in_search: boolean
  /** The first so many asks for each label find it not ready (11034037). */
  label_asks_put_off: number
  /** How long the link to a document works (seconds). */
  document_life_seconds: number
  /** Whether the inventory search tells the units of open orders. */
  committed_units: "told" | "left_out"
  /** The smallest number that a SKU may be set to. */
  least_stock: 0 | 1
  /** Sends a message (68) whenever a SKU's numbers change. */
  stock_messages: boolean
  /** How a cancellation that was withdrawn or refused is spelt. */
  ended_cancellation:
    "CANCELLATION_REQUEST_CANCELLED" | "CANCELLATION_REQUEST_CANCEL"
  /** Orders that the shop already has when it starts. */
  orders: number
  seed: number
}

/** Options as given: whatever is left out keeps its default. */
export type TikTokShopInput = Partial<
  Omit<TikTokShopOptions, "app" | "quota" | "handover"> & {
    app: Partial<AppOptions>
    quota: Partial<Quota>
    handover: Partial<HandoverOptions>
  }
>

export function completeOptions(input: TikTokShopInput): TikTokShopOptions {
  const defaults = DEFAULT_TIKTOK_SHOP_OPTIONS
  return {
    ...defaults,
    ...input,
    app: { ...defaults.app, ...input.app },
    quota: { ...defaults.quota, ...input.quota },
    handover: { ...defaults.handover, ...input.handover },
  }
}

export const DEFAULT_TIKTOK_SHOP_OPTIONS: TikTokShopOptions = {
  app: {
    key: "demo_app_key",
    secret: "demo_app_secret",
    service_id: "demo_service_id",
    redirect_url: null,
  },
  auto_consent: false,
  shops: 1,
  sales_warehouses: 1,
  validate: true,
  quota: { per_second: 100, per_hour: null },
  feed_delay_seconds: 0,
  used_refresh_token: "refused",
  webhook_url: null,
  webhook_mode: "auto",
  webhook_timeout_ms: 3000,
  repeated_ship: "refused",
  handover: { can_pickup: true, can_drop_off: true },
  most_packages_of_a_call: 50,
  unarranged_in_search: false,
  label_asks_put_off: 0,
  document_life_seconds: 24 * 3600,
  committed_units: "told",
  least_stock: 0,
  stock_messages: false,
  ended_cancellation: "CANCELLATION_REQUEST_CANCELLED",
  orders: 0,
  seed: 1,
}
