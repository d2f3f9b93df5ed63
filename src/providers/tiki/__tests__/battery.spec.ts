import { Sandbox, startSandbox } from "../../../../sandbox"
import { FaultInput } from "../../../../sandbox/shared/faults"
import {
  earning,
  feesOf,
  invoiceOf,
  rowTotalOf,
} from "../../../../sandbox/tiki/orders/money"
import { Order } from "../../../../sandbox/tiki/orders/order"
import { sellable } from "../../../../sandbox/tiki/products/product"
import { ListingKey } from "../../../domain/provider/pushes-stock"
import {
  describeProvider,
  PassingFault,
  ProviderWorld,
} from "../../__tests__/battery"
import { TikiProvider } from "../provider"
import { TikiOptions } from "../types"

const DAY_MS = 86_400_000
const MAX_RETRIES = 2
const CALLBACK = "https://shop.example/hooks/marketplaces/tiki/callback"
const EVENT = "ORDER_STATUS_UPDATED"

const FAULTS: Record<PassingFault, FaultInput["kind"]> = {
  rate_limited: "429",
  server_error: "500",
  no_answer: "timeout",
  truncated: "truncated",
}

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ tiki: { orders: 170, pickup_warehouses: 2 } })
})

afterAll(() => sandbox.close())

function setUp(): ProviderWorld {
  const { tiki, urls } = sandbox
  tiki.reset()
  const { apps, client_key } = tiki.options
  apps.public.redirect_uri = CALLBACK
  const [seller, other] = tiki.sellers
  const orders = tiki.book
    .all()
    .filter(({ seller_id }) => seller_id === seller.id)
  const now = sandbox.clock.now()
  const options: TikiOptions = {
    clientId: apps.public.client_id,
    clientSecret: apps.public.client_secret,
    apiUrl: urls.tiki,
    requestTimeoutMs: 1_500,
    maxRetries: MAX_RETRIES,
  }
  return {
    provider: new TikiProvider({}, options),
    consent: () => tiki.consent(),
    callback_url: CALLBACK,
    books: {
      shop_id: String(seller.id),
      order_ids: orders.map(({ code }) => code),
      totals: Object.fromEntries(
        orders.map((order) => [order.code, invoiceOf(order, false).grand_total])
      ),
      sku_ids: tiki.catalogue
        .ofSeller(seller.id)
        .map(({ product_id }) => String(product_id)),
      warehouse_ids: seller.warehouses
        .filter(({ type, status }) => type === "requisition" && status === 1)
        .map(({ id }) => String(id)),
      from: new Date(now - 90 * DAY_MS),
      to: new Date(now + DAY_MS),
    },
    failOrders: (fault, times) => {
      tiki.faults.add({
        kind: FAULTS[fault],
        path: "/integration/v2/orders",
        times,
        skip: 1,
      })
    },
    too_often: MAX_RETRIES + 1,
    expireAccess: () => tiki.authorizations.expireAccess(),
    revoke: () => tiki.authorizations.revoke(),
    secrets: [
      apps.public.client_secret,
      apps.in_house.client_secret,
      client_key.key,
    ],
    fields: [
      {
        client_id: apps.in_house.client_id,
        client_secret: apps.in_house.client_secret,
      },
      { client_key: client_key.key },
    ],
    queue: {
      tellOrder: (order_code) => tellOrder(seller.id, order_code),
      tellStranger: (code) => {
        const queue = tiki.queues.get(apps.public.client_id, code)
        tiki.queues.subscribe(queue, other.id, EVENT)
        tellOrder(other.id, "900000001")
      },
      drop: () => tiki.queues.clear(),
    },
    confirmation: {
      waiting: find(orders, "queueing").code,
      settled: find(orders, "shipping").code,
      loseAnswer: () => {
        tiki.faults.add({ kind: "lost_answer", path: "confirm-available" })
      },
    },
    waybills: {
      printable: find(orders, "picking").code,
      unprintable: find(orders, "queueing").code,
    },
    stock: {
      listings: [keyOf("LY-LAM-S"), keyOf("LY-LAM-L"), keyOf("DIA-NAU-15")],
      kept_by_marketplace: keyOf("KHAN-RAN-DEN"),
      shown: ({ external_sku_id }) =>
        [...tiki.catalogue.get(Number(external_sku_id)).stock].map(
          ([id, level]) => ({
            warehouse_external_id: String(id),
            available: sellable(level),
            committed: level.reserved,
          })
        ),
      sell: ({ external_sku_id }, quantity) => {
        const product_id = Number(external_sku_id)
        tiki.addOrders([{ lines: [{ product_id, quantity }] }])
      },
      lock: ({ external_sku_id }) => {
        tiki.stock.edit(Number(external_sku_id), { locked_by_campaign: true })
      },
      loseAnswer: () => {
        tiki.faults.add({ kind: "lost_answer", path: "updateSku" })
      },
      refuseOnce: () => {
        tiki.faults.add({ kind: "429", path: "updateSku" })
      },
      timesWritten: ({ external_sku_id }) =>
        tiki.stock.writes
          .list(external_sku_id)
          .filter(
            ({ warehouse_id, outcome }) =>
              warehouse_id === "50123" && outcome === "done"
          ).length,
    },
    income: {
      settled: Object.fromEntries(
        orders
          .filter(({ status }) => status === "complete")
          .map((order) => [order.code, incomeOf(order)])
      ),
    },
    close: async () => {
      expect(tiki.violations).toEqual([])
    },
  }
}

function tellOrder(seller_id: number, order_code: string): void {
  const payload = { order_code, orderCode: order_code, status: "picking" }
  sandbox.tiki.tell({ type: EVENT, seller_id, payload })
}

function keyOf(original_sku: string): ListingKey {
  const { tiki } = sandbox
  const product = tiki.catalogue.findByOriginalSku(
    tiki.seller().id,
    original_sku
  )
  if (!product) {
    throw new Error(`the demo has no ${original_sku}`)
  }
  return {
    external_product_id: String(product.super_id || product.product_id),
    external_sku_id: String(product.product_id),
  }
}

/** What an order pays, in đồng. */
function incomeOf(order: Order): number {
  const amounts = earning(order).flatMap((item) => [
    rowTotalOf(item),
    ...feesOf(item).map(({ amount }) => amount),
  ])
  return amounts.reduce((sum, one) => sum + one, 0)
}

/** A dropship order in this status. */
function find(orders: Order[], status: Order["status"]): Order {
  const found = orders.find(
    (order) => order.status === status && order.fulfillment_type === "dropship"
  )
  if (!found) {
    throw new Error(`the demo has no ${status} order`)
  }
  return found
}

describeProvider("tiki", setUp, {
  event_queue: true,
  order_confirmation: true,
  waybills: true,
  connect_fields: true,
  stock: true,
  statement_files: true,
  buyer_erasure: true,
  income: true,
})
