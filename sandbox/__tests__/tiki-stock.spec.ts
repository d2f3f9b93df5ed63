import fc from "fast-check"
import { runCommand } from "../__fixtures__/run-command"
import { tikiSuite } from "../__fixtures__/suites"
import { startSandbox } from "../index"
import { Clock } from "../shared/clock"
import { OrderInput } from "../tiki/orders/place-order"
import { demoSellers } from "../tiki/sellers"
import { Product } from "../tiki/products/product"
import { QueueEvent } from "../tiki/queues/queues"
import { TikiTwin } from "../tiki/twin"

const NOW = Date.UTC(2026, 2, 2, 2)
const SKU = "LY-LAM-L"

function offerOf({ catalogue }: TikiTwin): Product {
  const found = catalogue.findByOriginalSku(210042, SKU)
  if (!found) {
    throw new RangeError(SKU)
  }
  return found
}

describe("the stock of Tiki", () => {
  const at = tikiSuite(() => startSandbox({ now: () => NOW }))
  // Twenty on the shelf.
  beforeEach(() =>
    at.sandbox.tiki.stock.receive(offer().product_id, 50123, -10)
  )

  const offer = () => offerOf(at.sandbox.tiki)
  const buy = (quantity: number, input: OrderInput = {}) =>
    at.sandbox.tiki.addOrders([
      { lines: [{ original_sku: SKU, quantity }], ...input },
    ])[0].code
  const books = () => {
    const [shop] = at.sandbox.tiki.books().shops
    const stock = shop.stock.find(({ seller_sku }) => seller_sku === SKU)
    return { ...stock?.warehouses[50123], writes: shop.stock_writes }
  }
  const put = (...shelves: [number, number][]) =>
    at.client.put("/v2.1/products/updateSku", {
      product_id: offer().product_id,
      warehouse_quantities: shelves.map(([warehouse_id, qty_available]) => ({
        warehouse_id,
        qty_available,
      })),
    })
  const shown = async () => {
    const { body } = await at.client.get(
      `/v2.1/products/${offer().product_id}`,
      { includes: "inventory" }
    )
    const [shelf] = body.inventory.warehouse_stocks
    return [
      shelf.quantity_available,
      shelf.quantity_reserved,
      shelf.quantity_sellable,
    ]
  }
  const run = (command: string) => runCommand(at.sandbox, `tiki ${command}`)
  const writes = () => at.sandbox.tiki.stock.writes.list()

  it("moves with the sale, the carrier and the cancellation", async () => {
    const [sent, cancelled] = [buy(3), buy(2)]
    expect(await shown()).toEqual([20, 5, 15])
    at.sandbox.tiki.orders.advance(sent, "shipping")
    expect(await shown()).toEqual([17, 2, 15])
    at.sandbox.tiki.orders.cancel(cancelled, "buyer")
    expect(await shown()).toEqual([17, 0, 17])
    at.sandbox.tiki.orders.advance(sent, "returned")
    expect(books()).toMatchObject({
      available: 17,
      committed: 0,
      on_hand: 17,
      sold: 3,
      oversold: 0,
    })
  })

  it("sells no more than there is, and nothing that is not on sale", () => {
    buy(19)
    expect(() => buy(2)).toThrow("out of stock")
    expect(books()).toMatchObject({ available: 1, committed: 19, sold: 19 })
    at.sandbox.tiki.editProduct(offer().product_id, { active: false })
    expect(() => buy(1)).toThrow("not on sale")
  })

  it("counts what was sold beyond it, until it is cancelled", () => {
    const code = buy(23, { beyond_stock: true })
    buy(2, { beyond_stock: true })
    expect(books()).toMatchObject({ available: -5, sold: 25, oversold: 5 })
    at.sandbox.tiki.orders.cancel(code, "seller")
    expect(books()).toMatchObject({ available: 18, sold: 2, oversold: 0 })
  })

  it("takes all lines of an order or none", () => {
    const lines = [1, 20].map((quantity) => ({ original_sku: SKU, quantity }))
    expect(() => at.sandbox.tiki.addOrders([{ lines }])).toThrow("out of stock")
    expect(books()).toMatchObject({ committed: 0, sold: 0 })
  })

  it("is sold from the next warehouse when the first has too little", () => {
    at.sandbox.tiki.sellers = demoSellers(2)
    at.sandbox.tiki.stock.receive(offer().product_id, 50126, 5)
    const codes = [20, 5].map((quantity) => buy(quantity))
    expect(
      codes.map((code) => at.sandbox.tiki.orders.get(code).warehouse_id)
    ).toEqual([50123, 50126])
    expect(() => buy(1)).toThrow("out of stock")
  })

  it("keeps every write, with what was there before, and who made it", async () => {
    const heard: unknown[] = []
    const end = at.sandbox.tiki.stock.writes.onWrite((write) =>
      heard.push(write.asked)
    )
    buy(3)
    await put([50123, 9])
    await run(`stock change ${offer().product_id} -2`)
    end()
    await run(`stock set ${offer().product_id} 30`)
    const sku_id = String(offer().product_id)
    expect(writes()[0]).toEqual({
      at: NOW,
      by: "app",
      product_id: String(offer().super_id),
      sku_id,
      warehouse_id: "50123",
      asked: 9,
      before: 17,
      after: 6,
      on_hand_before: 20,
      on_hand_after: 9,
      committed: 3,
      sold: 3,
      outcome: "done",
      reason: null,
    })
    expect(writes().map(({ by, asked, after }) => [by, asked, after])).toEqual([
      ["app", 9, 6],
      ["seller", 7, 4],
      ["seller", 30, 27],
    ])
    expect(heard).toEqual([9, 7])
    expect(books().writes).toBe(3)
    const { body } = await run(`stock writes ${sku_id}`)
    expect(body.writes).toHaveLength(3)
    expect((await run("stock writes 1")).body.writes).toEqual([])
    at.sandbox.tiki.reset()
    expect([writes(), books().sold]).toEqual([[], 0])
  })

  it("empties the warehouses that a write leaves out, and says so on record", async () => {
    at.sandbox.tiki.sellers = demoSellers(2)
    const cup = offer()
    at.sandbox.tiki.stock.receive(cup.product_id, 50126, 40)
    await at.client.put("/v2.1/products/updateSku", {
      product_id: cup.product_id,
      warehouse_quantities: [{ warehouse_id: 50126, qty_available: 5 }],
    })
    expect(
      writes().map(({ warehouse_id, asked, before, after }) => [
        warehouse_id,
        asked,
        before,
        after,
      ])
    ).toEqual([
      ["50126", 5, 40, 5],
      ["50123", null, 20, 0],
    ])
  })

  it.each(["status", "body"] as const)(
    "is refused while a campaign locks it, told by the %s",
    async (where) => {
      at.sandbox.tiki.options.update_sku_refusal = where
      await run(`stock lock ${offer().product_id}`)
      const { status, body } = await put([50123, 5])
      expect(status).toBe(where === "status" ? 422 : 200)
      expect(body.errors).toEqual(["the product is locked by a campaign"])
      expect(await shown()).toEqual([20, 0, 20])
      expect(writes()).toMatchObject([
        { asked: 5, before: 20, after: 20, outcome: "refused" },
      ])
      await run(`stock unlock ${offer().product_id}`)
      expect((await put([50123, 5])).body).toEqual({ state: "approved" })
      expect(await shown()).toEqual([5, 0, 5])
    }
  )

  it("of a deaf product is approved and stays", async () => {
    await run(`stock ignore-writes ${offer().product_id}`)
    expect((await put([50123, 5])).body).toEqual({ state: "approved" })
    expect(await shown()).toEqual([20, 0, 20])
    expect(writes()).toMatchObject([{ outcome: "ignored", after: 20 }])
    await run(`stock take-writes ${offer().product_id}`)
    await put([50123, 5])
    expect(await shown()).toEqual([5, 0, 5])
  })

  it("is shown late where it was written, at once where it was sold", async () => {
    at.sandbox.tiki.options.stock_delay_seconds = 60
    await put([50123, 12])
    buy(2)
    expect(await shown()).toEqual([20, 2, 18])
    expect(books()).toMatchObject({ on_hand: 12, available: 10 })
    const list = await at.client.get("/v2.1/products", {
      include: "inventory",
      name: offer().name,
    })
    expect(list.body.data[0].inventory.quantity_sellable).toBe(18)
    at.sandbox.clock.advance(61)
    expect(await shown()).toEqual([12, 2, 10])
  })

  it("is told as events, our own writes among them, which name no cause", async () => {
    const queue = (await at.client.post("/v1/queues", { name: "stock" })).body
    await at.client.post(`/v1/queues/${queue.code}/subscriptions`, {
      event_type: "PRODUCT_INVENTORY_UPDATED",
    })
    const code = buy(2)
    await put([50123, 12])
    await put([50123, 12])
    await run(`stock set ${offer().product_id} 15`)
    at.sandbox.tiki.orders.advance(code, "shipping")
    const { events } = (
      await at.client.post(`/v1/queues/${queue.code}/events/pull`, {
        ack_id: null,
      })
    ).body
    expect(
      events.map(({ payload }: QueueEvent) => [
        payload.quantity_available_from,
        payload.quantity_available_to,
        payload.quantity_reserved_to,
        payload.quantity_sellable_to,
      ])
    ).toEqual([
      [20, 20, 2, 18],
      [20, 12, 2, 10],
      [12, 15, 2, 13],
      [15, 13, 0, 13],
    ])
  })

  it("is called too often as often as wanted", async () => {
    at.sandbox.tiki.faults.add({ kind: "429", path: "updateSku", times: 3 })
    for (const status of [429, 429, 429, 200]) {
      expect((await put([50123, 5])).status).toBe(status)
    }
    expect(writes()).toHaveLength(1)
  })
})

