import { CallLog } from "../shared/call-log"
import { Clock } from "../shared/clock"
import { Faults } from "../shared/faults"
import { OrderBook } from "../shared/order-book"
import { RateLimit } from "../shared/rate-limit"
import { ApiError } from "./api-error"
import { Authorizations, TokenData } from "./authorizations"
import { closeBooks, TikiBooks } from "./books"
import {
  DEFAULT_TIKI_OPTIONS,
  mergeOptions,
  Scope,
  TikiApp,
  TikiInput,
  TikiOptions,
} from "./options"
import { Carrier } from "./orders/carrier"
import { Order } from "./orders/order"
import { OrderDesk } from "./orders/order-desk"
import { OrderInput } from "./orders/place-order"
import { Catalogue, ProductPatch } from "./products/catalogue"
import { DemoListing } from "./products/demo-listings"
import { Product } from "./products/product"
import { Stock } from "./products/stock"
import { StockEdit } from "./products/stock-write"
import {
  Happening,
  orderHappenings,
  priceHappenings,
  stockHappening,
} from "./queues/events"
import { Queues } from "./queues/queues"
import { demoSellers, Seller } from "./sellers"

/** An answer or request that the OpenAPI description does not allow. */
export type Violation = {
  /** Milliseconds since 1970, UTC. */
  at: number
  call: string
  reason: string
}

/**
 * A Tiki of its own: sellers, offers, stock, orders and event queues, without HTTP.
 * The server answers from it; tests and scripts move it by hand.
 */
export class TikiTwin {
  options: TikiOptions
  sellers: Seller[] = []
  readonly authorizations: Authorizations
  readonly catalogue = new Catalogue()
  readonly stock: Stock
  readonly book: OrderBook<Order>
  readonly orders: OrderDesk
  readonly carrier: Carrier
  readonly faults = new Faults()
  readonly calls = new CallLog()
  readonly rate: RateLimit
  readonly queues: Queues
  violations: Violation[] = []
  /** Where pictures and labels are served; set by the server. */
  base_url = ""
  /** A seller has been connected by client key. */
  client_key_used = false
  private readonly initial: TikiOptions
  private readonly baskets = new Map<string, string[]>()

  constructor(
    readonly clock: Clock,
    options: TikiInput = {}
  ) {
    this.initial = mergeOptions(DEFAULT_TIKI_OPTIONS, options)
    this.options = structuredClone(this.initial)
    this.authorizations = new Authorizations(clock, () => this.options)
    this.rate = new RateLimit(clock)
    this.queues = new Queues(
      clock,
      () => ({
        batch_size: this.options.event_batch_size,
        delay_seconds: this.options.event_delay_seconds,
        empty: this.options.empty_pull,
      }),
      (seller_id) => this.seller(seller_id).sid
    )
    this.stock = new Stock({
      catalogue: this.catalogue,
      clock,
      delay_seconds: () => this.options.stock_delay_seconds,
      onChange: (change) => this.tell(stockHappening(change)),
    })
    this.book = new OrderBook<Order>(
      { id: ({ code }) => code, shop: ({ seller_id }) => String(seller_id) },
      clock,
      () => this.options.feed_delay_seconds
    )
    this.orders = new OrderDesk({
      clock,
      seed: () => this.options.seed,
      seller: (id) => this.seller(id),
      catalogue: this.catalogue,
      stock: this.stock,
      book: this.book,
      onChange: (before, after) =>
        orderHappenings(before, after).forEach((one) => this.tell(one)),
    })
    this.carrier = new Carrier(this.orders, this.book)
    this.reset()
  }

  /** Back to how it started; the registered address stays. The clock is shared with the other twins. */
  reset(): void {
    const { redirect_uri } = this.options.apps.public
    this.options = structuredClone(this.initial)
    this.options.apps.public.redirect_uri ??= redirect_uri
    this.clock.reset()
    this.sellers = demoSellers(this.options.pickup_warehouses)
    for (const part of [
      this.authorizations,
      this.catalogue,
      this.stock,
      this.book,
      this.orders,
      this.faults,
      this.calls,
      this.rate,
      this.queues,
      this.baskets,
    ]) {
      part.clear()
    }
    this.violations = []
    this.client_key_used = false
    const now = this.clock.seconds()
    this.sellers.forEach((seller) => this.catalogue.seed(seller, now))
    this.addOrders(this.options.orders, this.options.seed)
  }

