import { Sandbox, signWebhook, startSandbox } from "../../../../sandbox"
import { FaultInput } from "../../../../sandbox/shared/faults"
import {
  addSums,
  sumsOf,
} from "../../../../sandbox/tiktok-shop/finance/transaction"
import { totalOf } from "../../../../sandbox/tiktok-shop/orders/order"
import { ListingKey } from "../../../domain/provider/pushes-stock"
import {
  describeProvider,
  PassingFault,
  ProviderWorld,
} from "../../__tests__/battery"
import { CANCELLATION, RETURN } from "../mappers"
import { TikTokShopProvider } from "../provider"
import { TikTokShopOptions } from "../types"

const DAY_MS = 86_400_000
const MAX_RETRIES = 2

const FAULTS: Record<PassingFault, FaultInput["kind"]> = {
  rate_limited: "429",
  server_error: "500",
  no_answer: "timeout",
  truncated: "truncated",
}

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({
    tiktok_shop: { orders: 230, sales_warehouses: 2 },
  })
})

afterAll(() => sandbox.close())

function setUp(): ProviderWorld {
  const { tiktok, urls } = sandbox
  tiktok.reset()
  const { key, secret, service_id } = tiktok.options.app
  const shop = tiktok.shop()
  const [to_arrange, arranged, delivered] = tiktok.addOrders([
    { status: "AWAITING_SHIPMENT" },
    { status: "AWAITING_COLLECTION" },
    { status: "DELIVERED" },
  ])
  const goods_back = tiktok.returns.request(delivered.id)
  const statements = settle()
  const orders = tiktok.book.all().filter(({ shop_id }) => shop_id === shop.id)
  const now = sandbox.clock.now()
  const options: TikTokShopOptions = {
    appKey: key,
    appSecret: secret,
    serviceId: service_id,
    apiUrl: urls.api,
    authUrl: urls.auth,
    consentUrl: urls.consent,
    requestTimeoutMs: 1_500,
    maxRetries: MAX_RETRIES,
  }
  return {
    provider: new TikTokShopProvider({}, options),
    consent: () => tiktok.consent(),
    callback_url: null,
    books: {
      shop_id: shop.id,
      order_ids: orders.map(({ id }) => id),
      totals: Object.fromEntries(
        orders.map((order) => [order.id, totalOf(order)])
      ),
      sku_ids: tiktok.catalogue
        .ofShop(shop.id)
        .filter(({ status }) => status !== "DELETED")
        .flatMap(({ skus }) => skus.map(({ id }) => id)),
      warehouse_ids: shop.warehouses
        .filter(({ type }) => type === "SALES_WAREHOUSE")
        .map(({ id }) => id),
      from: new Date(now - 90 * DAY_MS),
      to: new Date(now + DAY_MS),
    },
    failOrders: (fault, times) => {
      tiktok.faults.add({
        kind: FAULTS[fault],
        path: "/orders/search",
        times,
        skip: 1,
      })
    },
    too_often: MAX_RETRIES + 1,
    expireAccess: () => tiktok.authorizations.expireAccess(),
    revoke: () => tiktok.revoke(),
    secrets: [secret],
    webhook: (order_id) => {
      const body = JSON.stringify({
        type: 1,
        tts_notification_id: "7500000000000000101",
        shop_id: shop.id,
        timestamp: 1760000123,
        data: { order_id, order_status: "CANCEL", update_time: 1760000120 },
      })
      return {
        headers: { authorization: signWebhook(key, secret, body) },
        raw_body: Buffer.from(body),
        signature_header: "authorization",
      }
    },
    shipment: {
      to_arrange: to_arrange.id,
      arranged: arranged.id,
      timesArranged: (parcel_id) =>
        tiktok.packages.get(parcel_id).arrangements.length,
      loseAnswer: () => {
        tiktok.faults.add({ kind: "lost_answer", path: "/packages/ship" })
      },
    },
    waybills: { printable: arranged.id, unprintable: to_arrange.id },
    buyer_requests: {
      ids: [
        ...tiktok.cancellations
          .list(shop.id)
          .map(({ id }) => CANCELLATION + id),
        ...tiktok.returns.list(shop.id).map(({ id }) => RETURN + id),
      ],
      waiting: RETURN + goods_back.id,
      from: new Date(now - 90 * DAY_MS),
      to: new Date(now + DAY_MS),
      loseAnswer: () => {
        const path = `/returns/${goods_back.id}/`
        tiktok.faults.add({ kind: "lost_answer", path })
      },
    },
    stock: {
      listings: [keyOf("LY-LAM-S"), keyOf("LY-LAM-L"), keyOf("DIA-NAU-15")],
      shown: ({ external_sku_id }) => {
        const sku = tiktok.catalogue.getSku(external_sku_id)
        return tiktok.stock.warehouses(sku).map((id) => {
          const { available, committed } = tiktok.stock.level(sku, id)
          return { warehouse_external_id: id, available, committed }
        })
      },
      sell: ({ external_sku_id }, quantity) => {
        const lines = [{ sku_id: external_sku_id, quantity }]
        tiktok.addOrders([{ lines }])
      },
      lock: ({ external_sku_id }) => {
        tiktok.stock.edit(external_sku_id, { locked_by_campaign: true })
      },
      loseAnswer: () => {
        tiktok.faults.add({ kind: "lost_answer", path: "inventory/update" })
      },
      refuseOnce: () => {
        tiktok.faults.add({ kind: "429", path: "inventory/update" })
      },
      timesWritten: ({ external_sku_id }) => {
        const sku = tiktok.catalogue.getSku(external_sku_id)
        const [warehouse] = tiktok.stock.warehouses(sku)
        return tiktok.stock.writes
          .list(external_sku_id)
          .filter(
            ({ warehouse_id, outcome }) =>
              warehouse_id === warehouse && outcome === "done"
          ).length
      },
    },
    statements,
    close: async () => {
      expect(tiktok.violations).toEqual([])
    },
  }
}

