import {
  FakeMarketplace,
  FakeProvider,
  signFakeWebhook,
} from "../../../integration-tests/fixtures/fake-provider"
import { buildLine } from "../../../integration-tests/fixtures/fake-provider/build"
import { MarketplaceErrorKind } from "../../domain/provider/marketplace-error"
import { describeProvider, PassingFault, ProviderWorld } from "./battery"

const SECRET = "fake-webhook-secret"

const KINDS: Record<PassingFault, MarketplaceErrorKind> = {
  rate_limited: "rate_limited",
  server_error: "unavailable",
  no_answer: "unavailable",
  truncated: "invalid_response",
}

function setUp(): ProviderWorld {
  const marketplace = FakeMarketplace.named("battery")
  marketplace.reset()
  const statuses = ["new", "confirmed", "in_transit", "cancelled", "completed"]
  const orders = statuses.map((raw_status, index) => {
    const at = new Date(Date.UTC(2026, 0, 5, index))
    return marketplace.putOrder({
      external_id: `940000000000000000${index}`,
      raw_status,
      placed_at: at,
      external_updated_at: at,
      lines: [buildLine({ quantity: index + 1, seller_discount: 1000 })],
    })
  })
  for (const number of [1, 2, 3]) {
    marketplace.addListing({ external_sku_id: `920000000000000000${number}` })
  }
  const { listings, warehouses } = marketplace.shop()
  return {
    provider: new FakeProvider({}, { marketplace: "battery", secret: SECRET }),
    consent: () => marketplace.issueCode(),
    callback_url: null,
    books: {
      shop_id: marketplace.shops[0].shop.external_id,
      order_ids: orders.map((order) => order.external_id),
      totals: Object.fromEntries(
        orders.map((order) => [order.external_id, order.money.total])
      ),
      sku_ids: listings.map((listing) => listing.external_sku_id),
      warehouse_ids: warehouses.map((one) => one.external_id),
      from: new Date("2026-01-01T00:00:00Z"),
      to: new Date("2026-02-01T00:00:00Z"),
    },
    failOrders: (fault, times) =>
      marketplace.fail({ kind: KINDS[fault], call: "readOrders", times }),
    too_often: 3,
    expireAccess: () => marketplace.expireAccess(),
    revoke: () => marketplace.revoke(),
    secrets: [SECRET],
    webhook: (order_id) => {
      const raw_body = Buffer.from(
        JSON.stringify({
          type: "order",
          effect: { kind: "orders_changed", order_external_ids: [order_id] },
        })
      )
      const signature_header = "x-fake-signature"
      return {
        raw_body,
        signature_header,
        headers: { [signature_header]: signFakeWebhook(SECRET, raw_body) },
      }
    },
  }
}

describeProvider("fake", setUp)

it("two fakes with other options keep apart", () => {
  const [one, other] = ["one", "other"].map(
    (marketplace) => new FakeProvider({}, { marketplace, secret: SECRET })
  )
  one.marketplace.putOrder()
  expect(one.marketplace.shop().orders).toHaveLength(1)
  expect(other.marketplace.shop().orders).toHaveLength(0)
})