  /**
   * A seller by id; the first one when no id is given.
   * @throws {RangeError} when there is none.
   */
  seller(seller_id?: number): Seller {
    const seller = this.sellers.find(
      ({ id }) => seller_id === undefined || id === seller_id
    )
    if (!seller) {
      throw new RangeError(`no seller ${seller_id}`)
    }
    return seller
  }

  app(client_id: string): TikiApp | undefined {
    return Object.values(this.options.apps).find(
      (app) => app.client_id === client_id
    )
  }

  /** A consent to the public app without the page: the code that the redirect would bring. */
  consent(
    seller_id?: number,
    given: { scopes?: Scope[]; redirect_uri?: string } = {}
  ): string {
    const app = this.options.apps.public
    const { scopes = app.scopes, redirect_uri = app.redirect_uri ?? "" } = given
    const { id } = this.seller(seller_id)
    return this.authorizations.issueCode(app, id, scopes, redirect_uri)
  }

  /** A consent with its tokens, for tests that start connected. */
  connect(seller_id?: number, scopes?: Scope[]): TokenData {
    const app = this.options.apps.public
    const code = this.consent(seller_id, { scopes })
    return this.authorizations.exchange(app, code, app.redirect_uri ?? "")
  }

  /** A token as an in-house app gets it by client credentials. */
  connectInHouse(
    name: "in_house" | "second_in_house" = "in_house",
    scopes?: Scope[]
  ): TokenData {
    const app = this.options.apps[name]
    return this.authorizations.issueForApp(app, scopes ?? app.scopes)
  }

  addOrders(orders: number | OrderInput[], seed?: number): Order[] {
    const added = this.orders.add(orders, seed)
    for (const { basket_code, code } of added) {
      if (basket_code !== null) {
        const codes = this.baskets.get(basket_code) ?? []
        this.baskets.set(basket_code, [...codes, code])
      }
    }
    return added
  }

  /** Codes of the other parts of the basket. */
  siblingsOf({ basket_code, code }: Order): string[] {
    const codes = this.baskets.get(basket_code ?? "") ?? []
    return codes.filter((one) => one !== code)
  }

  /** Offers another product (default of the first seller). */
  addProduct(listing: DemoListing, seller_id?: number): Product[] {
    const now = this.clock.seconds()
    return this.catalogue.add(this.seller(seller_id), listing, now)
  }

  /** Changes an offer, its stock as well; numbers that are new are told as events. */
  editProduct(product_id: number, edit: ProductPatch & StockEdit): Product {
    const { price, market_price } = this.catalogue.get(product_id)
    const [stock, patch] = splitEdit(edit)
    const now = this.clock.seconds()
    const product = this.catalogue.edit(product_id, patch, now)
    this.stock.edit(product_id, stock)
    priceHappenings(product, { price, market_price }).forEach((one) =>
      this.tell(one)
    )
    return product
  }

  /** Gone from the list, no detail any more. */
  deleteProduct(product_id: number): void {
    this.editProduct(product_id, { deleted: true })
  }

  /** Puts an event into the queues that listen for it. */
  tell(happening: Happening): void {
    this.queues.add(happening)
  }

  /** @throws {ApiError} 429 when the holder has called too often. */
  checkRate(holder: string): void {
    const { per_second, per_minute } = this.options.quota
    const refused = this.rate.take(holder, [
      { seconds: 1, most: per_second },
      ...(per_minute === null ? [] : [{ seconds: 60, most: per_minute }]),
    ])
    if (refused) {
      throw new ApiError(429, "Too Many Requests")
    }
  }

  books(): TikiBooks {
    const by_key = this.client_key_used ? this.seller().id : null
    return closeBooks(
      this.sellers,
      (id) => id === by_key || this.authorizations.isAuthorized(id),
      this.catalogue,
      this.stock,
      this.book,
      this.options.partial_confirmation_lowers_total
    )
  }
}

/** What is about the stock, and what is about the rest of the offer. */
function splitEdit({
  available,
  change,
  warehouse_id,
  locked_by_campaign,
  ignores_writes,
  ...patch
}: ProductPatch & StockEdit): [StockEdit, ProductPatch] {
  const stock = { available, change, warehouse_id }
  return [{ ...stock, locked_by_campaign, ignores_writes }, patch]
}
