import { Sandbox, startSandbox } from "../index"
import { App } from "../__fixtures__/app"
import { checkAnswer, checkRequest } from "../tiktok-shop/contract/contract"

describe("TikTok's OpenAPI description", () => {
  let sandbox: Sandbox
  let app: App

  beforeAll(async () => {
    sandbox = await startSandbox({ tiktok_shop: { orders: 150 } })
  })
  beforeEach(() => {
    sandbox.tiktok.reset()
    app = new App(sandbox)
  })
  afterAll(() => sandbox.close())

  it("holds for every kind of answer", async () => {
    const shop = sandbox.tiktok.shop()
    const products = sandbox.tiktok.catalogue.ofShop(shop.id)
    const orders = sandbox.tiktok.book.all()
    const ids = orders.slice(0, 50).map(({ id }) => id)
    const codes = [
      await app.get("/authorization/202309/shops"),
      await app.get("/logistics/202309/warehouses"),
      await app.post(
        "/product/202502/products/search",
        { status: "ALL" },
        { page_size: "100" }
      ),
      ...(await Promise.all(
        products.map(({ id }) => app.get(`/product/202309/products/${id}`))
      )),
      await app.post("/product/202309/inventory/search", {
        product_ids: products.map(({ id }) => id),
      }),
      await app.get("/order/202309/orders", { query: { ids: ids.join(",") } }),
      await app.get("/order/202507/orders", { query: { ids: ids.join(",") } }),
      await app.get(`/order/202407/orders/${ids[0]}/price_detail`),
    ].map(({ code }) => code)

    expect(codes.every((code) => code === 0)).toBe(true)
    expect(await app.allOrders({})).toHaveLength(150)
    expect(sandbox.tiktok.violations).toEqual([])
  })

  it("refuses to give an answer that breaks it, and keeps the reason", async () => {
    const [{ id }] = sandbox.tiktok.book.all()
    sandbox.tiktok.orders.edit(id, { wire: { create_time: "yesterday" } })

    const answer = await app.get("/order/202507/orders", { query: { ids: id } })
    expect(answer.http_status).toBe(500)
    expect(answer.message).toContain("sandbox_contract_violation")
    expect(sandbox.tiktok.violations).toEqual([
      {
        at: expect.any(Number),
        call: "GET /order/202507/orders",
        reason: expect.stringContaining("/data/orders/0/create_time"),
      },
    ])
  })

  it("refuses a field that TikTok does not have", async () => {
    const [{ id }] = sandbox.tiktok.book.all()
    sandbox.tiktok.orders.edit(id, { wire: { quantity: 3 } })

    await app.get("/order/202507/orders", { query: { ids: id } })
    expect(sandbox.tiktok.violations[0].reason).toContain("quantity")
  })

  it("lets damage through that is meant", async () => {
    const [{ id }] = sandbox.tiktok.book.all()
    sandbox.tiktok.orders.edit(id, {
      wire: { create_time: "yesterday", line_items: { 0: { sku_id: null } } },
      off_contract: true,
    })

    const order = await app.order(id)
    expect(order?.create_time).toBe("yesterday")
    expect(order?.line_items).not.toHaveProperty("0.sku_id")
    expect(sandbox.tiktok.violations).toEqual([])
  })

  it("can be switched off", async () => {
    sandbox.tiktok.options.validate = false
    const [{ id }] = sandbox.tiktok.book.all()
    sandbox.tiktok.orders.edit(id, { wire: { quantity: 3 } })

    expect(await app.order(id)).toMatchObject({ quantity: 3 })
  })

  it("checks envelope, query and body", () => {
    const path = "/order/202309/orders/search"

    expect(checkAnswer("POST", path, { code: 0, message: "ok" })).toContain(
      "request_id"
    )
    expect(checkRequest("POST", path, { page_size: "x" }, {})).toContain(
      "page_size"
    )
    expect(checkRequest("POST", path, {}, {})).toContain("page_size is missing")
    expect(
      checkRequest("POST", path, { page_size: "1" }, { update_time_le: 1 })
    ).toContain("update_time_le")
    expect(
      checkRequest("POST", path, { page_size: "1" }, { update_time_lt: 1 })
    ).toBeNull()
  })
})
