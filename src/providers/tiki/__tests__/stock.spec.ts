import { ListingKey, StockTarget } from "../../../domain/provider/pushes-stock"
import { JsonObject } from "../../../domain/shared/json"
import { errorOf } from "../../__fixtures__/error-of"
import {
  networkError,
  Reply,
  scriptedFetch,
} from "../../__fixtures__/scripted-fetch"
import { answer, failure, html } from "../__fixtures__/answers"
import { accessToShop, APP, NOW } from "../__fixtures__/scripted-provider"
import { TikiProvider } from "../provider"

const ID = "70010001"

function setUp(...replies: Reply[]) {
  const { fetch, sent } = scriptedFetch(...replies)
  const stock = new TikiProvider(
    {},
    { ...APP, maxRetries: 3 },
    { fetch, now: () => NOW, random: () => 0 }
  )
  return { stock, sent, access: accessToShop() }
}

const key = (external_sku_id = ID): ListingKey => ({
  external_product_id: "70009990",
  external_sku_id,
})

function product(stocks: JsonObject[], overrides: JsonObject = {}): JsonObject {
  return {
    id: Number(ID),
    entity_type: "seller_simple",
    type: "simple",
    inventory: { inventory_type: "dropship", warehouse_stocks: stocks },
    ...overrides,
  }
}

const SHELF = {
  warehouse_id: 50123,
  quantity: 0,
  quantity_available: 40,
  quantity_reserved: 3,
  quantity_sellable: 37,
}

describe("reading stock", () => {
  const read = async (body: JsonObject) => {
    const { stock, access } = setUp(answer(body))
    return stock.readStock(access, [key()])
  }
  const counters = async (shelf: JsonObject) => {
    const [{ warehouses }] = await read(
      product([{ warehouse_id: 50123, ...shelf }])
    )
    return warehouses[0]
  }

  it("takes one call a product, in the lane of stock", async () => {
    const { stock, access, sent } = setUp(
      answer(product([SHELF])),
      answer(product([], { id: null, product_id: 2 }))
    )
    expect(await stock.readStock(access, [key(), key("2")])).toEqual([
      {
        listing: key(),
        warehouses: [
          { warehouse_external_id: "50123", available: 37, committed: 3 },
        ],
      },
      { listing: key("2"), warehouses: [] },
    ])
    expect(
      sent.map(({ method, url }) => [method, url.pathname + url.search])
    ).toEqual([
      ["GET", `/integration/v2.1/products/${ID}?includes=inventory`],
      ["GET", "/integration/v2.1/products/2?includes=inventory"],
    ])
    expect(access.lanes).toEqual(["stock", "stock"])
  })

  it("knows every warehouse", async () => {
    const [{ warehouses }] = await read(
      product([SHELF, { ...SHELF, warehouse_id: 50126, quantity_sellable: 0 }])
    )
    expect(warehouses.map((one) => one.warehouse_external_id)).toEqual([
      "50123",
      "50126",
    ])
  })

  it.each<[JsonObject, number, number | null]>([
    [{ ...SHELF, quantity: 99 }, 37, 3],
    [{ quantity_saleable: 5, quantity_reserved: 2 }, 5, 2],
    [{ quantity_available: 9, quantity_reserved: 2 }, 7, 2],
    [{ quantity_available: 9, quantity_sellable: 4 }, 4, 5],
    [{ quantity_sellable: 4 }, 4, null],
    [
      { quantity_available: 1, quantity_reserved: 3, quantity_sellable: -2 },
      0,
      3,
    ],
    [{ quantity_sellable: "6", quantity_reserved: "1" }, 6, 1],
  ])("of %j is %i for sale, %p held", async (shelf, available, committed) => {
    expect(await counters(shelf)).toMatchObject({ available, committed })
  })

  it("leaves goods in Tiki's own warehouse without one to write to", async () => {
    const inventory = { inventory_type: "instock", warehouse_stocks: [SHELF] }
    expect(await read(product([], { inventory }))).toEqual([
      { listing: key(), warehouses: [] },
    ])
  })

  it.each<[string, JsonObject]>([
    ["a parent of variants", { type: "configurable" }],
    ["Tiki's own entry", { entity_type: "master_simple" }],
  ])("leaves out %s", async (_what, overrides) => {
    expect(await read(product([SHELF], overrides))).toEqual([])
  })

  it("leaves out what Tiki does not have", async () => {
    const { stock, access } = setUp(
      failure(404),
      answer(product([SHELF], { id: 2 }))
    )
    const found = await stock.readStock(access, [key(), key("2")])
    expect(found.map(({ listing }) => listing)).toEqual([key("2")])
  })

  it.each<[string, JsonObject, string]>([
    ["no inventory", product([], { inventory: null }), "inventory: is missing"],
    [
      "a shelf that says nothing",
      product([{ warehouse_id: 1, quantity: 8 }]),
      "quantity_sellable: is missing",
    ],
    [
      "a shelf of which only the sum is known",
      product([{ warehouse_id: 1, quantity_available: 8 }]),
      "quantity_sellable: is missing",
    ],
    ["a shelf twice", product([SHELF, SHELF]), "holds 50123 twice"],
    ["a shelf without a name", product([{}]), "warehouse_id: is missing"],
    ["another product", product([SHELF], { id: 7 }), "id: is 7"],
  ])("concludes nothing from %s", async (_what, body, reason) => {
    const error = await errorOf(read(body))
    expect(error.kind).toBe("invalid_response")
    expect(error.message).toContain(reason)
  })

  it("waits for every call before it fails, and never reads in parts", async () => {
    let answered = 0
    const { stock, access } = setUp(failure(403), async () => {
      await new Promise((done) => setTimeout(done, 20))
      answered++
      return answer(product([SHELF], { id: 2 }))
    })
    const error = await errorOf(stock.readStock(access, [key(), key("2")]))
    expect(error.kind).toBe("rejected")
    expect(answered).toBe(1)
  })
})

