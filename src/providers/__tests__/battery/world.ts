import { Capability } from "../../../domain/provider/capabilities"
import { MarketplaceProvider } from "../../../domain/provider/marketplace-provider"
import {
  ListingKey,
  WarehouseStock,
} from "../../../domain/provider/pushes-stock"

/** What may go wrong between us and a marketplace, and passes by itself. */
export const PASSING_FAULTS = [
  "rate_limited",
  "server_error",
  "no_answer",
  "truncated",
] as const
export type PassingFault = (typeof PASSING_FAULTS)[number]

/** What a provider can do beyond what all of them can; what is left out it cannot. */
export type Abilities = Partial<
  Record<Capability | "connect_fields" | "stock", boolean>
>

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
  /** Values of the connect fields that open the same shop, one entry a method; left out when there are none. */
  fields?: Record<string, string>[]
  /** A webhook about this order, signed as the marketplace does; left out when there are none. */
  webhook?(order_id: string): SignedWebhook
  /** Left out when the marketplace keeps no queue. */
  queue?: {
    /** Makes an event about this order. */
    tellOrder(order_id: string): void
    /** Makes an event about an order of another shop, which shares the queue. */
    tellStranger(queue: string): void
    /** The queue and all that is in it is gone. */
    drop(): void
  }
  /** Left out when sellers are asked for no confirmation. */
  confirmation?: {
    /** An order that waits for the seller. */
    waiting: string
    /** An order that does not. */
    settled: string
    /** The next answer happens, but nothing is heard of it. */
    loseAnswer(): void
  }
  /** Left out when the marketplace moves shipments by itself. */
  shipment?: {
    /** An order with one parcel that is to be arranged. */
    to_arrange: string
    /** An order with one parcel that is arranged, and waits for the carrier. */
    arranged: string
    /** How often the marketplace itself has arranged a parcel. */
    timesArranged(parcel_id: string): number
    /** The next arranging happens, but nothing is heard of it. */
    loseAnswer(): void
  }
  /** Left out when the marketplace makes no waybills. */
  waybills?: {
    /** An order with one parcel whose waybill can be printed. */
    printable: string
    /** An order with one parcel that has none yet. */
    unprintable: string
  }
  /** Left out when buyers ask for nothing through the marketplace. */
  buyer_requests?: {
    /** All there are, by their own ids. */
    ids: string[]
    /** One that waits, and may be approved as well as rejected. */
    waiting: string
    /** All of them were changed within. */
    from: Date
    to: Date
    /** The next answer happens, but nothing is heard of it. */
    loseAnswer(): void
  }
  /** Left out when the shop's stock is not shown there. */
  stock?: {
    /** Three listings of the seller's own goods, with units for sale. */
    listings: [ListingKey, ListingKey, ListingKey]
    /** One whose goods the marketplace keeps itself; left out when there is none. */
    kept_by_marketplace?: ListingKey
    /** What the marketplace itself counts, in every warehouse of the seller's. */
    shown(listing: ListingKey): WarehouseStock[]
    /** Somebody buys, from a warehouse that has the units; nothing is shipped. */
    sell(listing: ListingKey, units: number): void
    /** A campaign holds the listing's number. */
    lock(listing: ListingKey): void
    /** The next write happens, but nothing is heard of it. */
    loseAnswer(): void
    /** The next write does not happen: there were too many calls. */
    refuseOnce(): void
    /** How often a write for this listing has happened, all its warehouses counting as one. */
    timesWritten(listing: ListingKey): number
  }
  /** Left out when the marketplace gives no statements. */
  statements?: {
    /** All there are within the dates of the books, and what each pays (smallest unit). */
    settled: Record<string, { net: number; lines: number }>
    /** Payouts within the same dates, by id. */
    payouts: Record<string, number>
  }
  /** Left out when orders do not say what they will pay. */
  income?: {
    /** What the marketplace pays by order id, for every order that says so (smallest unit). */
    settled: Record<string, number>
  }
  close?(): Promise<void>
}

export type SignedWebhook = {
  headers: Record<string, string>
  raw_body: Buffer
  /** Name of the header with the signature. */
  signature_header: string
}
