import { ListingStock } from "../../../domain/provider/pushes-stock"
import { ChannelAccess } from "../../../domain/provider/channel-access"
import { all as pages } from "../../__fixtures__/pages"
import { errorOf } from "../../__fixtures__/error-of"
import { openShop } from "../__fixtures__/sandbox-shop"
import { TikTokShopClient } from "../client"
import { readOptions } from "../options"
import { groupTargets, pushStock, readStock } from "../stock"

type Shop = Awaited<ReturnType<typeof openShop>>

describe("stock at the sandbox", () => {
  let shop: Shop
  let client: TikTokShopClient
  let access: ChannelAccess

  // The first call of each kind reads TikTok's description.
  jest.setTimeout(20_000)
  beforeAll(async () => {
    shop = await openShop({ sales_warehouses: 2 })
  })
  beforeEach(async () => {
    const { tiktok, sandbox, connect } = shop
    tiktok.reset()
    ;({ access } = await connect())
    const { key, secret, service_id } = tiktok.options.app
    client = new TikTokShopClient(
      readOptions({
        appKey: key,
        appSecret: secret,
        serviceId: service_id,
        apiUrl: sandbox.urls.api,
        requestTimeoutMs: 2_000,
        maxRetries: 1,
      })
    )
  })
  afterEach(() => expect(shop.tiktok.violations).toEqual([]))
  afterAll(() => shop.sandbox.close())

  const products = () => shop.tiktok.catalogue.ofShop(shop.tiktok.shop().id)
  const listings = () =>
    products()
      .flatMap(({ skus }) => skus)
      .filter(({ parts }) => !parts.length)
      .map(({ id, product_id }) => ({
        external_product_id: product_id,
        external_sku_id: id,
      }))
  const read = (...keys: ReturnType<typeof listings>) =>
    readStock(client, access, keys)
  const target = (
    { listing, warehouses }: ListingStock,
    quantity: (available: number) => number
  ) => ({
    listing,
    warehouses: warehouses.map((one) => ({
      warehouse_external_id: one.warehouse_external_id,
      quantity: quantity(one.available),
      committed: one.committed,
    })),
  })
  const calls = (part: string) => shop.tiktok.calls.list(part).length

  it("reads the whole shop with one call, and what orders hold", async () => {
    const [first] = listings()
    const lines = [{ sku_id: first.external_sku_id, quantity: 4 }]
    const [before] = await read(first)
    const [order] = shop.tiktok.addOrders([{ lines }])
    shop.tiktok.calls.clear()

    const found = await read(...listings(), {
      external_product_id: "1",
      external_sku_id: "77",
    })
    expect(calls("inventory/search")).toBe(1)
    expect(found.map(({ listing }) => listing)).toEqual(listings())
    const [main, other] = before.warehouses
    expect(found[0].warehouses).toEqual([
      { ...main, available: main.available - 4, committed: 4 },
      other,
    ])

    shop.tiktok.orders.cancel(order.id, "BUYER")
    expect(await read(first)).toEqual([before])
  })

  it("leaves out deleted products", async () => {
    const [first] = listings()
    shop.tiktok.deleteProduct(first.external_product_id)
    expect(await read(first)).toEqual([])
  })

  it("writes every listing with one call a product, and reads it back", async () => {
    const seen = await read(...listings())
    const groups = groupTargets(seen.map((one) => target(one, (n) => n + 5)))
    for (const group of groups) {
      const outcomes = await pushStock(client, access, group)
      expect(outcomes).toEqual(
        group.map(({ listing }) => ({ listing, ok: true }))
      )
    }
    const written = new Set(
      listings().map(({ external_product_id }) => external_product_id)
    )
    expect(calls("inventory/update")).toBe(written.size)
    const after = await read(...listings())
    expect(after.map((one) => target(one, (n) => n - 5))).toEqual(
      seen.map((one) => target(one, (n) => n))
    )
  })

  it("leaves the units of open orders out of what it writes", async () => {
    const [first] = listings()
    const lines = [{ sku_id: first.external_sku_id, quantity: 2 }]
    shop.tiktok.addOrders([{ lines }])
    await pushStock(client, access, [target((await read(first))[0], () => 9)])
    expect((await read(first))[0].warehouses).toMatchObject([
      { available: 9, committed: 2 },
      { available: 9, committed: 0 },
    ])
  })

  it("is told of a locked SKU, and of one whose warehouses have changed", async () => {
    const [product] = products().filter(({ skus }) => skus.length > 2)
    const [locked, moved, fine] = product.skus
    const keys = listings().filter(
      ({ external_product_id }) => external_product_id === product.id
    )
    const seen = await read(...keys.slice(0, 3))
    shop.tiktok.stock.edit(locked.id, { locked_by_campaign: true })
    moved.stock.delete(shop.tiktok.stock.warehouses(moved)[1])

    const lower = seen.map((one) => target(one, () => 0))
    const outcomes = await pushStock(client, access, lower)
    expect(outcomes).toMatchObject([
      { ok: false, locked: true, error: { kind: "rejected" } },
      { ok: false, locked: false, error: { code: "12052097" } },
      { ok: true },
    ])
    const shown = shop.tiktok.stock
      .warehouses(fine)
      .map((id) => shop.tiktok.stock.level(fine, id).available)
    expect(shown).toEqual([0, 0])
  })

  it("of a set follows its parts: it is told as one, and takes no number", async () => {
    const [set] = products()
      .flatMap(({ skus }) => skus)
      .filter(({ parts }) => parts.length)
    const { provider } = await shop.connect()
    const all = (await pages(provider.readListings(access))).filter(
      ({ components }) => components
    )
    expect(all).toMatchObject([
      {
        external_sku_id: set.id,
        components: set.parts.map(({ sku_id, quantity }) => ({
          external_sku_id: sku_id,
          quantity,
        })),
      },
    ])
    const [before] = await read(all[0])
    const outcomes = await pushStock(client, access, [target(before, () => 3)])
    expect(outcomes).toMatchObject([
      {
        ok: false,
        locked: false,
        error: { kind: "rejected", code: "12052901" },
      },
    ])
    expect(await read(all[0])).toEqual([before])
  })

  it("of none may be refused, with what to do about it", async () => {
    shop.tiktok.options.least_stock = 1
    const [before] = await read(listings()[0])
    const [outcome] = await pushStock(client, access, [target(before, () => 0)])
    expect(outcome).toMatchObject({
      ok: false,
      locked: false,
      error: {
        kind: "rejected",
        code: "12052055",
        message: expect.stringMatching(/does not take 0 .* Seller Center/),
      },
    })
    expect(await read(listings()[0])).toEqual([before])
  })

  it("is refused for a product that is not on sale", async () => {
    const [first] = listings()
    const [seen] = await read(first)
    shop.tiktok.editProduct(first.external_product_id, { status: "FREEZE" })
    const error = await errorOf(
      pushStock(client, access, [target(seen, () => 1)])
    )
    expect(error).toMatchObject({ kind: "rejected", code: "12052901" })
  })

  it("finds out by reading that an accepted write had no effect", async () => {
    const [first] = listings()
    const [seen] = await read(first)
    shop.tiktok.stock.edit(first.external_sku_id, { ignores_writes: true })
    expect(
      await pushStock(client, access, [target(seen, () => 1)])
    ).toMatchObject([{ ok: true }])
    expect(await read(first)).toEqual([seen])
  })

  it.each(["lost_answer", "truncated", "500"] as const)(
    "does not know what became of a write after %s, and writes once",
    async (kind) => {
      const [first] = listings()
      const [seen] = await read(first)
      shop.tiktok.faults.add({ kind, path: "inventory/update" })
      const error = await errorOf(
        pushStock(client, access, [target(seen, () => 1)])
      )
      expect(error.kind).toBe("outcome_unknown")
      expect(calls("inventory/update")).toBe(1)
    }
  )

  it("waits for no better time when there are too many calls", async () => {
    const [first] = listings()
    const [seen] = await read(first)
    shop.tiktok.faults.add({
      kind: "429",
      path: "inventory/update",
      retry_after: 1,
    })
    const error = await errorOf(
      pushStock(client, access, [target(seen, () => 1)])
    )
    expect(error).toMatchObject({ kind: "rate_limited", retry_after_ms: 1000 })
    expect(calls("inventory/update")).toBe(1)
    expect(shop.tiktok.stock.writes.list()).toEqual([])
  })

  it("knows no committed units of a shop that tells none", async () => {
    shop.tiktok.options.committed_units = "left_out"
    const [{ warehouses }] = await read(listings()[0])
    expect(warehouses.map(({ committed }) => committed)).toEqual([null, null])
  })
})
