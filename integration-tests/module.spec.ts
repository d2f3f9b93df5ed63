import { DAL } from "@medusajs/framework/types"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { join } from "node:path"
import { MARKETPLACE_CHANNEL_MODULE } from "../src/modules/marketplace-channel"
import loadProviders from "../src/modules/marketplace-channel/loaders/providers"
import MarketplaceChannelModuleService from "../src/modules/marketplace-channel/service"
import { receivesWebhooks } from "../src/domain/provider/receives-webhooks"
import { signFakeWebhook } from "./fixtures/fake-provider"
import { RateLane } from "../src/domain/provider/channel-access"
import { RateBudgetService } from "../src/modules/marketplace-channel/services/rate-budget"
import { OrderCopy } from "../src/modules/marketplace-channel/services/order-copies"

const FAKE = join(__dirname, "fixtures/fake-provider")
const MINUTE = 60_000

const copy = (changes: Partial<OrderCopy> = {}): OrderCopy => ({
  external_id: "578000000000000001",
  raw_status: "OPEN",
  placed_at: new Date("2026-03-01T00:00:00Z"),
  external_updated_at: new Date("2026-03-01T00:00:00Z"),
  payload: { id: "578000000000000001" },
  content_hash: "first",
  ...changes,
})

moduleIntegrationTestRunner<MarketplaceChannelModuleService>({
  moduleName: MARKETPLACE_CHANNEL_MODULE,
  resolve: join(__dirname, "../src/modules/marketplace-channel"),
  moduleOptions: {
    encryptionKey: "an encryption key for tests only",
    providers: [
      {
        resolve: FAKE,
        id: "fake-a",
        options: { marketplace: "a", secret: "secret of a" },
      },
      {
        resolve: FAKE,
        id: "fake-b",
        options: { marketplace: "b", secret: "secret of b" },
      },
    ],
  },
  testSuite: ({ service }) => {
    const makeChannel = () =>
      service.createMarketplaceChannels({
        provider_id: "fake-a",
        name: "Nhà Gốm",
        external_id: "shop-1",
        region: "VN",
        currency_code: "vnd",
        status: "connected",
        settings: {},
        provider_data: {},
        warehouses: {},
        sales_channel_id: "sc_1",
        authorization_id: "mpauth_1",
      })

    describe("providers", () => {
      it("keeps the same provider, registered twice, apart", () => {
        const [a, b] = service.providers.list()
        expect([a.id, b.id]).toEqual(["fake-a", "fake-b"])
        const raw_body = Buffer.from("{}")
        const headers = {
          "x-fake-signature": signFakeWebhook("secret of a", raw_body),
        }
        const verified = [a, b].map(
          ({ provider }) =>
            receivesWebhooks(provider) &&
            provider.verifyWebhook({ headers, raw_body })
        )
        expect(verified).toEqual([true, false])
      })

      it("names the providers there are when another is asked for", () => {
        expect(() => service.providers.retrieve("shopee")).toThrow(
          'There is no marketplace provider "shopee". Configured: fake-a, fake-b.'
        )
      })

      it("refuses two providers with one id before anything is loaded", async () => {
        await expect(
          loadProviders({
            container: { register: () => undefined } as never,
            options: {
              providers: [
                { resolve: FAKE, id: "fake" },
                { resolve: FAKE, id: "fake" },
              ],
            },
          } as never)
        ).rejects.toThrow('two providers have the id "fake"')
      })
    })

    describe("nudges", () => {
      it("are one row per order, and outlast being asked for again meanwhile", async () => {
        const channel = await makeChannel()
        await service.nudges.add(channel.id, ["1", "1", "2"], "webhook")
        const claimed = await service.nudges.claim(10)
        expect(claimed.map(({ external_id }) => external_id).sort()).toEqual([
          "1",
          "2",
        ])
        expect(await service.nudges.claim(10)).toEqual([])
        await service.nudges.add(channel.id, ["1"], "webhook")
        await service.nudges.finish(claimed)
        const again = await service.nudges.claim(10)
        expect(again).toMatchObject([{ external_id: "1", counter: 2 }])
      })

      it("wait while their channel makes no calls", async () => {
        const channel = await makeChannel()
        await service.nudges.add(channel.id, ["1"], "webhook")
        await service.updateMarketplaceChannels({
          id: channel.id,
          status: "paused",
        })
        expect(await service.nudges.claim(10)).toEqual([])
        await service.updateMarketplaceChannels({
          id: channel.id,
          status: "connected",
        })
        expect(await service.nudges.claim(10)).toHaveLength(1)
      })

      it("are claimed by one of many workers", async () => {
        const channel = await makeChannel()
        const ids = Array.from({ length: 40 }, (_, index) => String(index))
        await service.nudges.add(channel.id, ids, "webhook")
        const claims = await Promise.all(
          Array.from({ length: 8 }, () => service.nudges.claim(10))
        )
        const claimed = claims.flat().map(({ external_id }) => external_id)
        expect(new Set(claimed).size).toBe(claimed.length)
      })
    })

    describe("flows", () => {
      it("are claimed once, keep their cursor and come back when due", async () => {
        const channel = await makeChannel()
        const cursor = new Date("2026-03-01T00:00:00Z")
        await service.flows.create(channel.id, [
          {
            kind: "recent_orders",
            due_at: new Date(Date.now() - MINUTE),
            cursor,
          },
        ])
        const flow = await service.flows.claimNext()
        expect(flow).toMatchObject({ kind: "recent_orders", cursor })
        expect(await service.flows.claimNext()).toBeNull()
        await service.flows.advance(
          flow?.id ?? "",
          new Date("2026-03-02T00:00:00Z")
        )
        await service.flows.fail(flow?.id ?? "", new Date(), "no answer")
        expect(await service.flows.claimNext()).toMatchObject({
          cursor: new Date("2026-03-02T00:00:00Z"),
          failures: 1,
        })
      })
    })

    describe("order copies", () => {
      const channel = { id: "mpchan_1", display_prefix: "FAKE" }
      const read = (minutes: number) =>
        new Date(Date.parse("2026-03-01T01:00:00Z") + minutes * MINUTE)

      it("stand once however many store them at the same time", async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 6 }, () =>
            service.orderCopies.save(channel, [copy()], read(0))
          )
        )
        const made = outcomes.flat().filter(({ outcome }) => outcome === "new")
        expect(made).toHaveLength(1)
        const [, count] = await service.listAndCountMarketplaceChannelOrders({})
        expect(count).toBe(1)
      })

      it("are never overtaken by an older read", async () => {
        const moved = copy({
          content_hash: "moved",
          external_updated_at: new Date("2026-03-01T00:10:00Z"),
        })
        const edited = copy({ ...moved, content_hash: "edited" })
        await service.orderCopies.save(channel, [copy()], read(0))
        await service.orderCopies.save(channel, [moved], read(2))
        const [late] = await service.orderCopies.save(
          channel,
          [copy()],
          read(3)
        )
        expect(late.outcome).toBe("stale")
        const [same] = await service.orderCopies.save(channel, [moved], read(5))
        expect(same.outcome).toBe("unchanged")
        const [overtaken] = await service.orderCopies.save(
          channel,
          [edited],
          read(4)
        )
        expect(overtaken.outcome).toBe("stale")
        const [accepted] = await service.orderCopies.save(
          channel,
          [edited],
          read(6)
        )
        expect(accepted.outcome).toBe("changed")
      })
    })

    describe("the rate budget", () => {
      const budgets = () => {
        const { baseRepository_ } = service as unknown as {
          baseRepository_: DAL.RepositoryService
        }
        return new RateBudgetService({ baseRepository: baseRepository_ })
      }

      it("lets live orders pass a catalogue that waits", async () => {
        const slow = { requests_per_second: 0.2, burst: 4 }
        const done: string[] = []
        const take = async (name: string, lane: RateLane) => {
          await budgets().take("mpchan_1", lane, slow)
          done.push(name)
        }
        await take("first", "history")
        const history = take("history", "history")
        await take("order", "orders")
        await take("another order", "orders")
        expect(done).toEqual(["first", "order", "another order"])
        await service.updateMarketplaceRateBudgets({
          id: "mpchan_1",
          tokens: 4,
        })
        await history
        expect(done).toHaveLength(4)
      })

      it("hands out no more than there is, over all callers", async () => {
        const fast = { requests_per_second: 50, burst: 3 }
        await Promise.all(
          Array.from({ length: 12 }, () =>
            budgets().take("mpchan_1", "orders", fast)
          )
        )
        const { tokens } =
          await service.retrieveMarketplaceRateBudget("mpchan_1")
        expect(tokens).toBeGreaterThanOrEqual(0)
        expect(tokens).toBeLessThan(3)
      })
    })
  },
})
