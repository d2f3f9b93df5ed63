import fc from "fast-check"
import { TikiClient } from "../__fixtures__/tiki-app"
import { controlCall } from "../commands"
import { Sandbox, startSandbox } from "../index"
import { Clock } from "../shared/clock"
import { NOT_WITH_SELLER, RAW_STATUSES } from "../tiki/orders/statuses"
import { sellable, totalStock } from "../tiki/products/product"
import { TikiTwin } from "../tiki/twin"
import { runCommand } from "../__fixtures__/run-command"

describe("control API of Tiki", () => {
  let sandbox: Sandbox

  beforeAll(async () => {
    sandbox = await startSandbox({ tiki: { orders: 60 } })
  })
  beforeEach(() => {
    sandbox.tiki.reset()
    sandbox.tiktok.reset()
  })
  afterAll(() => sandbox.close())

  const run = (command: string, options = {}) =>
    runCommand(sandbox, command, options)

  it("places, moves, replaces and cancels orders from the command line", async () => {
    const placed = await run("tiki orders place LY-LAM-S:2 DIA-NAU-15", {
      status: "processing",
      model: "seller_delivery",
      cod: true,
    })
    const [code] = placed.body.codes
    expect(sandbox.tiki.orders.get(code)).toMatchObject({
      status: "processing",
      fulfillment_type: "seller_delivery",
      items: [{ quantity: 2 }, { original_sku: "DIA-NAU-15" }],
    })
    await run(`tiki orders advance ${code}`, { to: "successful_delivery" })
    const { body } = await run(`tiki orders replace ${code}`)
    expect(body.order.replaces).toBe(code)
    await run(`tiki orders cancel ${body.order.code}`, { by: "tiki" })
    expect(sandbox.tiki.orders.get(body.order.code).status).toBe("canceled")
    const again = await run(`tiki orders advance ${body.order.code}`)
    expect([again.status, again.body.error]).toEqual([
      409,
      expect.stringContaining("canceled"),
    ])
    expect(sandbox.tiktok.book.size).toBe(0)
  })

  it("changes settings, one part of them at a time, and the products", async () => {
    const settings = { paging: { short_pages: false }, event_batch_size: 3 }
    await run(`tiki settings ${JSON.stringify(settings)}`)
    expect(sandbox.tiki.options).toMatchObject({
      paging: { short_pages: false, wrong_total: true },
      event_batch_size: 3,
    })
    const [{ product_id }] = sandbox.tiki.catalogue.ofSeller(210042)
    await run(`tiki products edit ${product_id} {"available":7}`)
    expect(totalStock(sandbox.tiki.catalogue.get(product_id)).available).toBe(7)
    await run(`tiki products delete ${product_id}`)
    expect(sandbox.tiki.catalogue.ofSeller(210042)).toHaveLength(24)
  })

  it("logs calls and faults of its own", async () => {
    await new TikiClient(sandbox).get("/v2/orders", { limit: "5" })
    await run("tiki fault add text200", { path: "/v2/orders" })
    expect((await run("tiki calls")).body.counts).toEqual({
      "GET /integration/v2/orders": 1,
    })
    expect((await run("calls")).body.counts).toEqual({})
    expect((await run("tiki fault list")).body.faults).toHaveLength(1)
    expect((await run("fault list")).body.faults).toEqual([])
    expect((await run("tiki violations")).body.violations).toEqual([])
    expect(JSON.stringify((await run("tiki state")).body)).not.toContain(
      "demo_tiki_secret"
    )
  })

  it("refuses to give an answer that its description does not allow", async () => {
    const client = new TikiClient(sandbox)
    const [{ code }] = sandbox.tiki.addOrders([{}])
    sandbox.tiki.orders.edit(code, { wire: { created_at: "2025-06-11" } })
    const { status, body } = await client.get(`/v2/orders/${code}`)
    expect(status).toBe(500)
    expect(body.errors[0]).toContain("sandbox_contract_violation")
    await client.get("/v2/orders", { staus: "queueing", code: "1" })
    const { violations } = (await run("tiki violations")).body
    expect(violations).toMatchObject([
      { reason: expect.stringContaining("answer: /created_at") },
      { reason: expect.stringContaining("request: the query parameter staus") },
    ])

    sandbox.tiki.options.validate = false
    expect((await client.get(`/v2/orders/${code}`)).status).toBe(200)
  })

  it("keeps books of what is the seller's, and of what is not yet", async () => {
    expect((await run("tiki books")).body).toMatchObject({ orders: 0 })
    const client = new TikiClient(sandbox)
    const { body } = await run("tiki books")
    const { rows } = await client.all("/v2/orders", { limit: "50" })
    const open = rows.filter(
      ({ status }) => !NOT_WITH_SELLER.some((one) => one === status)
    )
    expect(body.listings).toBe(25)
    expect(body.orders).toBe(open.length)
    expect(body.not_with_seller.orders).toBe(60 - open.length)
    const sums: typeof body.orders_by_status = {}
    for (const { status, invoice } of open) {
      const sum = (sums[String(status)] ??= { count: 0, total_amount: 0 })
      sum.count++
      sum.total_amount += (invoice as { grand_total: number }).grand_total
    }
    expect(body.orders_by_status).toEqual(sums)
    expect(body.shops[0].stock[0]).toMatchObject({
      seller_sku: "LY-LAM-S",
      warehouses: { 50123: { available: expect.any(Number) } },
    })
  })

  it("plans orders of every kind, the same for the same seed", () => {
    const { book } = sandbox.tiki
    const all = book.all()
    expect(new Set(all.map(({ status }) => status)).size).toBe(
      RAW_STATUSES.length
    )
    const kinds = [
      all.some(({ replaces }) => replaces !== null),
      all.some(({ basket_code }) => basket_code !== null),
      all.some(({ is_fbt }) => is_fbt),
      all.some(({ items }) => items.some(({ is_gift }) => is_gift)),
      all.some(
        ({ status, items }) =>
          status === "picking" &&
          items.some(({ confirmation }) => confirmation === "seller_canceled")
      ),
      all.some(({ seller_id, items }) =>
        items.every(({ seller }) => seller.id !== seller_id)
      ),
    ]
    expect(kinds).not.toContain(false)
    const other = new TikiTwin(new Clock(() => 1_750_000_000_000), {
      orders: 60,
    })
    const brief = (twin: TikiTwin) =>
      twin.book
        .all()
        .map(({ code, status, items }) => [
          code,
          status,
          items.map(({ product_id, quantity }) => [product_id, quantity]),
        ])
    expect(brief(other)).toEqual(brief(sandbox.tiki))
  })

  it("starts again from the same state", async () => {
    sandbox.tiki.options.apps.public.redirect_uri = "http://localhost/back"
    await run("tiki orders add 5")
    await run("tiki reset")
    expect(sandbox.tiki.book.size).toBe(60)
    expect(sandbox.tiki.options.apps.public.redirect_uri).toBe(
      "http://localhost/back"
    )
  })

  it("knows no other commands", () => {
    expect(controlCall(["tiki", "orders", "explode"], {})).toBeNull()
    expect(controlCall(["tiki"], {})).toBeNull()
  })
})