it("always has on the shelf what came, less what left, whoever sells or writes", () => {
  const step = fc.record({
    act: fc.constantFrom("buy", "collect", "cancel", "write", "receive"),
    place: fc.nat(6),
    units: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const twin = new TikiTwin(new Clock(() => NOW))
      const product = offerOf(twin)
      let expected = 30
      let [sold, beyond] = [0, false]
      const codes: string[] = []
      for (const { act, place, units } of steps) {
        const code = codes[place]
        const order = code ? twin.orders.get(code) : null
        const open = order?.status === "picking"
        const [bought] = order?.items ?? []
        const lines = [{ original_sku: SKU, quantity: units }]
        if (act === "buy") {
          const [{ code: added }] = twin.addOrders([
            { lines, status: "picking", beyond_stock: true },
          ])
          codes.push(added)
          sold += units
          beyond = beyond || twin.stock.sales(product, 50123).oversold > 0
        } else if (act === "collect" && open) {
          twin.carrier.collect(code)
          expected -= bought.quantity
        } else if (act === "cancel" && open) {
          twin.orders.cancel(code, "buyer")
          sold -= bought.quantity
        } else if (act === "write") {
          const asked = new Map([[50123, { sent: units, on_hand: units }]])
          twin.stock.write(product, asked, { kind: "done" })
          expected = units
        } else if (act === "receive") {
          twin.stock.receive(product.product_id, 50123, units)
          expected += units
        }
      }
      const level = twin.stock.level(product, 50123)
      const held = codes
        .map((code) => twin.orders.get(code))
        .filter(({ status }) => status === "picking")
        .reduce((sum, { items }) => sum + items[0].quantity, 0)
      expect(level).toEqual({ available: expected, reserved: held })
      const sales = twin.stock.sales(product, 50123)
      expect(sales.sold).toBe(sold)
      expect(sales.oversold).toBeGreaterThanOrEqual(0)
      expect(sales.oversold > 0 && !beyond).toBe(false)
    }),
    { numRuns: 60 }
  )
})
