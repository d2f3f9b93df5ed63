import {
  FakeMarketplace,
  FakeProvider,
  signFakeWebhook,
} from "../../../integration-tests/fixtures/fake-provider"
import {
  buildLine,
  buildParcel,
} from "../../../integration-tests/fixtures/fake-provider/build"
import type { FakeShop } from "../../../integration-tests/fixtures/fake-provider/marketplace"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceErrorKind } from "../../domain/provider/marketplace-error"
import { ListingKey } from "../../domain/provider/pushes-stock"
import { describeProvider, PassingFault, ProviderWorld } from "./battery"

const SECRET = "fake-webhook-secret"

const KINDS: Record<PassingFault, MarketplaceErrorKind> = {
  rate_limited: "rate_limited",
  server_error: "unavailable",
  no_answer: "unavailable",
  truncated: "invalid_response",
}

const keyOf = ({ external_product_id, external_sku_id }: ListingKey) => ({
  external_product_id,
  external_sku_id,
})

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
      seller_confirmation: raw_status === "new" ? "waiting" : null,
    })
  })
  const [to_arrange, arranged] = (["to_arrange", "arranged"] as const).map(
    (state, index) => {
      const at = new Date(Date.UTC(2026, 0, 6, index))
      const is_arranged = state === "arranged"
      const order = marketplace.putOrder({
        external_id: `940000000000000001${index}`,
        raw_status: is_arranged ? "confirmed" : "awaiting_confirmation",
        placed_at: at,
        external_updated_at: at,
        parcels: [
          buildParcel({
            external_id: `960000000000000000${index}`,
            state,
            tracking_number: is_arranged ? "FAKE960" : null,
          }),
        ],
      })
      orders.push(order)
      return order.external_id
    }
  )
  const requests = (["cancellation", "return", "refund"] as const).map(
    (kind, index) =>
      marketplace.putBuyerRequest({
        external_id: `970000000000000000${index}`,
        order_external_id: orders[index + 1].external_id,
        kind,
        external_updated_at: new Date(Date.UTC(2026, 0, 7, index)),
        refund_amount: 90_000,
        currency_code: "vnd",
        lines: [{ external_line_id: "9500000000000000001", quantity: 1 }],
      })
  )
  const loseAnswer = (call: string) => () =>
    marketplace.fail({ kind: "outcome_unknown", call })
  for (const number of [1, 2, 3]) {
    marketplace.addListing({
      external_sku_id: `920000000000000000${number}`,
      quantities: [
        { warehouse_external_id: "9300000000000000001", quantity: 40 },
        { warehouse_external_id: "9300000000000000002", quantity: number },
      ],
    })
  }
  const kept = marketplace.addListing({
    external_sku_id: "9200000000000000004",
    fulfilled_by: "marketplace",
  })
  const shop = marketplace.shop()
  const { listings, warehouses } = shop
  const [first, second, third] = listings.map(keyOf)
  return {
    provider: new FakeProvider(
      {},
      {
        marketplace: "battery",
        secret: SECRET,
        connects_by_key: true,
        connects_by_app: true,
      }
    ),
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
    fields: [{ ...marketplace.app }, { client_key: marketplace.client_key }],
    queue: {
      tellOrder: (order_id) => {
        const [{ shop }] = marketplace.shops
        marketplace.queue.publishOrder(`event-${order_id}`, shop.external_id, [
          order_id,
        ])
      },
      tellStranger: () => {
        const { external_id } = marketplace.addShop().shop
        marketplace.queue.open(external_id)
        marketplace.queue.publishOrder("event-other", external_id, ["1"])
      },
      drop: () => marketplace.queue.drop(),
    },
    confirmation: {
      waiting: orders[0].external_id,
      settled: orders[1].external_id,
      loseAnswer: loseAnswer("answerConfirmation"),
    },
    shipment: {
      to_arrange,
      arranged,
      timesArranged: (parcel_id) => marketplace.timesArranged(parcel_id),
      loseAnswer: loseAnswer("arrangeShipments"),
    },
    waybills: { printable: arranged, unprintable: to_arrange },
    buyer_requests: {
      ids: requests.map((request) => request.external_id),
      waiting: requests[0].external_id,
      from: new Date("2026-01-07T00:00:00Z"),
      to: new Date(Date.now() + 86_400_000),
      loseAnswer: loseAnswer("answerBuyerRequest"),
    },
    stock: {
      listings: [first, second, third],
      kept_by_marketplace: keyOf(kept),
      shown: ({ external_sku_id }) =>
        listings
          .filter((one) => one.external_sku_id === external_sku_id)
          .flatMap((one) => marketplace.stock.show(one)),
      sell: ({ external_sku_id }, units) =>
        marketplace.stock.sell(shop, external_sku_id, units),
      lock: ({ external_sku_id }) => {
        marketplace.stock.locked.add(external_sku_id)
      },
      loseAnswer: loseAnswer("pushStock"),
      refuseOnce: () =>
        marketplace.fail({ kind: "rate_limited", call: "pushStock" }),
      timesWritten: ({ external_sku_id }) =>
        marketplace.stock.writes.filter(
          (one) =>
            one.external_sku_id === external_sku_id &&
            one.warehouse_external_id === "9300000000000000001"
        ).length,
    },
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

describeProvider("fake", setUp, {
  webhooks: true,
  event_queue: true,
  order_confirmation: true,
  shipment_arrangement: true,
  waybills: true,
  buyer_requests: true,
  connect_fields: true,
  stock: true,
})

it("two fakes with other options keep apart", () => {
  const [one, other] = ["one", "other"].map(
    (marketplace) => new FakeProvider({}, { marketplace, secret: SECRET })
  )
  one.marketplace.putOrder()
  expect(one.marketplace.shop().orders).toHaveLength(1)
  expect(other.marketplace.shop().orders).toHaveLength(0)
})

describe("the fake's abilities that the battery leaves out", () => {
  const provider = new FakeProvider(
    {},
    { marketplace: "abilities", secret: SECRET, connects_by_key: true }
  )
  const { marketplace } = provider
  beforeEach(() => marketplace.reset())

  const accessTo = async (id: string, shop: FakeShop["shop"]) => {
    const credentials = marketplace.exchangeClientKey(marketplace.client_key)
    const access: ChannelAccess = {
      channel: { id, ...shop },
      credentials: async () => credentials,
      renew: async (expired) => provider.renewCredentials(expired),
      pace: async () => undefined,
    }
    return access
  }

  it("keeps a batch in the queue until its ack comes back", async () => {
    const { shop } = marketplace.shop()
    const other = marketplace.addShop().shop
    const mine = await accessTo("channel_1", shop)
    const queue = await provider.openEventQueue(mine)
    marketplace.queue.open(other.external_id)
    marketplace.queue.publishOrder("e1", shop.external_id, ["1"])
    marketplace.queue.publishOrder("e2", other.external_id, ["2"])
    marketplace.queue.publishOrder("e3", "a shop that never subscribed", ["3"])
    marketplace.queue.publishOrder("e4", shop.external_id, ["4"])
    const pull = async (ack: string | null) => {
      const batch = await provider.pullEvents([mine], queue, ack)
      return { ...batch, ids: batch.events.map((one) => one.external_id) }
    }
    const first = await pull(null)
    expect(first.events).toMatchObject([
      { external_id: "e1", channel_id: "channel_1" },
      { external_id: "e2", channel_id: null },
    ])
    const again = await pull(null)
    expect(again.ids).toEqual(first.ids)
    const next = await pull(again.ack)
    expect(next.ids).toEqual(["e4"])
    expect(await pull(next.ack)).toMatchObject({ ids: [], ack: null })
  })

  it("counts sales until they are shipped or cancelled, and may heed no write", async () => {
    const listing = marketplace.addListing()
    const shop = marketplace.shop()
    const { stock } = marketplace
    const { external_sku_id } = listing
    const counted = () =>
      stock
        .show(listing)
        .map(({ available, committed }) => [available, committed])
    stock.sell(shop, external_sku_id, 5)
    stock.ship(shop, external_sku_id, 2)
    stock.cancel(shop, external_sku_id, 1)
    expect(counted()).toEqual([[36, 2]])
    stock.unheeded.add(external_sku_id)
    const access = await accessTo("channel_1", shop.shop)
    const [reading] = await provider.readStock(access, [keyOf(listing)])
    const warehouses = reading.warehouses.map((one) => ({
      ...one,
      quantity: 1,
    }))
    const target = { listing: reading.listing, warehouses }
    expect(await provider.pushStock(access, [target])).toMatchObject([
      { ok: true },
    ])
    expect(counted()).toEqual([[36, 2]])
    expect(stock.writes).toMatchObject([{ from: 36, to: 1 }])
  })

  describe("confirmation", () => {
    const lines = ["9500000000000000001", "9500000000000000002"]
    const offer = async () => {
      const order = marketplace.putOrder({
        raw_status: "new",
        seller_confirmation: "waiting",
        lines: lines.map((id) => buildLine({ external_line_ids: [id] })),
      })
      const access = await accessTo("channel_1", marketplace.shop().shop)
      const read = async () => {
        const [found] = await provider.readConfirmationOffers(access, [
          order.external_id,
          "unknown",
        ])
        return found
      }
      const confirm = async (external_line_ids: string[]) =>
        provider.answerConfirmation(access, await read(), {
          kind: "confirm",
          external_line_ids,
          warehouse_external_id: null,
          pickup_slot: null,
        })
      return { read, confirm }
    }

    it("takes a part of the lines, once", async () => {
      const { read, confirm } = await offer()
      expect(await read()).toMatchObject({
        state: "waiting",
        external_line_ids: lines,
      })
      await confirm([lines[0]])
      expect((await read()).state).toBe("confirmed")
      const [order] = marketplace.shop().orders
      expect(order.lines.map((line) => line.cancelled_quantity)).toEqual([0, 1])
      await expect(confirm([lines[0]])).rejects.toMatchObject({
        kind: "rejected",
      })
    })

    it("cancels for good when no line of the order is named", async () => {
      const { read, confirm } = await offer()
      await confirm(["of another order"])
      expect((await read()).state).toBe("refused")
    })

    it("may have happened although the answer was lost", async () => {
      const { read, confirm } = await offer()
      marketplace.fail({ kind: "outcome_unknown", call: "answerConfirmation" })
      await expect(confirm(lines)).rejects.toMatchObject({
        kind: "outcome_unknown",
      })
      expect((await read()).state).toBe("confirmed")
    })
  })
})