it("never sells what is not there, and reserves just what is open", () => {
  const step = fc.record({
    order: fc.nat(4),
    act: fc.constantFrom("place", "advance", "cancel"),
    quantity: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const twin = new TikiTwin(new Clock(() => 1_750_000_000_000))
      const cup = twin.catalogue.findByOriginalSku(210042, "LY-LAM-L")
      if (!cup) {
        throw new RangeError("the demo has no such cup")
      }
      for (const { act, order, quantity } of steps) {
        const known = twin.book.all()[order]
        try {
          if (act === "place") {
            const lines = [{ product_id: cup.product_id, quantity }]
            twin.addOrders([{ lines }])
          } else if (known && act === "advance") {
            twin.orders.advance(known.code)
          } else if (known) {
            twin.orders.cancel(known.code, "buyer")
          }
        } catch {
          // Sold out, or past its end: nothing may have moved.
        }
      }
      const units = (
        test: (order: { shipped: boolean; over: boolean }) => boolean
      ) =>
        twin.book
          .all()
          .filter(({ shipped_at, status }) =>
            test({ shipped: shipped_at !== null, over: status === "canceled" })
          )
          .reduce((sum, { items }) => sum + items[0].quantity, 0)
      const level = totalStock(cup)
      expect(level).toEqual({
        available: 30 - units(({ shipped }) => shipped),
        reserved: units(({ shipped, over }) => !shipped && !over),
      })
      expect(sellable(level)).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 50 }
  )
})
