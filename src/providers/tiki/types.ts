import { components } from "./wire.generated"

/** Options of the Tiki provider, as given in `medusa-config.ts`. */
export type TikiOptions = {
  /**
   * Client id of an app that many sellers may consent to (public app), from
   * open.tiki.vn/console. Without it shops connect by their own client id and secret,
   * or by their Client key.
   */
  clientId?: string
  /** Client secret of the same app. */
  clientSecret?: string
  /**
   * Host of the API and of OAuth, without `/integration`.
   * @default "https://api.tiki.vn"
   */
  apiUrl?: string
  /**
   * Permissions that a seller's consent asks for, separated by spaces. `offline` gives
   * the refresh token, without which the seller has to sign in again every hour.
   * @default "product order inventory offline"
   */
  scopes?: string
  /**
   * How apps prove who they are when they ask for tokens, as chosen when the app was
   * registered: `client_secret_basic` or `client_secret_post`.
   * @default "basic"
   */
  clientAuthentication?: "basic" | "post"
  /**
   * Lets shops connect with the seller's Client key of the old API ("Tham số kết nối").
   * @default true
   */
  allowClientKey?: boolean
  /**
   * Name of the event queue. Two installations that share one app need two names: who
   * takes an event from a queue takes it from everybody else.
   * @default "medusa-plugin-marketplaces"
   */
  eventQueueName?: string
  /**
   * Which of Tiki's two figures of income an order is expected to pay, where they differ by
   * shipping: `invoice` is what its total says, `detail` what its items' income details say.
   * Statements tell which one a shop is paid by.
   * @default "invoice"
   */
  incomeFigure?: "invoice" | "detail"
  /**
   * Calls per second for one shop; twice as many may be made at once after a pause.
   * @default 3
   */
  requestsPerSecond?: number
  /**
   * How long one attempt of a call may take (milliseconds).
   * @default 20000
   */
  requestTimeoutMs?: number
  /**
   * How often a call that failed for a passing reason is repeated.
   * @default 4
   */
  maxRetries?: number
}

/** The options with every default filled in. */
export type TikiConfig = Required<Omit<TikiOptions, AppName>> &
  Pick<TikiOptions, AppName>

type AppName = "clientId" | "clientSecret"

/** An app, as Tiki knows it. */
export type TikiApp = { client_id: string; client_secret: string }

type Schemas = components["schemas"]

export type WireToken = Schemas["Token"]
export type WireTokenError = Schemas["TokenError"]
export type WireSeller = Schemas["Seller"]
export type WireWarehouse = Schemas["SellerWarehouse"]
export type WirePaging = Schemas["Paging"]

export type WireProduct = Schemas["Product"]
export type WireImage = Schemas["ProductImage"]
export type WireInventory = NonNullable<Schemas["Inventory"]>
export type WireStock = Schemas["WarehouseStock"]
export type WireWarehouseQuantity = Schemas["WarehouseQuantity"]
export type WireUpdateSku = Schemas["UpdateSku"]

export type WireOrder = Schemas["Order"]
export type WireItem = Schemas["OrderItem"]
export type WireItemProduct = Schemas["ItemProduct"]
export type WireItemSeller = NonNullable<Schemas["ItemSeller"]>
export type WireConfirmation = NonNullable<Schemas["Confirmation"]>
export type WireItemInvoice = NonNullable<Schemas["ItemInvoice"]>
export type WireFee = Schemas["Fee"]
export type WireIncome = NonNullable<Schemas["SellerIncomeDetail"]>
export type WireIncomeDiscount = NonNullable<Schemas["IncomeDiscount"]>
export type WireCouponShares = NonNullable<Schemas["CouponShares"]>
export type WireShippingShares = NonNullable<Schemas["ShippingShares"]>
export type WireRequisition = NonNullable<Schemas["Requisition"]>
export type WireInvoice = Schemas["OrderInvoice"]
export type WirePayment = NonNullable<Schemas["Payment"]>
export type WireShipping = NonNullable<Schemas["Shipping"]>
export type WireShippingPlan = NonNullable<Schemas["ShippingPlan"]>
export type WireAddress = NonNullable<Schemas["Address"]>
export type WireDelivery = NonNullable<Schemas["Delivery"]>
export type WireHistory = Schemas["StatusHistory"]
export type WireCancelInfo = NonNullable<Schemas["CancelInfo"]>
export type WireRmaInfo = NonNullable<Schemas["RmaInfo"]>
export type WirePlace = NonNullable<Schemas["NamedPlace"]>
export type WireCustomer = NonNullable<Schemas["Customer"]>

export type WirePickupSlots = Schemas["PickupSlots"]
export type WirePickupSlot = Schemas["PickupSlot"]
export type WireConfirmAvailable = Schemas["ConfirmAvailable"]
export type WireConfirmDropship = Schemas["ConfirmDropship"]
export type WireLabels = Schemas["Labels"]

export type WireQueue = Schemas["Queue"]
export type WireSubscription = Schemas["Subscription"]
export type WireEventBatch = Schemas["EventBatch"]
export type WireEvent = Schemas["Event"]
export type WireEventPayload = NonNullable<Schemas["EventPayload"]>
