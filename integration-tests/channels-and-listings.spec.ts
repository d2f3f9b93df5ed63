import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Sandbox, startSandbox } from "../sandbox"
import { seedShop } from "../scripts/host/seed-shop"
import { runFlow } from "../src/workflows/flows/run-flow"
import { backgroundIdle } from "../src/workflows/background"
import { marketplacesOf } from "../src/workflows/marketplaces"
import { connectingByFields } from "./cases/connecting-by-fields"
import { deductingOtherwise } from "./cases/deducting-otherwise"
import { settlingBesideOthers } from "./cases/settling-beside-others"
import { downloadingByDefault } from "./cases/downloading-by-default"
import { settlingReturns } from "./cases/settling-returns"
import { followingUnits } from "./cases/following-units"
import { stayingConnected } from "./cases/staying-connected"
import { FakeMarketplace } from "./fixtures/fake-provider"
import { AdminClient } from "./support/admin"
import { ChannelAnswer } from "./support/connect"
import { useFakeMarketplace } from "./support/fake-marketplace"
import { holdWrites } from "./support/held-writes"
import { finishRun, resultsOf } from "./support/runs"
import { useSandbox } from "./support/sandbox-env"

type Channel = ChannelAnswer & {
  provider_id: string
  region: string
  currency_code: string
  status_reason: string | null
  warehouses: { external_id: string; is_default: boolean }[]
  settings: {
    warehouses: { external_id: string; stock_location_id: string }[]
    buffer: number
    share: number
    stock_from: string
  }
  flows: { kind: string; due_at: string; cursor: string | null }[]
}

type Listing = {
  id: string
  external_product_id: string
  external_sku_id: string
  seller_sku: string | null
  title: string
  sku_title: string | null
  price: number | null
  marketplace_quantity: number
  link_state: string
  variant_id: string | null
  variant: { id: string; sku: string; product_id: string } | null
  suggestion: {
    variant_id: string
    evidence: { rule: string; value: string }
    certain: boolean
  } | null
  changes: { field: string; from: unknown; to: unknown }[]
}

type Match = {
  listing_id: string
  variant_id: string
  evidence: { rule: string; value: string }
  certain: boolean
  listing: Listing
  variant: { sku: string }
}

const POTTER = "demoOpenIdVN01"
const WEAVER = "demoOpenIdVN02"
const DAY_MS = 86_400_000

let sandbox: Sandbox
let fake: FakeMarketplace
beforeAll(async () => {
  sandbox = await startSandbox({
    tiktok_shop: { shops: 2, sales_warehouses: 2 },
  })
  useSandbox(sandbox)
  fake = await useFakeMarketplace("channels", {
    connects_by_app: true,
    connects_by_key: true,
    description: {
      default_download_statuses: ["new"],
      default_settings: {
        deduct_stock_on: "handover",
        order_lookback_days: 30,
      },
    },
  })
})
afterAll(() => sandbox.close())

