import { controlCall } from "../commands"
import { Sandbox, startSandbox } from "../index"
import { App } from "../__fixtures__/app"
import { runCommand } from "../__fixtures__/run-command"

describe("control API", () => {
  let sandbox: Sandbox

  beforeAll(async () => {
    sandbox = await startSandbox({ tiktok_shop: { orders: 12 } })
  })
  beforeEach(() => sandbox.tiktok.reset())
  afterAll(() => sandbox.close())

  const run = (command: string, options = {}) =>
    runCommand(sandbox, command, options)

  it("places, moves and cancels orders from the command line", async () => {
    const placed = await run("orders place LY-LAM-S:2 DIA-NAU-15", {
      status: "ON_HOLD",
    })
    const [id] = placed.body.ids
    expect(sandbox.tiktok.orders.get(id)).toMatchObject({
      status: "ON_HOLD",
      units: [{}, {}, { seller_sku: "DIA-NAU-15" }],
    })

    await run(`orders advance ${id}`, { to: "AWAITING_COLLECTION" })
    expect(sandbox.tiktok.orders.get(id).status).toBe("AWAITING_COLLECTION")
    await run(`orders cancel ${id}`, { by: "SELLER" })
    expect(sandbox.tiktok.orders.get(id).cancellation?.initiator).toBe("SELLER")

    const again = await run(`orders advance ${id}`)
    expect(again.status).toBe(409)
    expect(again.body.error).toContain("CANCELLED")
  })

  it("keeps books of the shops that the app may see", async () => {
    expect((await run("books")).body).toMatchObject({ listings: 0, orders: 0 })
    sandbox.tiktok.connect()

    const { body } = await run("books")
    expect(body).toMatchObject({ listings: 25, orders: 12 })
    const counts = Object.values(
      body.orders_by_status as Record<string, { count: number }>
    )
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(12)
    expect(body.shops).toHaveLength(2)
  })

  it("logs calls without their secrets", async () => {
    const app = new App(sandbox)
    await app.order("1")

    const { body } = await run("calls")
    expect(body.counts).toEqual({ "GET /order/202507/orders": 1 })
    expect(body.calls).toMatchObject([
      { path: "/order/202507/orders", status: 200, code: 0 },
    ])
    expect(JSON.stringify(body)).not.toContain("sign")
  })

  it("changes settings, clock, products and tokens", async () => {
    await run('settings {"feed_delay_seconds":30,"quota":{"per_second":7}}')
    expect(sandbox.tiktok.options).toMatchObject({
      feed_delay_seconds: 30,
      quota: { per_second: 7, per_hour: null },
    })

    const before = sandbox.clock.seconds()
    await run("clock advance 3600")
    expect(sandbox.clock.seconds() - before).toBeGreaterThanOrEqual(3600)

    const [{ id }] = sandbox.tiktok.catalogue.ofShop(sandbox.tiktok.shop().id)
    await run(`products edit ${id} {"title":"Mới"}`)
    expect(sandbox.tiktok.catalogue.get(id).title).toBe("Mới")

    const app = new App(sandbox)
    await run("tokens expire-access")
    expect((await app.get("/authorization/202309/shops")).code).toBe(105002)
  })

  it("starts again from the same state", async () => {
    await run("orders add 5")
    await run("fault add 429", { times: "3" })
    await run("clock advance 100000")
    await run("reset")

    expect(sandbox.tiktok.book.size).toBe(12)
    expect((await run("fault list")).body.faults).toEqual([])
    expect(Math.abs(sandbox.clock.now() - Date.now())).toBeLessThan(1000)
  })

  it("knows no other commands", () => {
    expect(controlCall(["orders", "explode"], {})).toBeNull()
    expect(controlCall([], {})).toBeNull()
  })
})

describe("size", () => {
  it("starts at once and pages through 20,000 orders", async () => {
    const begun = Date.now()
    const sandbox = await startSandbox({ tiktok_shop: { validate: false } })
    expect(Date.now() - begun).toBeLessThan(1000)
    sandbox.tiktok.options.quota.per_second = 1e9
    sandbox.tiktok.addOrders(20_000, 1)
    const app = new App(sandbox)

    const ids = new Set<string>()
    const query = { sort_field: "update_time", sort_order: "ASC" }
    for (const { id } of await app.allOrders({ ...query, page_size: "100" })) {
      ids.add(String(id))
    }
    expect(ids.size).toBe(20_000)
    await sandbox.close()
  }, 30_000)
})
