import fc from "fast-check"
import { App } from "../__fixtures__/app"
import { tikTokSuite } from "../__fixtures__/suites"
import { DEMO_CATALOGUE, startSandbox } from "../index"

describe("products and stock", () => {
  const at = tikTokSuite()

  const search = (query = {}, body = {}) =>
    at.app.post("/product/202502/products/search", body, {
      page_size: "5",
      ...query,
    })
  const stockOf = async (sku_id: string) => {
    const path = "/product/202309/inventory/search"
    const { data } = await at.app.post(path, { sku_ids: [sku_id] })
    const [sku] = data.inventory[0].skus
    return [sku.total_available_quantity, sku.total_committed_quantity]
  }
  const find = (seller_sku: string) => {
    const shop = at.sandbox.tiktok.shop()
    const products = at.sandbox.tiktok.catalogue.ofShop(shop.id)
    const sku = products
      .flatMap(({ skus }) => skus)
      .find((one) => one.seller_sku === seller_sku)
    if (!sku) {
      throw new Error(`no ${seller_sku}`)
    }
    return {
      shop,
      sku,
      product: at.sandbox.tiktok.catalogue.get(sku.product_id),
    }
  }
  const push = async (quantity: number, warehouse_id?: string) => {
    const { sku, product } = find("LY-LAM-S")
    const path = `/product/202309/products/${product.id}/inventory/update`
    const inventory = [{ quantity, ...(warehouse_id ? { warehouse_id } : {}) }]
    return at.app.post(path, { skus: [{ id: sku.id, inventory }] })
  }

  it("lists every product once", async () => {
    const titles: string[] = []
    let page_token = ""
    do {
      const { data } = await search(page_token ? { page_token } : {})
      titles.push(...data.products.map(({ title }: { title: string }) => title))
      page_token = data.next_page_token
    } while (page_token)

    expect(titles.sort()).toEqual(DEMO_CATALOGUE.map((p) => p.title).sort())
  })

  it("serves pictures of its own", async () => {
    const { product } = find("LY-LAM-S")
    const path = `/product/202309/products/${product.id}`
    const { data } = await at.app.get(path)

    const picture = await fetch(data.main_images[0].urls[0])
    expect(picture.headers.get("content-type")).toContain("image/svg+xml")
    expect(await picture.text()).toContain("<svg")
  })

  it("lists a new product", async () => {
    const [cups] = DEMO_CATALOGUE
    const { id } = at.sandbox.tiktok.addProduct({
      ...cups,
      title: "Ly hai quai",
    })

    const { data } = await search()
    expect(data.total_count).toBe(DEMO_CATALOGUE.length + 1)
    expect(data.products[0]).toMatchObject({ id, title: "Ly hai quai" })
  })

  it("renames and deletes", async () => {
    const { product } = find("LY-LAM-S")
    at.sandbox.tiktok.editProduct(product.id, { title: "Ly mới" })
    const sku_ids = [product.skus[0].id]
    const { data } = await search({}, { sku_ids })
    expect(data.products[0].title).toBe("Ly mới")

    at.sandbox.tiktok.deleteProduct(product.id)
    expect((await search({}, { sku_ids })).data.total_count).toBe(0)
    const deleted = await search({}, { sku_ids, status: "DELETED" })
    expect(deleted.data.total_count).toBe(1)
    const detail = await at.app.get(`/product/202309/products/${product.id}`)
    expect(detail.code).toBe(12052901)
  })

  it("holds stock from the unpaid order on, and frees it on cancelling", async () => {
    const { sku } = find("LY-LAM-S")
    const lines = [{ sku_id: sku.id, quantity: 3 }]
    const [{ id }] = at.sandbox.tiktok.addOrders([{ lines, status: "UNPAID" }])
    expect(await stockOf(sku.id)).toEqual([57, 3])

    at.sandbox.tiktok.orders.cancel(id, "BUYER")
    expect(await stockOf(sku.id)).toEqual([60, 0])

    const [sent] = at.sandbox.tiktok.addOrders([
      { lines, status: "IN_TRANSIT" },
    ])
    expect(await stockOf(sku.id)).toEqual([57, 0])
    at.sandbox.tiktok.orders.cancel(sent.id, "SYSTEM")
    expect(await stockOf(sku.id)).toEqual([57, 0])
  })

  it("takes the parts of a set, and nothing for goods that lie with TikTok", async () => {
    const cup = find("CHEN-DO-60").sku.id
    const lines = [{ seller_sku: "BO-TRA-DO" }]
    at.sandbox.tiktok.addOrders([{ lines }])
    expect(await stockOf(cup)).toEqual([156, 4])

    at.sandbox.tiktok.addOrders([{ lines, fulfilled_by_tiktok: true }])
    expect(await stockOf(cup)).toEqual([156, 4])
  })

  it("sells no more than there is, and holds nothing of a refused order", () => {
    const lines = [
      { seller_sku: "CHEN-DO-60", quantity: 1 },
      { seller_sku: "AO-DAI-XL", quantity: 16 },
    ]
    const before = at.sandbox.tiktok.books().shops[0].stock

    expect(() => at.sandbox.tiktok.addOrders([{ lines }])).toThrow(
      "out of stock"
    )
    expect(at.sandbox.tiktok.books().shops[0].stock).toEqual(before)
    expect(at.sandbox.tiktok.book.size).toBe(0)
  })

  it("loses no unit, whatever orders come and go", () => {
    const onHand = () =>
      at.sandbox.tiktok
        .books()
        .shops[0].stock.filter(({ seller_sku }) => seller_sku !== "BO-TRA-DO")
        .reduce((sum, sku) => sum + sku.available + sku.committed, 0)

    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            quantity: fc.integer({ min: 1, max: 3 }),
            cancelled: fc.boolean(),
            steps: fc.integer({ min: 0, max: 2 }),
          }),
          { maxLength: 6 }
        ),
        (orders) => {
          at.sandbox.tiktok.reset()
          const before = onHand()
          for (const { quantity, cancelled, steps } of orders) {
            const lines = [{ seller_sku: "KHAN-RAN-DEN", quantity }]
            const [{ id }] = at.sandbox.tiktok.addOrders([
              { lines, status: "UNPAID" },
            ])
            for (let done = 0; done < steps; done++) {
              at.sandbox.tiktok.orders.advance(id)
            }
            if (cancelled) {
              at.sandbox.tiktok.orders.cancel(id, "BUYER")
            }
          }
          expect(onHand()).toBe(before)
        }
      ),
      { numRuns: 30 }
    )
  })

  it("leaves on the shelf what a history of orders does not hold", () => {
    at.sandbox.tiktok.addOrders(60, 2)
    const { stock } = at.sandbox.tiktok.books().shops[0]

    for (const sku of DEMO_CATALOGUE.flatMap(({ skus }) => skus)) {
      const cell = stock.find(({ seller_sku }) => seller_sku === sku.seller_sku)
      if (!sku.components) {
        expect((cell?.available ?? 0) + (cell?.committed ?? 0)).toBe(sku.stock)
      }
    }
  })

  it("sets absolute quantities, zero included", async () => {
    const { sku } = find("LY-LAM-S")
    at.sandbox.tiktok.addOrders([{ lines: [{ sku_id: sku.id }] }])

    expect((await push(7)).data.errors).toEqual([])
    expect(await stockOf(sku.id)).toEqual([7, 1])
    expect((await push(0)).data.errors).toEqual([])
    expect((await push(100_000)).code).toBe(36009004)
  })

  it("says in data.errors what it did not set", async () => {
    const { sku, shop } = find("LY-LAM-S")
    const unknown = await push(5, "7400000000000000000")
    expect(unknown.code).toBe(0)
    expect(unknown.data.errors).toEqual([
      {
        code: 12052990,
        message: "Check failed",
        detail: {
          sku_id: sku.id,
          extra_errors: [expect.objectContaining({ code: 12052097 })],
        },
      },
    ])

    sku.locked_by_campaign = true
    const lowered = await push(5, shop.warehouses[0].id)
    expect(lowered.data.errors[0].code).toBe(12052393)
    expect((await push(90)).data.errors).toEqual([])
  })

  it("wants every warehouse of the SKU", async () => {
    const two = await startSandbox({ tiktok_shop: { sales_warehouses: 2 } })
    const client = new App(two)
    const shop = two.tiktok.shop()
    const [product] = two.tiktok.catalogue.ofShop(shop.id)
    const [first, , second] = shop.warehouses
    const set = (...ids: string[]) =>
      client.post(`/product/202309/products/${product.id}/inventory/update`, {
        skus: [
          {
            id: product.skus[0].id,
            inventory: ids.map((warehouse_id) => ({
              warehouse_id,
              quantity: 5,
            })),
          },
        ],
      })

    expect((await set(first.id)).data.errors[0].code).toBe(12019028)
    expect((await set(first.id, second.id)).data.errors).toEqual([])
    await two.close()
  })
})
