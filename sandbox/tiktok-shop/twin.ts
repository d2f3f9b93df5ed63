import { DemoProduct } from "../demo-catalogue"
import { CallLog } from "../shared/call-log"
import { Clock } from "../shared/clock"
import { Faults } from "../shared/faults"
import { Authorizations, TokenData } from "./authorizations"
import { Books, closeBooks } from "./books"
import { CancellationDesk } from "./after-sales/cancellation-desk"
import { isOpenReturn } from "./after-sales/return"
import { ReturnDesk } from "./after-sales/return-desk"
import { FinanceDesk } from "./finance/finance-desk"
import { OrderDesk } from "./orders/order-desk"
import { OrderBook } from "./orders/order-book"
import { Order } from "./orders/order"
import { OrderKeeper } from "./orders/order-keeper"
import { OrderInput } from "./orders/place-order"
import { completeOptions, TikTokShopInput, TikTokShopOptions } from "./options"
import { Documents } from "./packages/documents"
import { PackageBook } from "./packages/package-book"
import { PackageDesk } from "./packages/package-desk"
import { Catalogue, ProductPatch } from "./products/catalogue"
import { Product } from "./products/product"
import { Stock } from "./products/stock"
import { Quotas } from "./quota"
import { demoSellers, SCOPES, Seller, Shop } from "./shops"
import { EVENT_TYPES, Message, productStatusMessage } from "./webhooks/messages"
import { WebhookOutbox } from "./webhooks/outbox"
import { StockMessages } from "./webhooks/stock-messages"
import { Subscriptions } from "./webhooks/subscriptions"

/** An answer or request that TikTok's own description does not allow. */
export type Violation = {
  /** Milliseconds since 1970, UTC. */
  at: number
  call: string
  reason: string
}

/**
 * A TikTok Shop of its own: sellers, shops, products, stock and orders, without HTTP.
 * The server answers from it; tests and scripts move it by hand.
 */
export class TikTokShopTwin {
  options: TikTokShopOptions
  sellers: Seller[] = []
  readonly authorizations: Authorizations
  readonly catalogue = new Catalogue()
  readonly stock: Stock
  readonly book: OrderBook
  readonly orders: OrderDesk
  readonly packages: PackageDesk
  readonly cancellations: CancellationDesk
  readonly returns: ReturnDesk
  readonly finance: FinanceDesk
  readonly documents: Documents
  readonly faults = new Faults()
  readonly calls = new CallLog()
  readonly quotas: Quotas
  readonly subscriptions = new Subscriptions()
  readonly webhooks: WebhookOutbox
  violations: Violation[] = []
  /** Where pictures are served; set by the server. */
  base_url = ""
  private readonly initial: TikTokShopOptions
  private readonly package_book = new PackageBook()
  private readonly stock_messages = new StockMessages(this)

  constructor(
    readonly clock: Clock,
    options: TikTokShopInput = {}
  ) {
    const given = completeOptions(options)
    this.initial = given
    this.options = structuredClone(given)
    this.authorizations = new Authorizations(
      clock,
      () => this.options.used_refresh_token
    )
    this.stock = new Stock(this.catalogue, clock, (change) =>
      this.stock_messages.tell(change)
    )
    this.book = new OrderBook(clock, () => this.options.feed_delay_seconds)
    this.quotas = new Quotas(clock, () => this.options.quota)
    this.webhooks = new WebhookOutbox(clock, {
      app: () => this.options.app,
      mode: () => this.options.webhook_mode,
      timeout_ms: () => this.options.webhook_timeout_ms,
    })
    const { catalogue, stock, book, package_book } = this
    const send = (message: Message) => this.send(message)
    const keeper = new OrderKeeper({
      clock,
      catalogue,
      stock,
      book,
      packages: package_book,
      send,
    })
    this.cancellations = new CancellationDesk({
      clock,
      keeper,
      orders: () => this.orders,
      endedStatus: () => this.options.ended_cancellation,
      send,
    })
    this.orders = new OrderDesk({
      clock,
      seed: () => this.options.seed,
      shop: (shop_id) => this.shop(shop_id),
      catalogue,
      packages: package_book,
      keeper,
      send,
      onCancel: (...cancelling) => this.cancellations.note(...cancelling),
    })
    this.returns = new ReturnDesk({ clock, orders: this.orders, send })
    this.finance = new FinanceDesk({
      clock,
      orders: () => book.all(),
      returns: this.returns,
    })
    this.packages = new PackageDesk({
      clock,
      book: package_book,
      keeper,
      orders: this.orders,
      hasOpenRequest: (order_id, unit_ids) =>
        this.hasOpenRequest(order_id, unit_ids),
      repeatedShip: () => this.options.repeated_ship,
      labelAsksPutOff: () => this.options.label_asks_put_off,
      send,
    })
    this.documents = new Documents(
      clock,
      () => this.options.document_life_seconds
    )
    clock.onJump(() => {
      this.cancellations.lapse()
      this.returns.lapse()
    })
    this.reset()
  }