describe("writing stock", () => {
  const target = (
    warehouses: [id: string, quantity: number, committed: number | null][],
    id = ID
  ): StockTarget => ({
    listing: key(id),
    warehouses: warehouses.map(
      ([warehouse_external_id, quantity, committed]) => ({
        warehouse_external_id,
        quantity,
        committed,
      })
    ),
  })
  const push = (...replies: Reply[]) => {
    const { stock, access, sent } = setUp(...replies)
    const work = stock.pushStock(access, [target([["50123", 5, 3]])])
    return { work, sent, access }
  }

  it("tells what lies there, open orders included, of every warehouse, and nothing else", async () => {
    const { stock, access, sent } = setUp(answer({ state: "approved" }))
    const outcomes = await stock.pushStock(access, [
      target(
        [
          ["50123", 5, 3],
          ["50126", 0, 2],
          ["9007199254740993001", 4, null],
        ],
        "9007199254740993002"
      ),
    ])
    expect(outcomes).toEqual([
      { listing: key("9007199254740993002"), ok: true },
    ])
    expect(sent).toHaveLength(1)
    expect(sent[0].method).toBe("PUT")
    expect(sent[0].url.pathname).toBe("/integration/v2.1/products/updateSku")
    expect(sent[0].body).toBe(
      '{"product_id":9007199254740993002,"warehouse_quantities":[' +
        '{"warehouse_id":50123,"qty_available":8},' +
        '{"warehouse_id":50126,"qty_available":2},' +
        '{"warehouse_id":9007199254740993001,"qty_available":4}]}'
    )
    expect(access.lanes).toEqual(["stock"])
  })

  it("takes one product a call", async () => {
    const { stock, access, sent } = setUp(answer({ state: "approved" }))
    const targets = [target([["1", 1, 0]]), target([["1", 2, 0]], "2")]
    expect(stock.groupTargets(targets)).toEqual(targets.map((one) => [one]))
    const { kind } = await errorOf(stock.pushStock(access, targets))
    expect([kind, sent]).toEqual(["invalid_request", []])
  })

  it.each<[string, StockTarget]>([
    ["no warehouse", target([])],
    ["an id that is none", target([["K1", 1, 0]])],
  ])("sends nothing for %s", async (_what, wrong) => {
    const { stock, access, sent } = setUp(answer({ state: "approved" }))
    expect(await stock.pushStock(access, [wrong])).toMatchObject([
      { ok: false, locked: false, error: { kind: "invalid_request" } },
    ])
    expect(sent).toEqual([])
  })

  it.each<[string, Response, string]>([
    ["a status", failure(422, "warehouse 9 does not exist"), "rejected"],
    [
      "the body of a success",
      failure(200, "warehouse 9 does not exist"),
      "rejected",
    ],
    ["its state", answer({ state: "rejected" }), "rejected"],
    ["a wrong request", failure(400), "invalid_request"],
    ["not knowing it", failure(404), "not_found"],
  ])("tells a refusal by %s, as no lock", async (_what, reply, kind) => {
    const { work, sent } = push(reply)
    expect(await work).toMatchObject([
      { listing: key(), ok: false, locked: false, error: { kind } },
    ])
    expect(sent).toHaveLength(1)
  })

  it.each([
    "The product is locked by a campaign",
    "Sản phẩm đang tham gia chương trình khuyến mãi",
    "Tồn kho bị khoá",
    "stock is reserved for a Flash Sale",
  ])("knows a lock by its words: %s", async (words) => {
    const { work } = push(failure(422, words))
    expect(await work).toMatchObject([{ ok: false, locked: true }])
  })

  it.each<[string, Reply]>([
    ["a failure at Tiki", failure(500)],
    ["a page of HTML", html(200)],
    ["half an answer", new Response('{"state":')],
    ["a broken connection", networkError("ECONNRESET")],
  ])("is never repeated after %s", async (_what, reply) => {
    const { work, sent } = push(reply, answer({ state: "approved" }))
    expect((await errorOf(work)).kind).toBe("outcome_unknown")
    expect(sent).toHaveLength(1)
  })

  it.each<[string, Reply, string]>([
    ["too many calls", failure(429), "rate_limited"],
    ["no way to Tiki", networkError("ECONNREFUSED"), "unavailable"],
  ])("is not held back until it is old: %s", async (_what, reply, kind) => {
    const { work, sent } = push(reply, answer({ state: "approved" }))
    expect((await errorOf(work)).kind).toBe(kind)
    expect(sent).toHaveLength(1)
  })

  it("goes on with a new token, as the old one let nothing happen", async () => {
    const { work, sent, access } = push(
      failure(401),
      answer({ state: "approved" })
    )
    expect(await work).toMatchObject([{ ok: true }])
    expect([sent.length, access.renewed.length]).toEqual([2, 1])
  })
})
