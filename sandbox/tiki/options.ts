import { FIRST_SELLER_ID, SECOND_SELLER_ID } from "./sellers"

/** What a token can be good for. */
export const SCOPES = [
  "product",
  "order",
  "inventory",
  "offline",
  "multichannel",
  "fulfillment",
  "all",
] as const
export type Scope = (typeof SCOPES)[number]

/** An app as Tiki's developer console knows it. */
export type TikiApp = {
  name: string
  /** Digits, longer than a number can hold exactly. */
  client_id: string
  client_secret: string
  /** The seller an in-house app acts for; null for a public app. */
  seller_id: number | null
  /** A consent's `redirect_uri` has to be exactly this; null until it is registered. */
  redirect_uri: string | null
  /** How the app has to prove itself at the token call. */
  client_auth: "client_secret_basic" | "client_secret_post"
  scopes: Scope[]
}

/** The apps there are: two of single sellers, one that any seller can consent to. */
export type TikiApps = {
  in_house: TikiApp
  second_in_house: TikiApp
  public: TikiApp
}

export type TikiQuota = {
  /** Calls of one seller per second. */
  per_second: number
  /** Null for none; older pages of the documentation name 500. */
  per_minute: number | null
}

/** How its lists misbehave. */
export type PagingQuirks = {
  /** The first, fourth, … page holds one row less than asked for. */
  short_pages: boolean
  /** `total` is off by one or two. */
  wrong_total: boolean
  /** What happens when more than 50 rows are asked for. */
  over_limit: "capped" | "refused"
}

export type TikiOptions = {
  apps: TikiApps
  /** The older `tiki-api` header, which acts for the first seller. */
  client_key: {
    enabled: boolean
    key: string
    /** The seller paused the connection: HTTP 200 with a sentence. */
    paused: boolean
  }
  /** Approves every consent at once, without the page. */
  auto_consent: boolean
  /** Active pickup warehouses of each seller; besides them one for returns and a closed one. */
  pickup_warehouses: 1 | 2
  /** Checks requests and answers against the OpenAPI description. */
  validate: boolean
  quota: TikiQuota
  paging: PagingQuirks
  access_token_seconds: number
  refresh_token_seconds: number
  /** What becomes of a refresh token that has been used. */
  used_refresh_token: "refused" | "accepted"
  /** A refresh ends the access token before it, instead of letting it run out. */
  refresh_ends_access: boolean
  /** Whether the date filters of the product list work. */
  product_dates: "work" | "refused"
  /** What `qty_available` sets: all units on the shelf, or those that are not reserved. */
  written_quantity: "on_hand" | "sellable"
  /** What becomes of warehouses that an updateSku leaves out. */
  left_out_warehouses: "zeroed" | "kept"
  /** `unchanged`: updateSku answers "approved" and does nothing. */
  update_sku: "applied" | "unchanged"
  /** How long answers show the number before an updateSku (seconds). */
  stock_delay_seconds: number
  /** How updateSku refuses: with HTTP 422, or with 200 and `errors`. */
  update_sku_refusal: "status" | "body"
  /** Takes refused items out of the invoice; by default it stays as it was. */
  partial_confirmation_lowers_total: boolean
  /** How long after the confirmation a label is still being made (seconds). */
  label_delay_seconds: number
  /** Orders, and changes of orders, younger than this are not shown yet (seconds). */
  feed_delay_seconds: number
  /** Events younger than this are not in the queue yet (seconds). */
  event_delay_seconds: number
  /** Events in one pull. */
  event_batch_size: number
  /** What a pull brings when there is nothing: `events: null` and no `ack_id`, or `[]` and the given one. */
  empty_pull: "null" | "empty"
  /** Orders that the first seller already has when it starts. */
  orders: number
  seed: number
}

type Nested = "apps" | "client_key" | "quota" | "paging"

/** Options as given: whatever is left out keeps its default. */
export type TikiInput = Partial<
  Omit<TikiOptions, Nested> & {
    apps: { [A in keyof TikiApps]?: Partial<TikiApp> }
    client_key: Partial<TikiOptions["client_key"]>
    quota: Partial<TikiQuota>
    paging: Partial<PagingQuirks>
  }
>

/** Lays options over others; nested ones are merged. */
export function mergeOptions(
  base: TikiOptions,
  { apps, ...input }: TikiInput
): TikiOptions {
  return {
    ...base,
    ...input,
    apps: {
      in_house: { ...base.apps.in_house, ...apps?.in_house },
      second_in_house: {
        ...base.apps.second_in_house,
        ...apps?.second_in_house,
      },
      public: { ...base.apps.public, ...apps?.public },
    },
    client_key: { ...base.client_key, ...input.client_key },
    quota: { ...base.quota, ...input.quota },
    paging: { ...base.paging, ...input.paging },
  }
}

const app = {
  redirect_uri: null,
  client_auth: "client_secret_basic",
  scopes: ["product", "order", "inventory", "offline"],
} as const

export const DEFAULT_TIKI_OPTIONS: TikiOptions = {
  apps: {
    in_house: {
      ...app,
      name: "Nhà Gốm Sài Gòn – nội bộ",
      client_id: "7590139168389961",
      client_secret: "demo_tiki_secret",
      seller_id: FIRST_SELLER_ID,
      scopes: [...app.scopes],
    },
    second_in_house: {
      ...app,
      name: "Vải Lụa Hội An – nội bộ",
      client_id: "7590139168389962",
      client_secret: "demo_tiki_secret_2",
      seller_id: SECOND_SELLER_ID,
      scopes: [...app.scopes],
    },
    public: {
      ...app,
      name: "Ứng dụng mẫu",
      client_id: "7590139168389970",
      client_secret: "demo_tiki_public_secret",
      seller_id: null,
      scopes: [...app.scopes],
    },
  },
  client_key: {
    enabled: true,
    key: "00000000-0000-4000-8000-00000000c1e4",
    paused: false,
  },
  auto_consent: false,
  pickup_warehouses: 1,
  validate: true,
  quota: { per_second: 200, per_minute: null },
  paging: { short_pages: true, wrong_total: true, over_limit: "capped" },
  access_token_seconds: 3599,
  refresh_token_seconds: 90 * 86_400,
  used_refresh_token: "refused",
  refresh_ends_access: false,
  product_dates: "work",
  written_quantity: "on_hand",
  left_out_warehouses: "zeroed",
  update_sku: "applied",
  stock_delay_seconds: 0,
  update_sku_refusal: "status",
  partial_confirmation_lowers_total: false,
  label_delay_seconds: 0,
  feed_delay_seconds: 0,
  event_delay_seconds: 0,
  event_batch_size: 20,
  empty_pull: "empty",
  orders: 0,
  seed: 1,
}
