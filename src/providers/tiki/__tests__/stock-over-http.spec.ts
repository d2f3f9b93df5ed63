import { Sandbox, startSandbox } from "../../../../sandbox"
import { DemoProduct } from "../../../../sandbox/demo-catalogue"
import { TikiInput } from "../../../../sandbox/tiki/options"
import { StockLevel } from "../../../../sandbox/tiki/products/product"
import {
  ListingKey,
  StockOutcome,
  WarehouseStock,
} from "../../../domain/provider/pushes-stock"
import { buildAccess } from "../../__fixtures__/access"
import { errorOf } from "../../__fixtures__/error-of"
import { TikiProvider } from "../provider"

const NOW = Date.parse("2025-06-20T05:00:00Z")

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({
    now: () => NOW,
    tiki: { pickup_warehouses: 2 },
  })
})
beforeEach(() => sandbox.tiki.reset())
afterEach(() => expect(sandbox.tiki.violations).toEqual([]))
afterAll(() => sandbox.close())

/** The shop's own app, and one cup that lies in two warehouses: 40 and 20. */
function connect(options: TikiInput = {}) {
  const { tiki, urls } = sandbox
  Object.assign(tiki.options, options)
  const stock = new TikiProvider({}, { apiUrl: urls.tiki, maxRetries: 2 })
  const { access_token } = tiki.connectInHouse()
  const { client_id, client_secret } = tiki.options.apps.in_house
  const { id, sid } = tiki.seller()
  const access = buildAccess(
    { external_id: String(id), provider_data: { sid } },
    () => ({
      values: { client_id, client_secret, access_token },
      expires_at: null,
      refresh_expires_at: null,
    })
  )
  const cup = tiki.catalogue.findByOriginalSku(id, "LY-LAM-S")
  if (!cup) {
    throw new Error("the demo has no such cup")
  }
  const key: ListingKey = {
    external_product_id: String(cup.super_id),
    external_sku_id: String(cup.product_id),
  }
  const read = async (): Promise<WarehouseStock[]> => {
    const [{ warehouses }] = await stock.readStock(access, [key])
    return warehouses
  }
  const push = (
    seen: WarehouseStock[],
    quantities: Record<string, number>
  ): Promise<StockOutcome[]> =>
    stock.pushStock(access, [
      {
        listing: key,
        warehouses: seen.map(({ warehouse_external_id, committed }) => ({
          warehouse_external_id,
          quantity: quantities[warehouse_external_id],
          committed,
        })),
      },
    ])
  const buy = (quantity: number, warehouse_id = 50123) =>
    tiki.addOrders([
      {
        lines: [{ product_id: cup.product_id, quantity }],
        status: "picking",
        warehouse_id,
      },
    ])[0].code
  const shelves = (): Record<string, StockLevel> =>
    Object.fromEntries(cup.stock)
  return { tiki, stock, access, cup, key, read, push, buy, shelves }
}

it("what is wanted is what can be sold, whatever open orders hold", async () => {
  const { read, push, buy, shelves } = connect()
  buy(3)
  buy(2, 50126)
  const seen = await read()
  expect(seen).toEqual([
    { warehouse_external_id: "50123", available: 37, committed: 3 },
    { warehouse_external_id: "50126", available: 18, committed: 2 },
  ])
  expect(await push(seen, { 50123: 7, 50126: 0 })).toMatchObject([{ ok: true }])
  expect(shelves()).toEqual({
    50123: { available: 10, reserved: 3 },
    50126: { available: 2, reserved: 2 },
  })
  expect((await read()).map(({ available }) => available)).toEqual([7, 0])
})

it("a sale between reading and writing is not sold again", async () => {
  const { read, push, buy } = connect()
  const seen = await read()
  buy(4)
  await push(seen, { 50123: 10, 50126: 0 })
  expect((await read())[0]).toMatchObject({ available: 6, committed: 4 })
})

it("a parcel that leaves between reading and writing shows too much, until it is read again", async () => {
  const { tiki, read, push, buy } = connect()
  const code = buy(4)
  const seen = await read()
  tiki.carrier.collect(code)
  await push(seen, { 50123: 10, 50126: 0 })
  const again = await read()
  expect(again[0]).toMatchObject({ available: 14, committed: 0 })
  await push(again, { 50123: 10, 50126: 0 })
  expect((await read())[0]).toMatchObject({ available: 10, committed: 0 })
})

it.each<[string, TikiInput | "deaf"]>([
  ["is not heeded at all", { update_sku: "unchanged" }],
  ["is not heeded for one product", "deaf"],
  ["is shown late", { stock_delay_seconds: 90 }],
])("a write that %s is accepted, and reading tells", async (_what, how) => {
  const { tiki, cup, read, push } = connect(how === "deaf" ? {} : how)
  cup.ignores_writes = how === "deaf"
  const seen = await read()
  expect(await push(seen, { 50123: 1, 50126: 1 })).toMatchObject([{ ok: true }])
  expect(await read()).toEqual(seen)
  sandbox.clock.advance(91)
  const [first] = await read()
  expect(first.available).toBe(tiki.options.stock_delay_seconds ? 1 : 40)
})

