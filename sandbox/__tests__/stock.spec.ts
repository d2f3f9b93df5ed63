import fc from "fast-check"
import { runCommand } from "../__fixtures__/run-command"
import { tikTokSuite } from "../__fixtures__/suites"

const SKU = "LY-LAM-S"
const ON_SALE = 60

describe("stock", () => {
  const at = tikTokSuite()

  const cup = () => {
    const { catalogue } = at.sandbox.tiktok
    const sku = catalogue.findBySellerSku(at.sandbox.tiktok.shop().id, SKU)
    if (!sku) {
      throw new Error(`no ${SKU}`)
    }
    return sku
  }
  const place = (quantity: number, more = {}) => {
    const lines = [{ seller_sku: SKU, quantity }]
    const [{ id }] = at.sandbox.tiktok.addOrders([{ lines, ...more }])
    return id
  }
  const books = () => {
    const [shop] = at.sandbox.tiktok.books().shops
    const row = shop.stock.find(({ seller_sku }) => seller_sku === SKU)
    const { available, committed, sold, oversold } = row ?? {}
    expect(Object.values(row?.warehouses ?? {})).toEqual([
      { available, committed, sold, oversold },
    ])
    return [available, committed, sold, oversold]
  }
  const push = (quantity: number) => {
    const { id, product_id } = cup()
    const path = `/product/202309/products/${product_id}/inventory/update`
    return at.app.post(path, { skus: [{ id, inventory: [{ quantity }] }] })
  }
  const edit = (change: object) =>
    at.sandbox.tiktok.stock.edit(cup().id, change)

  it("counts what is sold, from the order to the carrier or back", () => {
    const [sent, cancelled] = [place(3), place(2)]
    expect(books()).toEqual([ON_SALE - 5, 5, 5, 0])

    at.sandbox.tiktok.orders.collect(sent)
    at.sandbox.tiktok.orders.cancel(cancelled, "BUYER")
    expect(books()).toEqual([ON_SALE - 3, 0, 3, 0])
  })

  it("sells what is not there on demand only, and counts it", () => {
    expect(() => place(ON_SALE + 3)).toThrow("out of stock")
    expect(books()).toEqual([ON_SALE, 0, 0, 0])

    const id = place(ON_SALE + 3, { beyond_stock: true })
    expect(books()).toEqual([0, ON_SALE + 3, ON_SALE + 3, 3])

    at.sandbox.tiktok.orders.cancel(id, "SYSTEM")
    expect(books()).toEqual([ON_SALE, 0, 0, 0])
  })

  it("keeps every write on record, whatever becomes of it", async () => {
    place(1)
    const seen: number[] = []
    const { writes } = at.sandbox.tiktok.stock
    const stop = writes.onWrite(({ after }) => seen.push(after))
    await push(7)
    edit({ change: 3 })
    edit({ ignores_writes: true })
    expect((await push(2)).data.errors).toEqual([])
    edit({ ignores_writes: false, locked_by_campaign: true })
    expect((await push(4)).data.errors).toHaveLength(1)
    await push(11)
    stop()
    edit({ available: 5, locked_by_campaign: false })

    const brief = writes
      .list(cup().id)
      .map(({ by, asked, before, after, outcome, code }) =>
        [by, asked, before, after, outcome, code].join(" ").trim()
      )
    expect(brief).toEqual([
      `app 7 ${ON_SALE - 1} 7 done`,
      "seller 10 7 10 done",
      "app 2 10 10 ignored",
      "app 4 10 10 refused 12052393",
      "app 11 10 11 done",
      "seller 5 11 5 done",
    ])
    expect(seen).toEqual([7, 10, 10, 10, 11])
    const at_first = { committed: 1, sold: 1, product_id: cup().product_id }
    expect(writes.list()[0]).toMatchObject(at_first)
    expect(at.sandbox.tiktok.books().shops[0].stock_writes).toBe(6)
    expect(books()).toEqual([5, 1, 1, 0])
  })

  it("has the write on record whose answer is lost", async () => {
    const path = "inventory/update"
    at.sandbox.tiktok.faults.add({ kind: "lost_answer", path })
    await expect(push(7)).rejects.toThrow()
    expect(at.sandbox.tiktok.stock.writes.list()).toMatchObject([{ after: 7 }])
  })

  it("writes nothing to a product that is not on sale, or a SKU of another", async () => {
    const { id, product_id } = cup()
    at.sandbox.tiktok.editProduct(product_id, { status: "SELLER_DEACTIVATED" })
    expect((await push(7)).code).toBe(12052901)
    expect(() => place(1)).toThrow("not on sale")
    expect(books()[0]).toBe(ON_SALE)

    const { catalogue } = at.sandbox.tiktok
    const others = catalogue.ofShop(at.sandbox.tiktok.shop().id)
    const other = others.find((product) => product.id !== product_id)
    const path = `/product/202309/products/${other?.id}/inventory/update`
    const inventory = [{ quantity: 7 }]
    const { data } = await at.app.post(path, { skus: [{ id, inventory }] })
    expect(data.errors[0]).toMatchObject({ code: 12052557 })
  })

  it("may keep the units of open orders to itself, and refuse none", async () => {
    Object.assign(at.sandbox.tiktok.options, {
      committed_units: "left_out",
      least_stock: 1,
    })
    const search = "/product/202309/inventory/search"
    const { data } = await at.app.post(search, { sku_ids: [cup().id, "77"] })
    expect(data.inventory).toHaveLength(1)
    const [sku] = data.inventory[0].skus
    expect(sku).not.toHaveProperty("total_committed_quantity")
    expect(sku.warehouse_inventory).toEqual([
      { warehouse_id: expect.any(String), available_quantity: ON_SALE },
    ])
    expect((await push(0)).data.errors[0].code).toBe(12052055)
    expect((await push(1)).data.errors).toEqual([])
  })

  it("is moved from the command line", async () => {
    const { id } = cup()
    const run = (words: string) => runCommand(at.sandbox, words)
    await run(`stock set ${id} 9`)
    await run(`stock change ${id} -2`)
    expect(books()[0]).toBe(7)
    await run(`stock lock ${id}`)
    await run(`stock ignore-writes ${id}`)
    expect(cup()).toMatchObject({
      locked_by_campaign: true,
      ignores_writes: true,
    })
    await run(`stock unlock ${id}`)
    await run(`stock take-writes ${id}`)
    const { body } = await run(`stock writes ${id}`)
    expect(body.writes).toMatchObject([{ after: 9 }, { after: 7 }])
    expect((await run("stock set 77 9")).status).toBe(409)
    expect(() => edit({ change: 1, warehouse_id: "77" })).toThrow("warehouse")
  })

  it("tells who changed what when it is to", async () => {
    place(1)
    Object.assign(at.sandbox.tiktok.options, {
      stock_messages: true,
      webhook_url: "http://localhost:9/never",
      webhook_mode: "manual",
    })
    const [cancelled, sent] = [place(2), place(3)]
    at.sandbox.tiktok.orders.cancel(cancelled, "BUYER")
    at.sandbox.tiktok.orders.collect(sent)
    await push(40)
    await push(40)
    edit({ change: -1, locked_by_campaign: true })

    const told = at.sandbox.tiktok.webhooks
      .log()
      .filter(({ type }) => type === 68)
      .map(({ body }) => JSON.parse(body))
    const brief = told.map(({ data }) => {
      const [change] = data.change_detail
      const { available_quantity_delta, committed_quantity_delta } = change
      return [
        change.trigger_source,
        available_quantity_delta,
        committed_quantity_delta,
      ].join(" ")
    })
    expect(brief).toEqual([
      "order_created -2 2",
      "order_created -3 3",
      "order_canceled 2 -2",
      "order_shipped 0 -3",
      "api_sync -16 0",
      "manual_adjustment -1 0",
      "campaign_lock 0 0",
    ])
    expect(told[6]).toMatchObject({
      seller_open_id: "demoOpenIdVN01",
      data: {
        product_id: cup().product_id,
        sku_id: cup().id,
        quantity_snapshot_after_change: {
          total_quantity: 40,
          total_available_quantity: 39,
          total_committed_quantity: 1,
          in_shop_quantity: 0,
          campaign_locked_quantity: 39,
        },
        change_detail: [
          { in_shop_quantity_delta: -39, campaign_locked_quantity_delta: 39 },
        ],
      },
    })
    const ids = told.map(({ data }) => data.event_id)
    expect(new Set(ids).size).toBe(7)
  })

  it("keeps its counters true, whatever happens in whatever order", () => {
    type Placed = { id: string; quantity: number; state: "open" | "gone" }
    const happening = fc.record({
      what: fc.constantFrom("sale", "cancel", "collect", "write", "edit"),
      units: fc.integer({ min: 1, max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 20 }), (happenings) => {
        at.sandbox.tiktok.reset()
        const { stock, orders } = at.sandbox.tiktok
        const [warehouse] = stock.warehouses(cup())
        let placed: Placed[] = []
        let available = ON_SALE
        for (const { what, units } of happenings) {
          const first = placed.find(({ state }) => state === "open")
          if (what === "sale" && units <= available) {
            placed.push({ id: place(units), quantity: units, state: "open" })
            available -= units
          } else if (what === "cancel" && first) {
            orders.cancel(first.id, "BUYER")
            placed = placed.filter((one) => one !== first)
            available += first.quantity
          } else if (what === "collect" && first) {
            orders.collect(first.id)
            first.state = "gone"
          } else if (what === "write" || what === "edit") {
            available = units
            if (what === "write") {
              stock.write(cup(), warehouse, units)
            } else {
              edit({ available: units })
            }
          }
          const sum = (some: Placed[]) =>
            some.reduce((total, { quantity }) => total + quantity, 0)
          const open = placed.filter(({ state }) => state === "open")
          expect(stock.level(cup(), warehouse)).toEqual({
            available,
            committed: sum(open),
            sold: sum(placed),
            oversold: 0,
          })
        }
      }),
      { numRuns: 50 }
    )
  })
})