  /** Back to how it started. */
  reset(): void {
    const redirect_url =
      this.options.app.redirect_url ?? this.initial.app.redirect_url
    this.options = structuredClone(this.initial)
    this.options.app.redirect_url = redirect_url
    this.clock.reset()
    this.sellers = demoSellers(
      this.options.shops,
      this.options.sales_warehouses
    )
    for (const part of [
      this.authorizations,
      this.catalogue,
      this.stock,
      this.stock_messages,
      this.book,
      this.package_book,
      this.orders,
      this.cancellations,
      this.returns,
      this.finance,
      this.documents,
      this.faults,
      this.calls,
      this.quotas,
      this.subscriptions,
      this.webhooks,
    ]) {
      part.clear()
    }
    this.violations = []
    this.shops().forEach((shop) =>
      this.catalogue.seed(shop, this.clock.seconds())
    )
    this.orders.add(this.options.orders, this.options.seed)
  }

  shops(): Shop[] {
    return this.sellers.flatMap(({ shops }) => shops)
  }

  /**
   * A shop by id; the first one when no id is given.
   * @throws {RangeError} when there is none.
   */
  shop(shop_id?: string): Shop {
    const shop = this.shops().find(({ id }) => !shop_id || id === shop_id)
    if (!shop) {
      throw new RangeError(`no shop ${shop_id}`)
    }
    return shop
  }

  /** @throws {RangeError} when there is none. */
  seller(open_id?: string): Seller {
    const seller = this.sellers.find(
      (one) => !open_id || one.open_id === open_id
    )
    if (!seller) {
      throw new RangeError(`no seller ${open_id}`)
    }
    return seller
  }

  /** A consent without the page: the code that the redirect would bring. */
  consent(open_id?: string, scopes: string[] = [...SCOPES]): string {
    return this.authorizations.issueCode(this.seller(open_id), scopes)
  }

  /** A consent with its tokens, for tests that start connected. */
  connect(open_id?: string, scopes?: string[]): TokenData {
    return this.authorizations.exchange(this.consent(open_id, scopes))
  }

  /** The seller takes the app's rights back; webhook 6 says so. */
  revoke(open_id?: string): void {
    const seller = this.seller(open_id)
    this.authorizations.revoke(seller.open_id)
    for (const shop of seller.shops) {
      this.send({
        type: EVENT_TYPES.SELLER_DEAUTHORIZATION,
        shop_id: shop.id,
        data: { message: "The seller has removed the authorization." },
      })
    }
  }

  addOrders(orders: number | OrderInput[], seed?: number): Order[] {
    return this.orders.add(orders, seed)
  }

  /** Lists another product in a shop (default the first); webhook 16 says so. */
  addProduct(product: DemoProduct, shop_id?: string): Product {
    const now = this.clock.seconds()
    const shop = this.shop(shop_id)
    const added = this.catalogue.add(shop, product, now)
    this.send({
      type: EVENT_TYPES.PRODUCT_CREATION,
      shop_id: shop.id,
      data: { product_id: added.id, product_types: [], update_time: now },
    })
    return added
  }

  editProduct(product_id: string, patch: ProductPatch): Product {
    const now = this.clock.seconds()
    const changed = this.catalogue.edit(product_id, patch, now)
    patch.skus?.forEach(({ id, ...edit }) => this.stock.edit(id, edit))
    const product = this.catalogue.get(product_id)
    this.send({
      type: EVENT_TYPES.PRODUCT_INFORMATION_CHANGE,
      shop_id: product.shop_id,
      data: {
        product_id,
        change_source: "SELLER_CENTER",
        changed_fields: changed,
        update_time: now,
      },
    })
    return product
  }

  /** Deleted in Seller Center: gone from searches, no detail any more. */
  deleteProduct(product_id: string): void {
    const now = this.clock.seconds()
    this.catalogue.edit(product_id, { status: "DELETED" }, now)
    this.send(productStatusMessage(this.catalogue.get(product_id), now))
  }

  /** Sends a webhook to the shop's own address or the app's; nowhere when none is set. */
  send(message: Message): void {
    const url =
      this.subscriptions.address(message.shop_id, message.type) ??
      this.options.webhook_url
    if (url) {
      this.webhooks.add(message, url)
    }
  }

  /** The buyer wants something about these units that nobody has decided yet. */
  private hasOpenRequest(order_id: string, unit_ids: string[]): boolean {
    const open_return = this.returns
      .ofOrder(order_id)
      .some(
        (one) =>
          isOpenReturn(one) && one.unit_ids.some((id) => unit_ids.includes(id))
      )
    return open_return || Boolean(this.cancellations.pendingOf(order_id))
  }

  books(): Books {
    return closeBooks(
      this.sellers,
      (open_id) => this.authorizations.isAuthorized(open_id),
      this.catalogue,
      this.stock,
      this.book,
      this.packages.books()
    )
  }
}