it.each(["status", "body"] as const)(
  "a lock is told apart from a refusal, by the %s",
  async (update_sku_refusal) => {
    const { tiki, cup, read, push } = connect({ update_sku_refusal })
    const seen = await read()
    cup.locked_by_campaign = true
    expect(await push(seen, { 50123: 1, 50126: 1 })).toMatchObject([
      { ok: false, locked: true, error: { kind: "rejected" } },
    ])
    cup.locked_by_campaign = false
    const [, second] = seen
    tiki.sellers[0].warehouses = tiki.sellers[0].warehouses.filter(
      ({ id }) => String(id) !== second.warehouse_external_id
    )
    expect(await push(seen, { 50123: 1, 50126: 1 })).toMatchObject([
      {
        ok: false,
        locked: false,
        error: { message: expect.stringContaining("50126 does not exist") },
      },
    ])
    expect(await read()).toEqual(seen)
  }
)

it.each(["lost_answer", "truncated", "html"] as const)(
  "%s leaves it open, and nothing is written twice",
  async (kind) => {
    const { tiki, read, push } = connect()
    const seen = await read()
    tiki.faults.add({ kind, path: "updateSku" })
    const { kind: said } = await errorOf(push(seen, { 50123: 5, 50126: 5 }))
    expect(said).toBe("outcome_unknown")
    expect(tiki.calls.list("updateSku")).toHaveLength(1)
    const happened = kind !== "html"
    expect((await read()).map(({ available }) => available)).toEqual(
      happened ? [5, 5] : [40, 20]
    )
  }
)

it("a storm of refusals ends the write at its first, and a reading when it lasts", async () => {
  const { tiki, read, push } = connect()
  const seen = await read()
  tiki.faults.add({ kind: "429", path: "updateSku", times: 2 })
  for (const attempt of [1, 2]) {
    const error = await errorOf(push(seen, { 50123: 5, 50126: 5 }))
    expect(error.kind).toBe("rate_limited")
    expect(tiki.calls.list("updateSku")).toHaveLength(attempt)
  }
  expect(await push(seen, { 50123: 5, 50126: 5 })).toMatchObject([{ ok: true }])
  tiki.faults.add({ kind: "429", path: "/v2.1/products/*" })
  expect((await read())[0].available).toBe(5)
  tiki.faults.add({ kind: "429", path: "/v2.1/products/*", times: 9 })
  expect((await errorOf(read())).kind).toBe("rate_limited")
})

it("reads what is not on sale or hidden, and leaves out what is gone or another's", async () => {
  const { tiki, stock, access, cup, key } = connect()
  const [foreign] = tiki.catalogue.ofSeller(tiki.sellers[1].id)
  const other = {
    external_product_id: "1",
    external_sku_id: String(foreign.product_id),
  }
  tiki.editProduct(cup.product_id, { active: false, is_hidden: true })
  expect(await stock.readStock(access, [key, other])).toHaveLength(1)
  tiki.deleteProduct(cup.product_id)
  expect(await stock.readStock(access, [key, other])).toEqual([])
})

it("the whole shop takes one call for fifty offers, an odd one hides no other", async () => {
  const { tiki, stock, access, cup, key } = connect()
  const product: DemoProduct = {
    key: "many",
    title: "Chén",
    own_title: null,
    description: "Chén",
    category: "Đồ gốm",
    options: ["Số"],
    picture: { shape: "cup", colour: "#000000" },
    match: "marketplace_only",
    skus: Array.from({ length: 120 }, (_, number) => ({
      seller_sku: `CHEN-${number}`,
      barcode: null,
      values: [String(number)],
      price: 20_000,
      stock: number,
      own: null,
    })),
  }
  tiki.addProduct({
    product,
    inventory_type: "dropship",
    is_hidden: false,
    in_two_warehouses: false,
  })
  tiki.editProduct(cup.product_id, {
    wire: { id: 1, product_id: 2 },
    off_contract: true,
  })
  tiki.calls.clear()
  const found = new Map<string, WarehouseStock[]>()
  for await (const page of stock.readAllStock?.(access) ?? []) {
    page.forEach(({ listing, warehouses }) =>
      found.set(listing.external_sku_id, warehouses)
    )
  }
  const offers = tiki.catalogue.ofSeller(tiki.seller().id)
  expect(found.size).toBe(offers.length - 1)
  expect(found.has(key.external_sku_id)).toBe(false)
  expect(tiki.calls.list("/v2.1/products")).toHaveLength(
    Math.ceil(offers.length / 50)
  )
})