/** Two days of settlements, more than a page in one of them; one is paid out. */
function settle() {
  const { finance } = sandbox.tiktok
  const shop_id = sandbox.tiktok.shop().id
  const order_ids = sandbox.tiktok.book
    .all()
    .filter((order) => order.shop_id === shop_id)
    .map(({ id }) => id)
  finance.settle({
    shop_id,
    order_ids: order_ids.slice(0, 20),
    days_ago: 3,
  })
  finance.settle({ shop_id, order_ids })
  const [order_id] = order_ids
  const type = "LOGISTICS_REIMBURSEMENT"
  finance.adjust({ shop_id, type, amount: 50_000, order_id })
  finance.pay(finance.statementsOf(shop_id)[0].id)
  finance.move(shop_id, "WITHDRAW", 1_000_000)
  return {
    settled: Object.fromEntries(
      finance.statementsOf(shop_id).map(({ id }) => {
        const entries = finance.entriesOf(id)
        const net = addSums(entries.map(sumsOf)).settlement
        return [id, { net, lines: entries.length }]
      })
    ),
    payouts: Object.fromEntries(
      finance.withdrawalsOf(shop_id).map(({ id, amount }) => [id, amount])
    ),
  }
}

function keyOf(seller_sku: string): ListingKey {
  const { tiktok } = sandbox
  const sku = tiktok.catalogue.findBySellerSku(tiktok.shop().id, seller_sku)
  if (!sku) {
    throw new Error(`the demo has no ${seller_sku}`)
  }
  return { external_product_id: sku.product_id, external_sku_id: sku.id }
}

describeProvider("tiktok-shop", setUp, {
  webhooks: true,
  shipment_arrangement: true,
  waybills: true,
  buyer_requests: true,
  stock: true,
  statement_files: true,
  statements: true,
  buyer_erasure: true,
})