medusaIntegrationTestRunner({
  moduleName: "channels_and_listings",
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ getContainer, api, dbConfig }) => {
    let container: MedusaContainer
    let admin: AdminClient
    let callback: string

    beforeAll(async () => {
      container = getContainer()
      await seedShop(container)
      admin = await AdminClient.signIn(api, container)
      callback = `${String(api.defaults.baseURL)}/hooks/marketplaces/tiktok-shop/callback`
    })
    beforeEach(() => {
      container = getContainer()
      sandbox.tiktok.reset()
      fake.reset()
    })
    afterEach(async () => {
      await backgroundIdle()
      expect(sandbox.tiktok.violations).toEqual([])
    })

    /** Where the callback leads: the address and what it carries. */
    const comeBack = async (
      parameters: Record<string, string>
    ): Promise<{ path: string; said: Record<string, string> }> => {
      const answer = await fetch(
        `${callback}?${new URLSearchParams(parameters)}`,
        { redirect: "manual" }
      )
      expect(answer.status).toBe(302)
      const target = new URL(answer.headers.get("location") ?? "")
      return {
        path: target.origin + target.pathname,
        said: Object.fromEntries(target.searchParams),
      }
    }

    /** Asks for the consent page and gives the `state` it carries. */
    const begin = async (body: Record<string, unknown> = {}) => {
      const { status, body: answer } = await admin.post<{
        authorization_url: string
      }>("/channels", { provider_id: "tiktok-shop", ...body })
      expect(status).toBe(200)
      return new URL(answer.authorization_url).searchParams.get("state") ?? ""
    }

    const connect = async (
      seller = POTTER,
      body: Record<string, unknown> = {}
    ): Promise<Channel[]> => {
      const state = await begin(body)
      const { said } = await comeBack({
        code: sandbox.tiktok.consent(seller),
        state,
      })
      expect(said).toEqual({ connected: expect.any(String) })
      const all = await channels()
      return said.connected
        .split(",")
        .flatMap((id) => all.find((channel) => channel.id === id) ?? [])
    }

    const channels = async (): Promise<Channel[]> =>
      (await admin.get<{ channels: Channel[] }>("/channels")).body.channels

    const channelOf = async (id: string): Promise<Channel> =>
      (await admin.get<{ channel: Channel }>(`/channels/${id}`)).body.channel

    const exchanges = () =>
      sandbox.tiktok.calls.counts()["GET /api/v2/token/get"] ?? 0
    const refreshes = () =>
      sandbox.tiktok.calls.counts()["GET /api/v2/token/refresh"] ?? 0

    const download = async (channel: Channel) => {
      const run = await finishRun(admin, "/listings/downloads", {
        channel_ids: [channel.id],
      })
      expect(run).toMatchObject({ status: "done", error: null })
      return run
    }

    const listings = async (query = ""): Promise<Listing[]> =>
      (
        await admin.get<{ listings: Listing[] }>(
          `/listings?limit=200${query && `&${query}`}`
        )
      ).body.listings

    const bySku = async (seller_sku: string): Promise<Listing> => {
      const found = (await listings(`q=${seller_sku}`)).find(
        (listing) => listing.seller_sku === seller_sku
      )
      if (!found) {
        throw new Error(`no listing ${seller_sku}`)
      }
      return found
    }

    const variantOf = async (sku: string) => {
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "product_variant",
        fields: [
          "id",
          "title",
          "prices.*",
          "product.*",
          "product.images.*",
          "product.options.*",
          "product.sales_channels.id",
          "inventory_items.inventory.location_levels.*",
        ],
        filters: { sku },
      })
      return data[0]
    }

    describe("connecting", () => {
      it("makes a channel of every shop of one consent", async () => {
        const before = Date.now()
        const connected = await connect()

        expect(connected.map(({ name }) => name)).toEqual([
          "Nhà Gốm Sài Gòn",
          "Nhà Gốm Hà Nội",
        ])
        const location = await container
          .resolve(Modules.STOCK_LOCATION)
          .listStockLocations({})
        for (const channel of connected) {
          expect(channel).toMatchObject({
            provider_id: "tiktok-shop",
            status: "connected",
            region: "VN",
            currency_code: "vnd",
          })
          expect(channel.warehouses).toHaveLength(2)
          expect(channel.settings).toMatchObject({
            buffer: 0,
            share: 1,
            warehouses: [
              {
                external_id: channel.warehouses.find((one) => one.is_default)
                  ?.external_id,
                stock_location_id: location[0].id,
              },
            ],
          })
          expect(Date.parse(channel.settings.stock_from)).toBeGreaterThan(
            before - 1000
          )
          const flows = new Map(channel.flows.map((flow) => [flow.kind, flow]))
          expect([...flows.keys()].sort()).toEqual([
            "authorization",
            "buyer_requests",
            "history_orders",
            "open_orders",
            "recent_orders",
            "statements",
            "stock_sweep",
            "wide_orders",
          ])
          const history = Date.parse(flows.get("history_orders")?.cursor ?? "")
          expect((before - history) / DAY_MS).toBeCloseTo(30, 1)
          const renewal = Date.parse(flows.get("authorization")?.due_at ?? "")
          expect((renewal - before) / DAY_MS).toBeCloseTo(6, 1)
        }
      })

      it("gives each channel a sales channel with the mapped location, reachable by query", async () => {
        const [channel] = await connect()
        const query = container.resolve(ContainerRegistrationKeys.QUERY)
        const { data } = await query.graph({
          entity: "marketplace_channel",
          fields: [
            "id",
            "sales_channel.name",
            "sales_channel.stock_locations.id",
          ],
          filters: { id: channel.id },
        })
        expect(data).toMatchObject([
          {
            sales_channel: {
              name: "Nhà Gốm Sài Gòn",
              stock_locations: [
                {
                  id: channel.settings.warehouses[0].stock_location_id,
                },
              ],
            },
          },
        ])
      })

      it("leads back into the admin on the public address", async () => {
        const state = await begin()
        const { path } = await comeBack({
          code: sandbox.tiktok.consent(WEAVER),
          state,
        })
        expect(path).toBe("http://localhost/app/marketplaces/channels")
      })

      it("applies the name and settings that were given beforehand", async () => {
        const [channel] = await connect(WEAVER, {
          name: "Lụa",
          settings: { buffer: 3, share: 0.5 },
        })
        expect(channel).toMatchObject({
          name: "Lụa",
          settings: { buffer: 3, share: 0.5 },
        })
      })

      it("connects a shop again without a second channel, and with its name and settings", async () => {
        const [first] = await connect(WEAVER, { name: "Lụa" })
        await admin.post(`/channels/${first.id}`, { settings: { buffer: 7 } })
        const [second] = await connect(WEAVER, { name: "Khác" })
        expect(second).toMatchObject({
          id: first.id,
          name: "Lụa",
          sales_channel_id: first.sales_channel_id,
          settings: { buffer: 7 },
        })
        expect(await channels()).toHaveLength(1)
        expect(
          await marketplacesOf(container).listMarketplaceAuthorizations({})
        ).toHaveLength(1)
      })

      it.each([
        ["unknown", async () => "somebody-elses-state"],
        [
          "used",
          async (begun: string) => {
            await comeBack({ code: "null", error: "auth_denied", state: begun })
            return begun
          },
        ],
        [
          "too old",
          async (begun: string) => {
            const [request] = await marketplacesOf(
              container
            ).listMarketplaceAuthorizationRequests({})
            await marketplacesOf(
              container
            ).updateMarketplaceAuthorizationRequests({
              id: request.id,
              expires_at: new Date(Date.now() - 1000),
            })
            return begun
          },
        ],
      ])("exchanges nothing for a state that is %s", async (_, misuse) => {
        const state = await misuse(await begin())
        const { said } = await comeBack({
          code: sandbox.tiktok.consent(),
          state,
        })
        expect(said).toEqual({ error: "state_invalid" })
        expect(exchanges()).toBe(0)
        expect(await channels()).toEqual([])
      })

      it("lets a state be used once when it comes twice at the same time", async () => {
        const state = await begin()
        const returns = await Promise.all(
          [1, 2].map(() =>
            comeBack({ code: sandbox.tiktok.consent(WEAVER), state })
          )
        )
        expect(returns.map(({ said }) => Object.keys(said)[0]).sort()).toEqual([
          "connected",
          "error",
        ])
        expect(exchanges()).toBe(1)
      })

      it("keeps only a hash of the state", async () => {
        const state = await begin()
        const rows = await marketplacesOf(
          container
        ).listMarketplaceAuthorizationRequests({})
        expect(rows).toHaveLength(1)
        expect(JSON.stringify(rows)).not.toContain(state)
      })

      it("says that the seller refused", async () => {
        const state = await begin()
        const { said } = await comeBack({
          code: "null",
          error: "auth_denied",
          state,
        })
        expect(said).toEqual({ error: "access_denied" })
      })

      it("tells a wrong app secret from a code that is too old", async () => {
        const { app } = sandbox.tiktok.options
        const { secret } = app
        app.secret = "another secret"
        const wrong = await comeBack({
          code: sandbox.tiktok.consent(),
          state: await begin(),
        })
        app.secret = secret
        expect(wrong.said).toEqual({ error: "credentials_invalid" })

        const code = sandbox.tiktok.consent()
        sandbox.clock.advance(31 * 60)
        const late = await comeBack({ code, state: await begin() })
        sandbox.clock.reset()
        expect(late.said).toEqual({ error: "code_expired" })
        expect(await channels()).toEqual([])
      })

      it("refuses settings by name before the person is sent away", async () => {
        const { status, body } = await admin.post<{ message: string }>(
          "/channels",
          {
            provider_id: "tiktok-shop",
            settings: { share: 2, colour: "red" },
          }
        )
        expect(status).toBe(400)
        expect(body.message).toContain("settings.share")
        expect(body.message).toContain("settings.colour")
      })

      it("names the providers there are when asked for another", async () => {
        const { status, body } = await admin.post<{ message: string }>(
          "/channels",
          { provider_id: "nowhere" }
        )
        expect(status).toBe(404)
        expect(body.message).toContain("tiktok-shop")
      })

      it("needs a signed-in admin", async () => {
        const answer = await fetch(
          `${String(api.defaults.baseURL)}/admin/marketplaces/channels`
        )
        expect(answer.status).toBe(401)
      })
    })

    const shop = () => ({ container, admin, fake })
    describe("connecting by fields", () => connectingByFields(shop))
    describe("staying connected by fields", () => stayingConnected(shop))
    describe("a manual download", () =>
      downloadingByDefault(shop, async () => (await connect(WEAVER))[0]))
    describe("when stock is deducted", () => deductingOtherwise(shop))
    describe("what is due", () => settlingBesideOthers(shop))
    describe("what comes back", () => settlingReturns(shop))
    describe("units that go their own ways", () => followingUnits(shop))

    describe("installs that began at the marketplace", () => {
      it("wait, unusable, until an admin claims them", async () => {
        const { said } = await comeBack({
          code: sandbox.tiktok.consent(WEAVER),
        })
        expect(said).toEqual({ claim: expect.any(String) })
        expect(exchanges()).toBe(1)
        expect(await channels()).toEqual([])
        const waiting = await admin.get<{
          authorizations: { id: string; shops: object[] }[]
        }>("/authorizations")
        expect(waiting.body.authorizations).toMatchObject([
          { id: said.claim, account_name: "Vải Lụa Hội An" },
        ])
        expect(Object.keys(waiting.body.authorizations[0].shops[0])).toEqual([
          "external_id",
          "name",
          "region",
        ])

        const claimed = await admin.post<{ channels: Channel[] }>(
          `/authorizations/${said.claim}/claim`
        )
        expect(claimed.body.channels).toMatchObject([
          { name: "Vải Lụa Hội An", status: "connected" },
        ])
        const rest = await admin.get<{ authorizations: object[] }>(
          "/authorizations"
        )
        expect(rest.body.authorizations).toEqual([])
        const again = await admin.post(`/authorizations/${said.claim}/claim`)
        expect(again.status).toBe(404)
      })

      it("join the account that is connected already", async () => {
        const [channel] = await connect(WEAVER)
        const { said } = await comeBack({
          code: sandbox.tiktok.consent(WEAVER),
        })
        const claimed = await admin.post<{ channels: Channel[] }>(
          `/authorizations/${said.claim}/claim`
        )
        expect(claimed.body.channels.map(({ id }) => id)).toEqual([channel.id])
        expect(
          await marketplacesOf(container).listMarketplaceAuthorizations({})
        ).toHaveLength(1)
      })

      it("leave nothing behind when the code is worthless", async () => {
        const { said } = await comeBack({ code: "invented" })
        expect(said).toEqual({ error: "code_expired" })
        const { body } = await admin.get<{ authorizations: object[] }>(
          "/authorizations"
        )
        expect(body.authorizations).toEqual([])
      })
    })

    describe("signing in again", () => {
      it("refuses another seller and keeps the old credentials", async () => {
        const [channel] = await connect(WEAVER)
        const state = await begin({ reauthorize_channel_id: channel.id })
        const { said } = await comeBack({
          code: sandbox.tiktok.consent(POTTER),
          state,
        })
        expect(said).toEqual({
          error: "different_account",
          expected: "Vải Lụa Hội An",
          actual: "Nhà Gốm Sài Gòn",
        })
        expect(await channels()).toHaveLength(1)
        const test = await admin.post(`/channels/${channel.id}/test`)
        expect(test.body).toMatchObject({ ok: true })
        expect(
          await marketplacesOf(container).listMarketplaceAuthorizations({})
        ).toHaveLength(1)
      })

      it("brings every channel of the account back to work", async () => {
        const [first, second] = await connect()
        sandbox.tiktok.revoke(POTTER)
        const refused = await admin.post<{ ok: boolean; reason: string }>(
          `/channels/${first.id}/test`
        )
        expect(refused.body.ok).toBe(false)
        expect(refused.body.reason).toMatch(/withdrawn|connect the shop again/)
        expect(await channelOf(first.id)).toMatchObject({
          status: "needs_authorization",
          status_reason: refused.body.reason,
        })

        const { body } = await admin.post<{ authorization_url: string }>(
          `/channels/${first.id}/authorize`
        )
        const state =
          new URL(body.authorization_url).searchParams.get("state") ?? ""
        await comeBack({ code: sandbox.tiktok.consent(POTTER), state })
        for (const { id } of [first, second]) {
          expect(await channelOf(id)).toMatchObject({
            status: "connected",
            status_reason: null,
          })
          const test = await admin.post(`/channels/${id}/test`)
          expect(test.body).toMatchObject({ ok: true })
        }
      })
    })

    describe("tokens", () => {
      it("are renewed once, however many ask at the same time", async () => {
        const [first, second] = await connect()
        sandbox.tiktok.authorizations.expireAccess()
        const tests = await Promise.all(
          [first, second, first, second].map(({ id }) =>
            admin.post(`/channels/${id}/test`)
          )
        )
        expect(tests.map(({ body }) => body)).toEqual(
          Array(4).fill(expect.objectContaining({ ok: true }))
        )
        expect(refreshes()).toBe(1)
      })

      it("are asked for by one alone while the sign-in server fails", async () => {
        const [first, second] = await connect()
        sandbox.tiktok.authorizations.expireAccess()
        sandbox.tiktok.faults.add({
          kind: "500",
          path: "/token/refresh",
          times: 1_000,
        })
        const tests = async (ids: string[]) => {
          const before = refreshes()
          const answers = await Promise.all(
            ids.map((id) => admin.post<{ ok: boolean }>(`/channels/${id}/test`))
          )
          expect(answers.every(({ body }) => body.ok)).toBe(false)
          return refreshes() - before
        }
        const alone = await tests([first.id])
        expect(alone).toBeGreaterThan(0)
        expect(await tests([first.id, second.id, first.id, second.id])).toBe(
          alone
        )
        sandbox.tiktok.faults.clear()
        expect(
          (await admin.post(`/channels/${first.id}/test`)).body
        ).toMatchObject({ ok: true })
      })

      it("that are refused stop their channel only, and say what to do", async () => {
        const [weaver] = await connect(WEAVER)
        const potters = await connect(POTTER)
        sandbox.tiktok.revoke(WEAVER)
        sandbox.tiktok.authorizations.expireAccess()
        const marketplaces = marketplacesOf(container)
        const due = new Date(Date.now() - 1000)
        for (const { id } of [weaver, ...potters]) {
          await marketplaces.flows.reschedule(id, "authorization", due)
        }
        await marketplaces.updateMarketplaceAuthorizations({
          selector: { claimed_by: { $ne: null } },
          data: { expires_at: due },
        })
        for (;;) {
          const flow = await marketplaces.flows.claimNext()
          if (!flow) {
            break
          }
          await runFlow(container, flow)
        }
        expect(await channelOf(weaver.id)).toMatchObject({
          status: "needs_authorization",
          status_reason: expect.stringContaining("connect the shop again"),
        })
        for (const { id } of potters) {
          expect(await channelOf(id)).toMatchObject({ status: "connected" })
          const test = await admin.post(`/channels/${id}/test`)
          expect(test.body).toMatchObject({ ok: true })
        }
        expect(refreshes()).toBe(2)
      })

      it("show in no answer and are not readable in the database", async () => {
        const connected = await connect()
        const [{ id }] = connected
        const answers = await Promise.all([
          admin.get("/channels"),
          admin.get(`/channels/${id}`),
          admin.post(`/channels/${id}`, { name: "Gốm" }),
          admin.post(`/channels/${id}/test`),
          admin.get("/authorizations"),
          admin.get("/providers"),
        ])
        const marketplaces = marketplacesOf(container)
        const [row] = await marketplaces.listMarketplaceAuthorizations({})
        const { values } = await marketplaces.vault.credentials(row.id)
        const said = JSON.stringify(answers.map(({ body }) => body))
        const stored = JSON.stringify(row)
        for (const secret of [
          ...Object.values(values),
          sandbox.tiktok.options.app.secret,
        ]) {
          expect(said).not.toContain(secret)
          expect(stored).not.toContain(secret)
        }
        expect(said).not.toContain(sandbox.tiktok.shop().cipher)
        expect(said).not.toContain("secrets")
      })
    })

    describe("a channel", () => {
      it("merges settings, resets them with null and refuses wrong ones by name", async () => {
        const [channel] = await connect(WEAVER)
        const path = `/channels/${channel.id}`
        await admin.post(path, { settings: { buffer: 5, share: 0.25 } })
        await admin.post(path, { settings: { share: null } })
        expect((await channelOf(channel.id)).settings).toMatchObject({
          buffer: 5,
          share: 1,
        })

        const [one, two] = channel.warehouses
        const { stock_location_id } = channel.settings.warehouses[0]
        const refused = await admin.post<{ message: string }>(path, {
          settings: {
            buffer: -1,
            warehouses: [one, two].map(({ external_id }) => ({
              external_id,
              stock_location_id,
            })),
          },
        })
        expect(refused.status).toBe(400)
        expect(refused.body.message).toContain("settings.warehouses")
        expect(refused.body.message).toContain("settings.buffer")

        const nowhere = await admin.post<{ message: string }>(path, {
          settings: {
            warehouses: [
              { external_id: one.external_id, stock_location_id: "sloc_none" },
            ],
          },
        })
        expect(nowhere.status).toBe(400)
        expect(nowhere.body.message).toContain("sloc_none")
        expect((await channelOf(channel.id)).settings.buffer).toBe(5)
      })

      it("is paused and resumed; its work rests meanwhile", async () => {
        const [channel] = await connect(WEAVER)
        const marketplaces = marketplacesOf(container)
        await marketplaces.flows.reschedule(
          channel.id,
          "recent_orders",
          new Date(0)
        )
        await admin.post(`/channels/${channel.id}`, { status: "paused" })
        expect(await marketplaces.flows.claimNext()).toBeNull()
        const download = await admin.post<{ message: string }>(
          "/listings/downloads",
          { channel_ids: [channel.id] }
        )
        expect(download.status).toBe(400)
        expect(download.body.message).toContain("paused")

        const { body } = await admin.post<{ channel: Channel }>(
          `/channels/${channel.id}`,
          { status: "connected" }
        )
        expect(body.channel.status).toBe("connected")
        expect(await marketplaces.flows.claimNext()).toMatchObject({
          kind: "recent_orders",
        })
      })

      it("cannot be resumed while the marketplace refuses it", async () => {
        const [channel] = await connect(WEAVER)
        sandbox.tiktok.revoke(WEAVER)
        await admin.post(`/channels/${channel.id}/test`)
        const { status, body } = await admin.post<{ message: string }>(
          `/channels/${channel.id}`,
          { status: "connected" }
        )
        expect(status).toBe(400)
        expect(body.message).toContain("Sign in again")
      })

      it("takes no credentials where the marketplace asks for none", async () => {
        const [channel] = await connect(WEAVER)
        const { status, body } = await admin.post<{ message: string }>(
          `/channels/${channel.id}`,
          { credentials: { client_id: "x" } }
        )
        expect(status).toBe(400)
        expect(body.message).toContain("credentials.client_id")
      })

      it("forgets secrets and listings when disconnected, and comes back with the same id", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        const marketplaces = marketplacesOf(container)
        await marketplaces.nudges.add(channel.id, ["1"], "webhook")
        const gone = await admin.delete(`/channels/${channel.id}`)
        expect(gone.body).toEqual({
          id: channel.id,
          object: "channel",
          deleted: true,
        })
        expect(await channels()).toEqual([])
        expect(await listings()).toEqual([])
        expect(await marketplaces.listMarketplaceAuthorizations({})).toEqual([])
        expect(await marketplaces.listMarketplaceFlows({})).toEqual([])
        expect(await marketplaces.listMarketplaceNudges({})).toEqual([])
        expect((await admin.get(`/channels/${channel.id}`)).status).toBe(404)

        const [again] = await connect(WEAVER)
        expect(again).toMatchObject({
          id: channel.id,
          status: "connected",
          sales_channel_id: channel.sales_channel_id,
        })
        expect(again.flows).toHaveLength(8)
      })

      it("of one consent may leave while the other goes on", async () => {
        const [first, second] = await connect()
        await admin.delete(`/channels/${first.id}`)
        const test = await admin.post(`/channels/${second.id}/test`)
        expect(test.body).toMatchObject({ ok: true })
      })
    })

    describe("listings", () => {
      it("are downloaded whole: created first, unchanged again, changed and gone after", async () => {
        const [channel] = await connect(WEAVER)
        const sku_count = sandbox.tiktok
          .books()
          .shops.find(({ shop_id }) => shop_id === channel.external_id)?.skus
        const first = await download(channel)
        expect(first.counts).toEqual({ created: sku_count })
        expect(await listings()).toHaveLength(Number(sku_count))
        expect(await bySku("LY-LAM-M")).toMatchObject({
          channel_id: channel.id,
          channel_name: "Vải Lụa Hội An",
          title: "Ly gốm men lam vẽ tay",
          sku_title: "Vừa",
          price: 229_000,
          currency_code: "vnd",
          marketplace_quantity: 45,
          active: true,
        })

        const second = await download(channel)
        expect(second.counts).toEqual({ unchanged: sku_count })

        const cup = await bySku("LY-LAM-M")
        sandbox.tiktok.editProduct(cup.external_product_id, {
          skus: [{ id: cup.external_sku_id, price: 231_000 }],
        })
        const vase = await bySku("LIVE-LOHOA-01")
        sandbox.tiktok.deleteProduct(vase.external_product_id)
        const third = await download(channel)
        expect(third.counts).toEqual({
          changed: 1,
          gone: 1,
          unchanged: Number(sku_count) - 2,
        })
        const lines = await resultsOf(admin, third)
        expect(lines.find(({ code }) => code === "changed")).toMatchObject({
          external_id: cup.external_product_id,
          channel_name: "Vải Lụa Hội An",
          params: { fields: ["price"], sku: "LY-LAM-M" },
        })
        expect(await bySku("LY-LAM-M")).toMatchObject({ price: 231_000 })
        expect(await bySku("LIVE-LOHOA-01")).toMatchObject({
          link_state: "gone",
        })
        const only = await admin.get<{ count: number }>(
          `/runs/${third.id}/results?code=changed`
        )
        expect(only.body.count).toBe(1)
      })

      it("of an interrupted reading are not taken for gone", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        sandbox.tiktok.faults.add({
          kind: "500",
          path: "/products/search",
          times: 50,
        })
        const run = await download(channel)
        sandbox.tiktok.faults.clear()
        expect(run.counts).toEqual({ failed: 1 })
        expect(await listings("link_state=gone")).toEqual([])
      })

      it("get suggestions with evidence; only the exact SKU is linked without asking", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        expect(await bySku("LY-LAM-S")).toMatchObject({
          link_state: "suggested",
          suggestion: {
            evidence: { rule: "sku", value: "LY-LAM-S" },
            certain: true,
          },
        })
        const { body } = await admin.post<{
          linked: Match[]
          suggestions: Match[]
        }>("/listings/auto-link", { channel_id: channel.id, apply: true })

        expect(body.linked.length).toBeGreaterThan(10)
        for (const { evidence, listing, variant, certain } of body.linked) {
          expect(certain).toBe(true)
          expect(evidence).toEqual({ rule: "sku", value: variant.sku })
          expect(listing).toMatchObject({
            seller_sku: variant.sku,
            link_state: "linked",
          })
        }
        const by_rule = (rule: string) =>
          body.suggestions
            .filter(({ evidence }) => evidence.rule === rule)
            .map(({ variant }) => variant.sku)
            .sort()
        expect(by_rule("barcode")).toEqual(["AT-SG-L", "AT-SG-M", "AT-SG-XL"])
        expect(by_rule("name")).toEqual(
          expect.arrayContaining(["NL-THEU", "NL-TRON"])
        )
        expect(await bySku("TT-AOTHUN-M")).toMatchObject({
          link_state: "suggested",
          variant_id: null,
        })
        const counts = await admin.get<{
          by_link_state: Record<string, number>
        }>(`/listings/counts?channel_id=${channel.id}`)
        expect(counts.body.by_link_state).toMatchObject({
          linked: body.linked.length,
          suggested: body.suggestions.length,
          gone: 0,
        })
      })

      it("keep the link that a person makes while the certain ones are linked", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        const listing = await bySku("LY-LAM-M")
        const chosen = await variantOf("AT-SG-M")
        const held = await holdWrites(dbConfig.clientUrl, "marketplace_listing")
        const linking = admin.post<{ linked: Match[] }>("/listings/auto-link", {
          channel_id: channel.id,
          apply: true,
        })
        await held.caught("SET suggestion =")
        const by_hand = admin.post(`/listings/${listing.id}/link`, {
          variant_id: chosen.id,
        })
        await held.caught("SET variant_id = link.variant_id")
        await held.release()
        await by_hand
        const { body } = await linking

        expect(await bySku("LY-LAM-M")).toMatchObject({
          variant_id: chosen.id,
        })
        expect(body.linked.length).toBeGreaterThan(10)
        expect(body.linked.map((match) => match.listing.id)).not.toContain(
          listing.id
        )
      })

      it("are linked and unlinked by hand, and found by variant and product", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        const listing = await bySku("TT-AOTHUN-M")
        const variant = await variantOf("AT-SG-M")
        const linked = await admin.post<{ listing: Listing }>(
          `/listings/${listing.id}/link`,
          { variant_id: variant.id }
        )
        expect(linked.body.listing).toMatchObject({
          link_state: "linked",
          variant: { id: variant.id, sku: "AT-SG-M" },
          suggestion: null,
        })
        expect(
          (await listings(`variant_id=${variant.id}`)).map(({ id }) => id)
        ).toEqual([listing.id])
        expect(
          (await listings(`product_id=${variant.product?.id}`)).map(
            ({ id }) => id
          )
        ).toEqual([listing.id])
        const query = container.resolve(ContainerRegistrationKeys.QUERY)
        const { data } = await query.graph({
          entity: "marketplace_listing",
          fields: ["id", "product_variant.sku"],
          filters: { id: listing.id },
        })
        expect(data).toMatchObject([{ product_variant: { sku: "AT-SG-M" } }])

        const missing = await admin.post<{ message: string }>(
          `/listings/${listing.id}/link`,
          { variant_id: "variant_none" }
        )
        expect(missing.status).toBe(404)
        expect(missing.body.message).toContain("variant_none")

        await admin.delete(`/listings/${listing.id}/link`)
        expect(await bySku("TT-AOTHUN-M")).toMatchObject({
          link_state: "unlinked",
          variant_id: null,
        })
      })

      it("are linked and forgotten many at once, the links all or none", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        const [small, medium] = [
          await bySku("LY-LAM-S"),
          await bySku("LY-LAM-M"),
        ]
        const linkOf = async ({ id }: Listing, sku: string) => ({
          listing_id: id,
          variant_id: (await variantOf(sku)).id,
        })
        const link = [
          await linkOf(small, "LY-LAM-S"),
          await linkOf(medium, "LY-LAM-M"),
        ]
        const refused = await admin.post<{ message: string }>(
          "/listings/batch",
          { link: [link[0], { ...link[1], variant_id: "variant_none" }] }
        )
        expect(refused.status).toBe(404)
        expect(refused.body.message).toContain("variant_none")
        expect(await bySku("LY-LAM-S")).toMatchObject({ variant_id: null })

        const linked = await admin.post("/listings/batch", { link })
        expect(linked.body).toEqual({
          linked: [small.id, medium.id],
          deleted: [],
        })
        expect(await bySku("LY-LAM-M")).toMatchObject({
          link_state: "linked",
          variant_id: link[1].variant_id,
        })

        await admin.delete(`/listings/${small.id}`)
        const forgotten = await admin.post("/listings/batch", {
          delete: [small.id, medium.id],
        })
        expect(forgotten.status).toBe(200)
        expect(await listings("q=LY-LAM-M")).toEqual([])
      })

      it("keep their links through a rename, which is shown as a change until confirmed", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        await admin.post("/listings/auto-link", {
          channel_id: channel.id,
          apply: true,
        })
        const before = await bySku("LY-LAM-M")
        const rename = (title: string) =>
          sandbox.tiktok.editProduct(before.external_product_id, { title })
        rename("Cốc sứ tráng men")
        await download(channel)
        const renamed = await bySku("LY-LAM-M")
        expect(renamed).toMatchObject({
          link_state: "changed",
          variant_id: before.variant_id,
          title: "Cốc sứ tráng men",
          changes: [
            { field: "title", from: before.title, to: "Cốc sứ tráng men" },
          ],
        })
        await admin.post(`/listings/${renamed.id}/link`, {
          variant_id: before.variant_id,
        })
        expect(await bySku("LY-LAM-M")).toMatchObject({
          link_state: "linked",
          changes: [],
        })

        rename(before.title)
        await download(channel)
        rename("Cốc sứ tráng men")
        await download(channel)
        expect(await bySku("LY-LAM-M")).toMatchObject({
          link_state: "linked",
          changes: [],
        })
      })

      it("are forgotten and downloaded again, unlinked", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        const listing = await bySku("LY-LAM-M")
        const variant = await variantOf("LY-LAM-M")
        await admin.post(`/listings/${listing.id}/link`, {
          variant_id: variant.id,
        })
        const { body } = await admin.delete(`/listings/${listing.id}`)
        expect(body).toEqual({
          id: listing.id,
          object: "listing",
          deleted: true,
        })
        expect((await admin.get(`/listings/${listing.id}`)).status).toBe(404)
        const run = await download(channel)
        expect(run.counts).toMatchObject({ created: 1 })
        expect(await bySku("LY-LAM-M")).toMatchObject({
          link_state: "suggested",
          variant_id: null,
        })
      })

      it("become Medusa products: SKUs of one product together, with price, pictures and stock", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        const shirts = (await listings("q=Sài Gòn xưa")).filter(
          ({ link_state }) => link_state !== "linked"
        )
        const vase = await bySku("LIVE-LOHOA-01")
        expect(shirts).toHaveLength(3)
        const ids = [...shirts, vase].map(({ id }) => id)
        const run = await finishRun(admin, "/listings/create-products", {
          listing_ids: ids,
        })
        expect(run.counts).toEqual({ product_created: 4 })

        const variant = await variantOf("TT-AOTHUN-M")
        expect(variant.product).toMatchObject({
          title: "Áo thun in Sài Gòn xưa",
          description: "Áo thun cotton 100%, hình in không bong.",
          status: "published",
          sales_channels: [{ id: channel.sales_channel_id }],
          options: [expect.objectContaining({ title: "Cỡ" })],
        })
        expect(variant.product?.images.length).toBeGreaterThan(0)
        expect(variant.prices).toMatchObject([
          { amount: 179_000, currency_code: "vnd" },
        ])
        expect(
          variant.inventory_items?.[0]?.inventory?.location_levels
        ).toMatchObject([
          {
            location_id: channel.settings.warehouses[0].stock_location_id,
            stocked_quantity: 50,
          },
        ])
        const made = await listings("link_state=linked")
        expect(made.map(({ id }) => id).sort()).toEqual([...ids].sort())
        expect(
          new Set(
            made
              .filter(({ title }) => title === "Áo thun in Sài Gòn xưa")
              .map((one) => one.variant?.product_id)
          ).size
        ).toBe(1)

        const again = await finishRun(admin, "/listings/create-products", {
          listing_ids: ids,
        })
        expect(again.counts).toEqual({ linked: 4 })
      })

      it("go on where an interrupted product creation stopped", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        const vase = await bySku("LIVE-LOHOA-01")
        const create = () =>
          finishRun(admin, "/listings/create-products", {
            listing_ids: [vase.id],
          })
        await create()
        const { id } = await variantOf("LIVE-LOHOA-01")
        await admin.delete(`/listings/${vase.id}/link`)
        const run = await create()
        expect(run.counts).toEqual({ product_created: 1 })
        expect(await bySku("LIVE-LOHOA-01")).toMatchObject({ variant_id: id })
      })

      it("are stocked where the process died before their variant had been", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        const vase = await bySku("LIVE-LOHOA-01")
        const create = () =>
          finishRun(admin, "/listings/create-products", {
            listing_ids: [vase.id],
          })
        await create()
        const container = getContainer()
        const inventory = container.resolve(Modules.INVENTORY)
        const shownLevel = async () => {
          const variant = await variantOf("LIVE-LOHOA-01")
          return variant.inventory_items?.[0]?.inventory?.location_levels?.[0]
            ?.stocked_quantity
        }
        const before = await shownLevel()
        expect(before).toBeGreaterThan(0)
        for (const is_item_made of [true, false]) {
          const { id: variant_id } = await variantOf("LIVE-LOHOA-01")
          const [item] = await inventory.listInventoryItems({
            sku: "LIVE-LOHOA-01",
          })
          await admin.delete(`/listings/${vase.id}/link`)
          await container.resolve(ContainerRegistrationKeys.LINK).dismiss({
            [Modules.PRODUCT]: { variant_id },
            [Modules.INVENTORY]: { inventory_item_id: item.id },
          })
          if (!is_item_made) {
            await inventory.deleteInventoryItems([item.id])
          }
          expect(await shownLevel()).toBeUndefined()
          expect((await create()).counts).toEqual({ product_created: 1 })
          expect(await shownLevel()).toBe(before)
        }
      })

      it("become one product, however many people ask for it at the same time", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        const vase = await bySku("LIVE-LOHOA-01")
        const runs = await Promise.all(
          [1, 2, 3].map(() =>
            finishRun(admin, "/listings/create-products", {
              listing_ids: [vase.id],
            })
          )
        )
        expect(
          runs.flatMap(({ counts }) => Object.keys(counts)).sort()
        ).toEqual(["linked", "linked", "product_created"])
        const [, products] = await getContainer()
          .resolve(Modules.PRODUCT)
          .listAndCountProducts({ title: vase.title })
        expect(products).toBe(1)
      })

      it("that are sets become no product, which would have stock beside their parts", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        const set = await bySku("BO-TRA-DO")
        const marketplaces = marketplacesOf(getContainer())
        await marketplaces.updateMarketplaceListings({
          id: set.id,
          seller_sku: "BO-MOI",
        })
        const run = await finishRun(admin, "/listings/create-products", {
          listing_ids: [set.id],
        })
        expect(run.counts).toEqual({ set_not_made: 1 })
        const [line] = await resultsOf(admin, run)
        expect(line.message).toContain("link its parts first")
        const [after] = await marketplaces.listMarketplaceListings({
          id: set.id,
        })
        expect(after.variant_id).toBeNull()
      })

      it("whose SKU a variant has already are refused with the remedy", async () => {
        const [channel] = await connect(WEAVER)
        await download(channel)
        const cup = await bySku("LY-LAM-M")
        const run = await finishRun(admin, "/listings/create-products", {
          listing_ids: [cup.id],
        })
        expect(run.counts).toEqual({ failed: 1 })
        const [line] = await resultsOf(admin, run)
        expect(line.message).toContain("LY-LAM-M")
        expect(line.message).toContain("link the listing")
      })
    })

    it("describes its providers", async () => {
      const { body } = await admin.get<{ providers: { id: string }[] }>(
        "/providers"
      )
      const [tiktok, other] = ["tiktok-shop", "fake"].map((wanted) =>
        body.providers.find(({ id }) => id === wanted)
      )
      expect(tiktok).toMatchObject({
        label: { en: "TikTok Shop", vi: "TikTok Shop" },
        capabilities: [
          "webhooks",
          "shipment_arrangement",
          "waybills",
          "buyer_requests",
          "stock",
          "statement_files",
          "statements",
          "buyer_erasure",
        ],
        connect_fields: [],
        connects_by_consent: true,
        default_download_statuses: null,
        settings_schema: {
          properties: { deduct_stock_on: { default: "handover" } },
        },
      })
      expect(other).toMatchObject({
        connect_fields: [
          { name: "client_id", method: { id: "client_credentials" } },
          { name: "client_secret", secret: true, required: true },
          { name: "client_key", method: { id: "client_key" } },
        ],
        default_download_statuses: ["new"],
        settings_schema: {
          properties: { order_lookback_days: { default: 30 } },
        },
      })
    })

    it("lists its runs, newest first", async () => {
      const [channel] = await connect(WEAVER)
      const first = await download(channel)
      const second = await download(channel)
      const { body } = await admin.get<{
        runs: { id: string }[]
        count: number
      }>("/runs?kind=listing_download")
      expect(body.count).toBe(2)
      expect(body.runs.map(({ id }) => id)).toEqual([second.id, first.id])
    })
  },
})
