import { setTimeout as sleep } from "node:timers/promises"
import { asValue } from "@medusajs/framework/awilix"
import { DAL, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
} from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { join } from "node:path"
import { MARKETPLACE_CHANNEL_MODULE } from "../src/modules/marketplace-channel"
import loadProviders from "../src/modules/marketplace-channel/loaders/providers"
import MarketplaceChannelModuleService from "../src/modules/marketplace-channel/service"
import { receivesWebhooks } from "../src/domain/provider/receives-webhooks"
import { parcelsInLists } from "./cases/parcels-in-lists"
import { scanning } from "./cases/scanning"
import { FakeMarketplace, signFakeWebhook } from "./fixtures/fake-provider"
import { backgroundIdle } from "../src/workflows/background"
import { runFlow } from "../src/workflows/flows/run-flow"
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
    const makeChannel = (
      changes: {
        external_id?: string
        authorization_id?: string
        provider_data?: Record<string, unknown>
      } = {}
    ) =>
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
        ...changes,
      })

    scanning(service)
    parcelsInLists(service)

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
      const claim = async () => (await service.nudges.claim(10))?.nudges ?? []

      it("are one row per order, and outlast being asked for again meanwhile", async () => {
        const channel = await makeChannel()
        await service.nudges.add(channel.id, ["1", "1", "2"], "webhook")
        const claimed = await claim()
        expect(claimed.map(({ external_id }) => external_id).sort()).toEqual([
          "1",
          "2",
        ])
        expect(await claim()).toEqual([])
        await service.nudges.add(channel.id, ["1"], "webhook")
        await service.nudges.finish(claimed)
        const again = await claim()
        expect(again).toMatchObject([{ external_id: "1", counter: 2 }])
      })

      it("are still read when a product of theirs is linked meanwhile", async () => {
        const channel = await makeChannel()
        await service.nudges.add(channel.id, ["1"], "event")
        await service.nudges.add(channel.id, ["1", "2"], "link")
        const claimed = await claim()
        expect(
          claimed
            .map(({ external_id, source }) => `${external_id} ${source}`)
            .sort()
        ).toEqual(["1 event", "2 link"])
      })

      it("wait while their channel makes no calls", async () => {
        const channel = await makeChannel()
        await service.nudges.add(channel.id, ["1"], "webhook")
        await service.updateMarketplaceChannels({
          id: channel.id,
          status: "paused",
        })
        expect(await claim()).toEqual([])
        await service.updateMarketplaceChannels({
          id: channel.id,
          status: "connected",
        })
        expect(await claim()).toHaveLength(1)
      })

      it("are claimed by one of many workers", async () => {
        const channel = await makeChannel()
        const ids = Array.from({ length: 40 }, (_, index) => String(index))
        await service.nudges.add(channel.id, ids, "webhook")
        const claims = await Promise.all(Array.from({ length: 8 }, claim))
        const claimed = claims.flat().map(({ external_id }) => external_id)
        expect(new Set(claimed).size).toBe(claimed.length)
      })

      it("are claimed of one channel at a time, the one that has waited longest, and of none that is served", async () => {
        const first = await makeChannel()
        const second = await makeChannel({ external_id: "shop-2" })
        await service.nudges.add(first.id, ["1"], "webhook")
        await service.nudges.add(second.id, ["2"], "webhook")
        await service.nudges.add(first.id, ["3"], "webhook")
        const { provider_id } = first
        expect(
          await service.nudges.claim(10, {
            channel_ids: [],
            provider_ids: [provider_id],
          })
        ).toBeNull()
        const served = { channel_ids: [first.id], provider_ids: [] }
        expect(await service.nudges.claim(10, served)).toMatchObject({
          channel_id: second.id,
          provider_id,
          nudges: [{ external_id: "2" }],
        })
        expect(
          (await claim()).map(({ external_id }) => external_id).sort()
        ).toEqual(["1", "3"])
        expect(await service.nudges.claim(10)).toBeNull()
      })
    })

    describe("flows", () => {
      const claim = async () => {
        const flow = await service.flows.claimNext()
        if (!flow) {
          throw new Error("no flow is due")
        }
        return flow
      }

      it("are no longer a worker's who was taken over while it stalled", async () => {
        const channel = await makeChannel()
        await service.flows.create(channel.id, [
          { kind: "stock", due_at: new Date(0), cursor: null },
        ])
        const stalled = await claim()
        await service.updateMarketplaceFlows({
          id: stalled.id,
          leased_until: new Date(0),
        })
        const now = await claim()
        await expect(service.flows.keep(stalled)).rejects.toThrow(/taken over/)
        await expect(
          service.flows.advance(stalled, new Date())
        ).rejects.toThrow(/taken over/)
        await service.flows.succeed(stalled, new Date(0))
        await service.flows.fail(stalled, new Date(0), {
          message: "late",
          code: "failed",
        })
        await service.flows.remove(stalled)
        expect(await service.flows.claimNext()).toBeNull()
        await service.flows.keep(now)
        await service.flows.succeed(now, new Date(0))
        expect(await claim()).toMatchObject({ id: now.id, failures: 0 })
      })

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
        const flow = await claim()
        expect(flow).toMatchObject({ kind: "recent_orders", cursor })
        expect(await service.flows.claimNext()).toBeNull()
        await service.flows.advance(flow, new Date("2026-03-02T00:00:00Z"))
        await service.flows.fail(flow, new Date(), {
          message: "no answer",
          code: "unavailable",
        })
        expect(await service.flows.claimNext()).toMatchObject({
          cursor: new Date("2026-03-02T00:00:00Z"),
          failures: 1,
        })
      })
    })

    describe("runs", () => {
      const line = (external_id: string) => ({
        channel_id: null,
        channel_name: null,
        external_id,
        code: "done",
        params: {},
        message: "Done",
      })
      const progress = { phase: "working", done: 1, total: 2 }
      const claim = async (id: string) => {
        const lease = await service.runs.claim(id)
        if (!lease) {
          throw new Error("the run is somebody's")
        }
        return lease
      }

      it("are no longer a worker's who was taken over while it stalled", async () => {
        const { id } = await service.createMarketplaceRuns({
          kind: "order_action",
          status: "running",
          params: {},
          progress,
          counts: {},
          created_by: "user_1",
        })
        const stalled = await claim(id)
        expect(await service.runs.claim(id)).toBeNull()
        await service.updateMarketplaceRuns({ id, leased_until: new Date(0) })
        const now = await claim(id)
        await service.runs.addResults(now, [line("order 1")])

        const late = [
          () => service.runs.keep(stalled),
          () => service.runs.report(stalled, { ...progress, done: 2 }),
          () => service.runs.addResults(stalled, [line("order 2")]),
        ]
        for (const write of late) {
          await expect(write()).rejects.toThrow(/taken over/)
        }
        await service.runs.postpone(stalled, 0)
        await service.runs.finish(stalled, { status: "failed", error: "late" })
        expect(await service.runs.claim(id)).toBeNull()

        await service.runs.finish(now, { status: "done" })
        expect(await service.retrieveMarketplaceRun(id)).toMatchObject({
          status: "done",
          error: null,
          progress,
          counts: { done: 1 },
        })
      })
    })

    describe("event queues", () => {
      const marketplace = FakeMarketplace.named("a")
      const pulls = () =>
        marketplace.calls.filter((call) => call === "pullEvents").length
      let container: MedusaContainer
      let warnings: string[]

      beforeEach(() => {
        marketplace.reset()
        warnings = []
        container = createMedusaContainer() as unknown as MedusaContainer
        container.register({
          [MARKETPLACE_CHANNEL_MODULE]: asValue(service),
          [ContainerRegistrationKeys.LOGGER]: asValue({
            warn: (text: string) => warnings.push(text),
          }),
        })
      })

      /** A channel of a shop of the fake, with its queue due at once. */
      const connect = async (shop = marketplace.shop().shop) => {
        const channel = await makeChannel({
          ...shop,
          authorization_id: await service.authorizations.keep("fake-a", {
            account: { external_id: shop.external_id, name: shop.name },
            credentials: marketplace.exchangeClientKey(marketplace.client_key),
            scopes: [],
            shops: [shop],
          }),
        })
        await service.flows.create(channel.id, [
          { kind: "event_queue", due_at: new Date(), cursor: null },
        ])
        return channel
      }

      /** One worker's turn: a channel's flow, as the tick finds it. */
      const turn = async (channel: { id: string; provider_id: string }) => {
        const [{ id, failures }] = await service.listMarketplaceFlows({
          channel_id: channel.id,
          kind: "event_queue",
        })
        const lease_id = "the only worker"
        await service.updateMarketplaceFlows({ id, lease_id })
        await runFlow(container, {
          id,
          lease_id,
          failures,
          channel_id: channel.id,
          provider_id: channel.provider_id,
          kind: "event_queue",
          cursor: null,
          claimed_at: new Date(),
        })
        const [flow] = await service.listMarketplaceFlows({ id })
        return flow
      }

      const queueRow = async () => {
        const [queue] = await service.listMarketplaceEventQueues({})
        return queue
      }
      const makeDue = async () =>
        service.updateMarketplaceEventQueues({
          id: (await queueRow()).id,
          due_at: new Date(0),
        })
      const nudged = async () =>
        (await service.listMarketplaceNudges({}))
          .map(({ channel_id, external_id, source }) =>
            [channel_id, external_id, source].join(" ")
          )
          .sort()
      const kept = () =>
        service.listMarketplaceWebhookMessages(
          {},
          { order: { notification_id: "ASC" } }
        )
      const publish = (...orders: string[]) =>
        orders.forEach((order) =>
          marketplace.queue.publishOrder(
            `event ${order}`,
            marketplace.shop().shop.external_id,
            [order]
          )
        )
      const sql = (statement: string) =>
        (
          service as unknown as {
            baseRepository_: {
              getFreshManager(): { execute(text: string): Promise<unknown> }
            }
          }
        ).baseRepository_
          .getFreshManager()
          .execute(statement)

      it("are opened, read to their end and due again soon", async () => {
        const channel = await connect()
        const begun = Date.now()
        await turn(channel)
        publish("1", "2", "3", "4", "5")
        await makeDue()
        const flow = await turn(channel)
        expect(await nudged()).toEqual(
          ["1", "2", "3", "4", "5"].map(
            (order) => `${channel.id} ${order} event`
          )
        )
        expect(await kept()).toMatchObject(
          ["1", "2", "3", "4", "5"].map((order) => ({
            notification_id: `event ${order}`,
            channel_id: channel.id,
            effect: "nudged",
            deliveries: 1,
          }))
        )
        expect(marketplace.calls).toEqual([
          "openEventQueue",
          ...Array(5).fill("pullEvents"),
        ])
        const wait = flow.due_at.getTime() - begun
        expect(wait).toBeGreaterThan(14_000)
        expect(wait).toBeLessThan(60_000)
        expect(flow).toMatchObject({ failures: 0, last_error: null })
      })

      it("acknowledge a batch only with the pull after it, and keep the last ack", async () => {
        const channel = await connect()
        await turn(channel)
        publish("1", "2", "3")
        await makeDue()
        await turn(channel)
        const { ack } = await queueRow()
        const acks = [...marketplace.queue.acks]
        expect(acks.slice(0, 2)).toEqual([null, null])
        expect(new Set(acks).size).toBe(3)
        expect(ack).toBe(acks.at(-1))
        publish("4")
        await makeDue()
        await turn(channel)
        expect(marketplace.queue.acks.slice(acks.length)[0]).toBe(ack)
        expect(await nudged()).toHaveLength(4)
      })

      it("lose nothing when the writes fail: the batch comes again", async () => {
        const channel = await connect()
        await turn(channel)
        publish("1", "2", "3")
        await makeDue()
        await sql(
          `CREATE FUNCTION refuse_message() RETURNS trigger AS $$
           BEGIN RAISE EXCEPTION 'the disk is full'; END $$ LANGUAGE plpgsql`
        )
        await sql(
          `CREATE TRIGGER refuse_message BEFORE INSERT ON marketplace_webhook_message
           FOR EACH ROW WHEN (NEW.notification_id = 'event 3')
           EXECUTE FUNCTION refuse_message()`
        )
        const failed = await turn(channel)
        expect(failed.last_error).toContain("the disk is full")
        expect((await queueRow()).last_error).toContain("the disk is full")
        expect(warnings).toHaveLength(1)
        const acknowledged = marketplace.queue.acks.at(-1)
        expect((await queueRow()).ack).toBe(acknowledged)
        expect(await kept()).toHaveLength(2)

        await sql(`DROP FUNCTION refuse_message CASCADE`)
        const again = await turn(channel)
        expect(again).toMatchObject({ failures: 0, last_error: null })
        expect((await kept()).map((one) => one.notification_id)).toEqual([
          "event 1",
          "event 2",
          "event 3",
        ])
        expect(await nudged()).toHaveLength(3)
        expect((await queueRow()).last_error).toBeNull()
      })

      it("are not followed up twice when a batch comes again", async () => {
        const channel = await connect()
        await turn(channel)
        publish("1", "2")
        await makeDue()
        await turn(channel)
        const claimed = await service.nudges.claim(10)
        await service.nudges.finish(claimed?.nudges ?? [])
        publish("2", "3", "2")
        await makeDue()
        await turn(channel)
        expect(await nudged()).toEqual([`${channel.id} 3 event`])
        const repeated = (await kept()).find(
          (one) => one.notification_id === "event 2"
        )
        expect(repeated?.deliveries).toBe(3)
      })

      it("have one reader at a time", async () => {
        const channel = await connect()
        const other = await connect(marketplace.addShop().shop)
        await turn(channel)
        await turn(other)
        const before = pulls()
        publish("1")
        await makeDue()
        let meanwhile = -1
        marketplace.queue.meanwhile = async () => {
          await turn(other)
          meanwhile = pulls() - before
        }
        await turn(channel)
        expect(meanwhile).toBe(1)
        expect(pulls() - before).toBe(2)
        expect(await nudged()).toHaveLength(1)
        await Promise.all([turn(channel), turn(other)])
        expect(pulls() - before).toBe(2)
      })

      it("have one reader, whichever of many workers comes first", async () => {
        const channel = await connect()
        await turn(channel)
        await makeDue()
        const claims = await Promise.all(
          Array.from({ length: 8 }, () =>
            service.eventQueues.claim("fake-a", "app", channel.id)
          )
        )
        expect(claims.filter(Boolean)).toHaveLength(1)
      })

      it("are not written to by a reader whose lease has run out", async () => {
        const channel = await connect()
        await turn(channel)
        publish("1")
        await makeDue()
        marketplace.queue.meanwhile = async () => {
          await service.updateMarketplaceEventQueues({
            id: (await queueRow()).id,
            leased_until: new Date(0),
          })
          await turn(channel)
        }
        await turn(channel)
        expect(warnings.join()).toContain("taken over by another process")
        const { ack, last_error } = await queueRow()
        expect(ack).toBe(marketplace.queue.acks.at(-1))
        expect(last_error).toBeNull()
        expect(await nudged()).toEqual([`${channel.id} 1 event`])
      })

      it("serve all working channels that share them", async () => {
        const channel = await connect()
        const other = await connect(marketplace.addShop().shop)
        const paused = await connect(marketplace.addShop().shop)
        for (const one of [channel, other, paused]) {
          await turn(one)
        }
        await service.updateMarketplaceChannels({
          id: paused.id,
          status: "paused",
        })
        expect((await queueRow()).external_id).toBe("fake-queue-1")
        marketplace.queue.open("a shop of somebody else")
        const shops = [channel, other, paused].map((one) => one.external_id)
        ;[...shops, "a shop of somebody else"].forEach((shop, place) =>
          marketplace.queue.publishOrder(`event ${place}`, shop, [`${place}`])
        )
        await makeDue()
        await turn(other)
        expect(await nudged()).toEqual(
          [`${channel.id} 0 event`, `${other.id} 1 event`].sort()
        )
        expect(await kept()).toMatchObject([
          { channel_id: channel.id, effect: "nudged" },
          { channel_id: other.id, effect: "nudged" },
          { channel_id: null, effect: "recorded" },
          { channel_id: null, effect: "recorded" },
        ])
      })

      it("carry other messages too, each with its effect", async () => {
        const channel = await connect()
        await turn(channel)
        const { external_id } = channel
        marketplace.queue.publish({
          external_id: "a listing",
          type: "product",
          shop_external_id: external_id,
          effect: { kind: "listings_changed", product_external_ids: ["7"] },
        })
        marketplace.queue.publish({
          external_id: "the end",
          type: "shop",
          shop_external_id: external_id,
          effect: { kind: "deauthorized" },
        })
        await makeDue()
        await turn(channel)
        await backgroundIdle()
        expect(await kept()).toMatchObject([
          { notification_id: "a listing", effect: "nudged" },
          { notification_id: "the end", effect: "deauthorized" },
        ])
        const { status } = await service.retrieveMarketplaceChannel(channel.id)
        // The shop was asked, and it works.
        expect(status).toBe("connected")
        expect(await nudged()).toEqual([])
      })

      it("are opened anew when the marketplace has lost them, for every channel", async () => {
        const channel = await connect()
        const other = await connect(marketplace.addShop().shop)
        await turn(channel)
        await turn(other)
        publish("1")
        await makeDue()
        await turn(channel)
        expect((await queueRow()).ack).not.toBeNull()
        marketplace.queue.drop()
        await makeDue()
        const flow = await turn(channel)
        expect(flow.last_error).toBeNull()
        expect(await queueRow()).toMatchObject({
          external_id: marketplace.queue.id,
          ack: null,
        })
        await turn(other)
        publish("2")
        marketplace.queue.publishOrder("theirs", other.external_id, ["3"])
        await makeDue()
        await turn(channel)
        expect(await nudged()).toEqual(
          [
            `${channel.id} 1 event`,
            `${channel.id} 2 event`,
            `${other.id} 3 event`,
          ].sort()
        )
      })

      it("are subscribed to anew after signing in again, and now and then", async () => {
        const channel = await connect()
        const opened = () =>
          marketplace.calls.filter((call) => call === "openEventQueue").length
        await turn(channel)
        await turn(channel)
        expect(opened()).toBe(1)
        await service.eventQueues.forgetSubscription(channel.id)
        await turn(channel)
        expect(opened()).toBe(2)
        await service.updateMarketplaceEventQueues({
          id: (await queueRow()).id,
          subscriptions: {
            [channel.id]: new Date(Date.now() - 11 * MINUTE).toISOString(),
          },
        })
        await turn(channel)
        expect(opened()).toBe(3)
      })

      it("that fail leave the channel working, and another channel reads on", async () => {
        const channel = await connect()
        const other = await connect(marketplace.addShop().shop)
        await turn(channel)
        await turn(other)
        publish("1")
        await makeDue()
        marketplace.fail({ kind: "authorization_refused", call: "pullEvents" })
        const flow = await turn(channel)
        expect(flow).toMatchObject({ failures: 1 })
        expect(flow.last_error).toContain("Fake")
        const { status } = await service.retrieveMarketplaceChannel(channel.id)
        expect(status).toBe("connected")
        await turn(other)
        expect(await nudged()).toEqual([`${channel.id} 1 event`])
      })

      it("that a channel does not have are looked for again an hour later", async () => {
        marketplace.has_queue = false
        const channel = await connect()
        const flow = await turn(channel)
        expect(flow.due_at.getTime()).toBeGreaterThan(Date.now() + 59 * MINUTE)
        expect(marketplace.calls).toEqual([])
        expect(await queueRow()).toBeUndefined()
      })

      it("end a turn after some batches, and go on at once", async () => {
        const channel = await connect()
        await turn(channel)
        marketplace.queue.batch_size = 1
        publish(...Array.from({ length: 25 }, (_, index) => String(index)))
        await makeDue()
        const flow = await turn(channel)
        expect(await nudged()).toHaveLength(20)
        expect(flow.due_at.getTime()).toBeLessThanOrEqual(Date.now())
        await turn(channel)
        expect(await nudged()).toHaveLength(25)
      })
    })

    describe("credentials", () => {
      it("of many accounts are renewed two at a time, however long the marketplace takes", async () => {
        const marketplace = FakeMarketplace.named("a")
        marketplace.reset()
        const elsewhere = FakeMarketplace.named("b")
        elsewhere.reset()
        const keep = (provider: string, world: FakeMarketplace, n: number) =>
          service.authorizations.keep(provider, {
            account: { external_id: `account-${n}`, name: "Nhà Gốm" },
            credentials: world.exchangeFields(world.app),
            scopes: [],
            shops: [],
          })
        const ids = []
        for (let n = 0; n < 6; n++) {
          ids.push(await keep("fake-a", marketplace, n))
        }
        const letGo = marketplace.hold("renewCredentials")
        const renewals = ids.map((id) => service.vault.renew(id, null))
        const asked = () =>
          marketplace.calls.filter((call) => call === "renewCredentials").length
        try {
          const other = await keep("fake-b", elsewhere, 7)
          await service.vault.renew(other, null)
          await sleep(300)
          expect(asked()).toBe(2)
        } finally {
          letGo()
          await Promise.all(renewals)
        }
        expect(asked()).toBe(6)
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
