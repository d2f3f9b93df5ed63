import { format } from "node:util"
import { ORDER_FLAGS, ORDER_STATUSES } from "../../domain/orders/order-status"
import { Credentials, Grant } from "../../domain/provider/authorization"
import { ChannelAccess, RateLane } from "../../domain/provider/channel-access"
import {
  MarketplaceError,
  MarketplaceErrorKind,
} from "../../domain/provider/marketplace-error"
import { MappingError } from "../../domain/provider/mapping-error"
import {
  CAPABILITIES,
  capabilitiesOf,
  MarketplaceProvider,
  Page,
  RawOrder,
  receivesWebhooks,
} from "../../domain/provider/marketplace-provider"

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
  /** What the marketplace itself says it holds, for the shop of the first grant. */
  books: {
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
  webhook?(order_id: string): {
    headers: Record<string, string>
    raw_body: Buffer
    /** Name of the header with the signature. */
    signature_header: string
  }
  close?(): Promise<void>
}

/** What every marketplace has to prove; each gets a world of its own per test. */
export function describeProvider(
  name: string,
  setUp: () => ProviderWorld | Promise<ProviderWorld>
): void {
  describe(`provider ${name}`, () => {
    let world: ProviderWorld
    let secrets: Set<string>
    let log: string

    beforeEach(async () => {
      world = await setUp()
      secrets = new Set(world.secrets)
      log = ""
      for (const method of ["log", "info", "warn", "error", "debug"] as const) {
        jest.spyOn(console, method).mockImplementation((...args) => {
          log += format(...args) + "\n"
        })
      }
    })

    afterEach(async () => {
      jest.restoreAllMocks()
      await world.close?.()
      expectNoSecret(log)
    })

    const expectNoSecret = (text: string) => {
      for (const secret of secrets) {
        expect(text).not.toContain(secret)
      }
    }

    const connect = async (): Promise<Grant> => {
      const code = await world.consent()
      secrets.add(code)
      const grant = await world.provider.completeAuthorization({ code })
      keepSecret(grant.credentials)
      return grant
    }

    const keepSecret = (credentials: Credentials) =>
      Object.values(credentials.values).forEach((one) => secrets.add(one))

    /** Access to the grant's first shop, renewing as the host does. */
    const accessTo = (grant: Grant): TestAccess => {
      const [shop] = grant.shops
      let current = grant.credentials
      const access: TestAccess = {
        channel: { id: "channel_1", ...shop },
        renewals: 0,
        lanes: [],
        credentials: async () => current,
        renew: async (expired) => {
          access.renewals++
          current = await world.provider.renewCredentials(expired)
          keepSecret(current)
          return current
        },
        pace: async (lane) => {
          access.lanes.push(lane)
        },
      }
      return access
    }

    const connected = async () => accessTo(await connect())

    const everything = (lane: RateLane = "orders") => ({
      by: "updated_at" as const,
      from: world.books.from,
      to: world.books.to,
      lane,
    })

    /** The error of a call: of ours, of the right kind, and without a secret in it. */
    const expectError = async (
      work: Promise<unknown>,
      kinds: MarketplaceErrorKind[]
    ) => {
      const error = await work.then(
        () => undefined,
        (reason: unknown) => reason
      )
      expect(error).toBeInstanceOf(MarketplaceError)
      const { kind, message } = error as MarketplaceError
      expect(kinds).toContain(kind)
      expect(message.length).toBeGreaterThan(10)
      expectNoSecret(format("%O %s", error, JSON.stringify(error)))
    }

    describe("describes itself", () => {
      it("completely", () => {
        const { description } = world.provider
        expect(description.label.en).not.toBe("")
        expect(description.label.vi).not.toBe("")
        expect(description.display_prefix).toMatch(/^[A-Z]{2,6}$/)
        expect(description.downloadable_statuses).not.toHaveLength(0)
        for (const status of description.downloadable_statuses) {
          expect(ORDER_STATUSES).toContain(status)
        }
        expect(description.max_order_window_ms).toBeGreaterThan(60_000)
        expect(description.rate_budget.requests_per_second).toBeGreaterThan(0)
        expect(description.rate_budget.burst).toBeGreaterThanOrEqual(1)
      })

      it("with abilities that exist", () => {
        const known = Object.keys(CAPABILITIES)
        for (const capability of capabilitiesOf(world.provider)) {
          expect(known).toContain(capability)
        }
        expect(receivesWebhooks(world.provider)).toBe(
          world.webhook !== undefined
        )
      })
    })

    describe("connects", () => {
      it("at a page that hands the state back", async () => {
        const state = "a state/+&="
        const start = await world.provider.beginAuthorization({ state })
        if (start.kind === "redirect") {
          const page = new URL(start.authorization_url)
          expect([...page.searchParams.values()]).toContain(state)
          expectNoSecret(start.authorization_url)
        } else {
          expect(start.grant.shops).not.toHaveLength(0)
        }
      })

      it("giving the account, its credentials and its shops", async () => {
        const { account, credentials, shops } = await connect()
        expect(account.external_id).not.toBe("")
        expect(account.name).not.toBe("")
        expect(Object.keys(credentials.values)).not.toHaveLength(0)
        expect(shops).not.toHaveLength(0)
        for (const shop of shops) {
          expect(shop.external_id).not.toBe("")
          expect(shop.region).toMatch(/^[A-Z]{2}$/)
          expect(shop.currency_code).toMatch(/^[a-z]{3}$/)
        }
        expectNoSecret(JSON.stringify({ account, shops }))
      })

      it("once per code", async () => {
        const code = await world.consent()
        secrets.add(code)
        keepSecret(
          (await world.provider.completeAuthorization({ code })).credentials
        )
        await expectError(world.provider.completeAuthorization({ code }), [
          "code_invalid",
        ])
      })

      it("and renews, so that the new credentials work", async () => {
        const grant = await connect()
        const renewed = await world.provider.renewCredentials(grant.credentials)
        keepSecret(renewed)
        expect(renewed.values).not.toEqual(grant.credentials.values)
        const access = accessTo({ ...grant, credentials: renewed })
        const shop = await world.provider.readShop(access)
        expect(shop.external_id).toBe(grant.shops[0].external_id)
        expect(access.renewals).toBe(0)
      })

      it("renewing by itself, once, when a token has expired", async () => {
        const access = await connected()
        world.expireAccess()
        const shop = await world.provider.readShop(access)
        expect(shop.external_id).toBe(access.channel.external_id)
        expect(access.renewals).toBe(1)
      })

      it("until the seller takes it back", async () => {
        const access = await connected()
        world.revoke()
        await expectError(world.provider.readShop(access), [
          "authorization_refused",
        ])
        await expectError(
          world.provider.renewCredentials(await access.credentials()),
          ["authorization_refused"]
        )
      })
    })

    describe("reads", () => {
      it("the shop", async () => {
        const grant = await connect()
        expect(await world.provider.readShop(accessTo(grant))).toEqual(
          grant.shops[0]
        )
      })

      it("the warehouses that goods are sent from", async () => {
        const found = await world.provider.readWarehouses(await connected())
        expect(found.map((one) => one.external_id).sort()).toEqual(
          [...world.books.warehouse_ids].sort()
        )
      })

      it("every listing once", async () => {
        const access = await connected()
        const listings = await collect(world.provider.readListings(access))
        expect(listings.map((one) => one.external_sku_id).sort()).toEqual(
          [...world.books.sku_ids].sort()
        )
        expect(new Set(access.lanes)).toEqual(new Set(["catalogue"]))
        for (const listing of listings) {
          expect(typeof listing.external_product_id).toBe("string")
          expect(listing.currency_code).toBe(access.channel.currency_code)
          expect(listing.price === null || isAmount(listing.price)).toBe(true)
          for (const {
            warehouse_external_id,
            quantity,
          } of listing.quantities) {
            expect(typeof warehouse_external_id).toBe("string")
            expect(isAmount(quantity)).toBe(true)
          }
        }
      })

      it.each(["orders", "history"] as const)(
        "every order, oldest change first, in the lane %s",
        async (lane) => {
          const access = await connected()
          const orders = await collect(
            world.provider.readOrders(access, everything(lane))
          )
          expect(idsOf(orders)).toEqual([...world.books.order_ids].sort())
          const times = orders.map((one) => Number(one.external_updated_at))
          expect(times).toEqual([...times].sort((one, other) => one - other))
          expect(new Set(access.lanes)).toEqual(new Set([lane]))
          expect(access.lanes.length).toBeGreaterThan(1)
        }
      )

      it("orders by the time they were placed", async () => {
        const access = await connected()
        const orders = await collect(
          world.provider.readOrders(access, {
            ...everything(),
            by: "placed_at",
          })
        )
        expect(idsOf(orders)).toEqual([...world.books.order_ids].sort())
      })

      it("nothing outside of the window, its end excluded", async () => {
        const access = await connected()
        const all = await collect(
          world.provider.readOrders(access, everything())
        )
        const from = all[0].external_updated_at
        const to = all[all.length - 1].external_updated_at
        const orders = await collect(
          world.provider.readOrders(access, { ...everything(), from, to })
        )
        expect(idsOf(orders)).toEqual(
          idsOf(
            all.filter(({ external_updated_at: at }) => at >= from && at < to)
          )
        )
      })

      it("every order of a status, for all that may be chosen", async () => {
        const access = await connected()
        const all = await collect(
          world.provider.readOrders(access, everything())
        )
        const { downloadable_statuses } = world.provider.description
        for (const status of downloadable_statuses) {
          const found = idsOf(
            await collect(
              world.provider.readOrders(access, {
                ...everything(),
                statuses: [status],
              })
            )
          )
          const wanted = all.filter(({ payload }) => {
            const { meaning } = world.provider.mapOrder(payload)
            return meaning.kind === "status" && meaning.status === status
          })
          expect(found).toEqual(expect.arrayContaining(idsOf(wanted)))
        }
      })

      it("orders by id, the same as in the feed, unknown ones left out", async () => {
        const access = await connected()
        const feed = await collect(
          world.provider.readOrders(access, everything())
        )
        const ids = [...world.books.order_ids, "123456789012345678"]
        const found = await world.provider.readOrdersById(access, ids, "orders")
        const byId = new Map(found.map((one) => [one.external_id, one]))
        expect(found).toHaveLength(feed.length)
        for (const order of feed) {
          expect(byId.get(order.external_id)).toEqual(order)
        }
      })
    })

    describe("maps orders", () => {
      const payloads = async () => {
        const access = await connected()
        return collect(world.provider.readOrders(access, everything()))
      }

      it("purely", async () => {
        for (const { payload } of await payloads()) {
          const before = JSON.stringify(payload)
          freeze(payload)
          const order = world.provider.mapOrder(payload)
          expect(world.provider.mapOrder(JSON.parse(before))).toEqual(order)
          expect(JSON.stringify(payload)).toBe(before)
        }
      })

      it("with totals that add up to the marketplace's", async () => {
        for (const { external_id, payload } of await payloads()) {
          const { money, lines } = world.provider.mapOrder(payload)
          expect(money.total).toBe(world.books.totals[external_id])
          expect(
            money.subtotal -
              money.seller_discount -
              money.platform_discount +
              money.shipping_fee -
              money.shipping_seller_discount -
              money.shipping_platform_discount +
              money.tax
          ).toBe(money.total)
          const sum = (of: (line: (typeof lines)[number]) => number) =>
            lines.reduce((total, line) => total + of(line), 0)
          expect(sum((line) => line.seller_discount)).toBe(
            money.seller_discount
          )
          expect(sum((line) => line.platform_discount)).toBe(
            money.platform_discount
          )
          expect(sum((line) => line.unit_price * line.quantity)).toBe(
            money.subtotal
          )
          expect(Object.values(money).every(isAmount)).toBe(true)
        }
      })

      it("with ids as texts and lines that name their units", async () => {
        for (const raw of await payloads()) {
          const order = world.provider.mapOrder(raw.payload)
          expect(order.external_id).toBe(raw.external_id)
          expect(order.raw_status).toBe(raw.raw_status)
          expect(order.placed_at).toEqual(raw.placed_at)
          expect(order.external_updated_at).toEqual(raw.external_updated_at)
          expect(order.meaning.kind).not.toBe("unknown")
          expect(order.flags.every((one) => ORDER_FLAGS.includes(one))).toBe(
            true
          )
          const line_ids = order.lines.flatMap((line) => line.external_line_ids)
          expect(new Set(line_ids).size).toBe(line_ids.length)
          for (const line of order.lines) {
            expect(line.quantity).toBeGreaterThan(0)
            expect(line.cancelled_quantity).toBeLessThanOrEqual(line.quantity)
            expect(typeof line.external_sku_id).toBe("string")
            expect(typeof line.external_product_id).toBe("string")
          }
          for (const parcel of order.parcels) {
            expect(typeof parcel.external_id).toBe("string")
            expect(line_ids).toEqual(
              expect.arrayContaining(parcel.external_line_ids)
            )
          }
        }
      })
    })

    describe.each(PASSING_FAULTS)("comes through %s", (fault) => {
      it("without losing an order", async () => {
        const access = await connected()
        world.failOrders(fault, 1)
        const orders = await collect(
          world.provider.readOrders(access, everything())
        )
        expect(idsOf(orders)).toEqual([...world.books.order_ids].sort())
      })

      it("or says so, when it does not pass", async () => {
        const access = await connected()
        world.failOrders(fault, world.too_often)
        await expectError(
          collect(world.provider.readOrders(access, everything())),
          ["rate_limited", "unavailable", "invalid_response"]
        )
      })
    })

    describe("receives webhooks", () => {
      const received = () => {
        const { provider } = world
        if (!world.webhook || !receivesWebhooks(provider)) {
          return undefined
        }
        const [order_id] = world.books.order_ids
        return { ...world.webhook(order_id), provider, order_id }
      }

      it("that are signed, and names the order", () => {
        const webhook = received()
        if (!webhook) {
          return
        }
        const { provider, order_id, headers, raw_body } = webhook
        expect(provider.verifyWebhook({ headers, raw_body })).toBe(true)
        const message = provider.parseWebhook(raw_body)
        expect(message.effect).toEqual({
          kind: "orders_changed",
          order_external_ids: [order_id],
        })
      })

      it("that are forged: refused", () => {
        const webhook = received()
        if (!webhook) {
          return
        }
        const { provider, headers, raw_body, signature_header } = webhook
        const signature = headers[signature_header]
        const verify = (given: string | undefined, body = raw_body) =>
          provider.verifyWebhook({
            headers: { ...headers, [signature_header]: given },
            raw_body: body,
          })
        const tampered = Buffer.from(raw_body)
        tampered[Math.floor(tampered.length / 2)] ^= 1
        expect(verify(signature, tampered)).toBe(false)
        expect(verify(signature, Buffer.concat([raw_body, raw_body]))).toBe(
          false
        )
        expect(verify(signature, Buffer.alloc(0))).toBe(false)
        expect(verify(undefined)).toBe(false)
        expect(verify("")).toBe(false)
        expect(verify(signature.slice(0, -1))).toBe(false)
        expect(verify(signature + "0")).toBe(false)
        expect(verify("0".repeat(signature.length))).toBe(false)
        expect(provider.verifyWebhook({ headers: {}, raw_body })).toBe(false)
      })

      it.each(["", "{", "[]", "null", '"text"', "{}"])(
        "that make no sense (%p): refused",
        (body) => {
          const { provider } = world
          if (!receivesWebhooks(provider)) {
            return
          }
          expect(() => provider.parseWebhook(Buffer.from(body))).toThrow(
            MappingError
          )
        }
      )
    })
  })
}

type TestAccess = ChannelAccess & { renewals: number; lanes: RateLane[] }

async function collect<T>(pages: AsyncIterable<Page<T>>): Promise<T[]> {
  const items: T[] = []
  for await (const page of pages) {
    items.push(...page.items)
  }
  return items
}

/** An order may come twice; which ones came is what counts. */
function idsOf(orders: RawOrder[]): string[] {
  return [...new Set(orders.map((one) => one.external_id))].sort()
}

function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function freeze(value: unknown): void {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
}
