import { MarketplaceProvider } from "../../../domain/provider/marketplace-provider"

/** What may go wrong between us and a marketplace, and passes by itself. */
export const PASSING_FAULTS = [
  "rate_limited",
  "server_error",
  "no_answer",
  "truncated",
] as const
export type PassingFault = (typeof PASSING_FAULTS)[number]

/** A marketplace with a shop that has warehouses, listings and several pages of orders. */
export type ProviderWorld = {
  provider: MarketplaceProvider
  /** The code that the marketplace sends back after a new consent. */
  consent(): string | Promise<string>
  /** Where the marketplace sends the person back to. */
  callback_url: string | null
  /** What the marketplace itself says it holds, for the shop of the first grant. */
  books: {
    /** The shop's own id. */
    shop_id: string
    order_ids: string[]
    /** What the buyer pays, by order id, in the currency's smallest unit. */
    totals: Record<string, number>
    sku_ids: string[]
    warehouse_ids: string[]
    /** All orders were placed and changed within. */
    from: Date
    to: Date
  }
  /** Lets this fault strike the next so many calls that read orders. */
  failOrders(fault: PassingFault, times: number): void
  /** More than the provider tries within one call. */
  too_often: number
  expireAccess(): void
  revoke(): void
  /** Texts that must never show: app secrets. Tokens and codes are added as they are made. */
  secrets: string[]
  /** A webhook about this order, signed as the marketplace does; left out when there are none. */
  webhook?(order_id: string): SignedWebhook
  close?(): Promise<void>
}

export type SignedWebhook = {
  headers: Record<string, string>
  raw_body: Buffer
  /** Name of the header with the signature. */
  signature_header: string
}
