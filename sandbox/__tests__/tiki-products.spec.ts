import { tikiSuite } from "../__fixtures__/suites"
import { startSandbox } from "../index"
import { Product } from "../tiki/products/product"
import { writeTime } from "../tiki/tiki-time"

const LIST = "/v2.1/products"
const UPDATE = "/v2.1/products/updateSku"

describe("sellers and products of Tiki", () => {
  const at = tikiSuite(() => startSandbox({ tiki: { pickup_warehouses: 2 } }), {
    as_described: false,
  })

  const offers = () => at.sandbox.tiki.catalogue.ofSeller(210042)
  const offer = (original_sku: string): Product => {
    const found = offers().find((one) => one.original_sku === original_sku)
    if (!found) {
      throw new RangeError(original_sku)
    }
    return found
  }

  describe("warehouses", () => {
    it("are active or not, for pickup or for returns", async () => {
      const path = "/v2/sellers/me/warehouses"
      const ids = async (query: Record<string, string>) =>
        (await at.client.get(path, query)).body.data.map(
          ({ id }: { id: number }) => id
        )
      expect(await ids({})).toEqual([50123, 50124, 50125, 50126])
      expect(await ids({ status: "1", type: "1" })).toEqual([50123, 50126])
      expect(await ids({ type: "0" })).toEqual([50124])
      expect((await at.client.get(path, { type: "2" })).status).toBe(400)
    })

    it("say which of them serve Tiki's own", async () => {
      const { body } = await at.client.get("/v2/seller-inventories", {
        tiki_warehouse_codes: "hn4",
      })
      expect(body.mappings).toEqual([
        { tiki_warehouse_code: "hn4", seller_inventory_ids: [50123, 50126] },
      ])
      expect(
        (await at.client.get("/v2/warehouses/tiki")).body.data
      ).toHaveLength(2)
    })
  })

  describe("the list", () => {
    it("pages through everything once, with short pages and a wrong total", async () => {
      const { rows, sizes, paging } = await at.client.all(LIST, { limit: "5" })
      expect(sizes).toEqual([4, 5, 5, 4, 5, 2])
      const ids = rows.map(({ product_id }) => product_id)
      expect(new Set(ids)).toEqual(
        new Set(offers().map(({ product_id }) => product_id))
      )
      expect(paging.total).not.toBe(ids.length)
      const created = rows.map(({ created_at }) => String(created_at))
      expect(created).toEqual([...created].sort().reverse())
    })

    it("has no last page when nothing is there", async () => {
      const { body } = await at.client.get(LIST, { name: "không có" })
      expect(body).toMatchObject({ data: [], paging: { last_page: 0 } })
    })

    it("caps a page at 50 rows, or refuses more", async () => {
      const more = { limit: "100" }
      expect((await at.client.get(LIST, more)).body.paging.per_page).toBe(50)
      at.sandbox.tiki.options.paging.over_limit = "refused"
      expect((await at.client.get(LIST, more)).status).toBe(422)
      expect((await at.client.get(LIST, { limit: "0" })).status).toBe(400)
    })

    it("shows identity, family, picture and, when asked, stock", async () => {
      const { rows } = await at.client.all(LIST, { include: "inventory" })
      const cup = offer("LY-LAM-S")
      const shown = rows.find(({ product_id }) => product_id === cup.product_id)
      expect(shown).toMatchObject({
        original_sku: "LY-LAM-S",
        super_id: offer("LY-LAM-M").super_id,
        option_attributes: ["kich_thuoc"],
        attributes: { kich_thuoc: "Nhỏ" },
        active: 1,
        created_at: writeTime(cup.create_time),
        inventory: {
          quantity: 0,
          quantity_available: 60,
          warehouse_stocks: [
            { warehouse_id: 50123, quantity_sellable: 40 },
            { warehouse_id: 50126, quantity_sellable: 20 },
          ],
        },
      })
      expect(shown?.master_id).not.toBe(cup.product_id)
      const picture = await fetch(String(shown?.thumbnail))
      expect(picture.headers.get("content-type")).toContain("image/svg+xml")

      expect(rows.filter((one) => one.super_id === 0)).toHaveLength(4)
      expect(rows.filter((one) => one.original_sku === "")).toHaveLength(3)
      const fbt = rows.find((one) => one.original_sku === "KHAN-RAN-DEN")
      expect(fbt?.inventory).toMatchObject({
        inventory_type: "instock",
        warehouse_stocks: [{ warehouse_id: 4 }],
      })
    })

    it("filters by dates, both bounds included, unless that is broken", async () => {
      at.sandbox.clock.advance(60)
      const { product_id } = offer("LY-LAM-S")
      at.sandbox.tiki.editProduct(product_id, { name: "Ly mới" })
      const moment = writeTime(
        at.sandbox.tiki.catalogue.get(product_id).update_time
      )
      const range = { updated_from_date: moment, updated_to_date: moment }
      expect((await at.client.get(LIST, range)).body.data).toMatchObject([
        { name: "Ly mới" },
      ])
      const quoted = { updated_from_date: `"${moment}"` }
      expect((await at.client.get(LIST, quoted)).status).toBe(400)
      at.sandbox.tiki.options.product_dates = "refused"
      expect((await at.client.get(LIST, range)).status).toBe(400)
    })
  })

  it("shows one product under id, with what was asked for by includes", async () => {
    const { product_id } = offer("LY-LAM-S")
    const path = `${LIST}/${product_id}`
    const bare = (await at.client.get(path)).body
    expect(bare.id).toBe(product_id)
    expect(bare).not.toHaveProperty("product_id")
    expect(bare).not.toHaveProperty("inventory")
    const full = await at.client.get(path, { includes: "inventory,images" })
    expect(full.body.inventory.quantity_available).toBe(60)

    at.sandbox.tiki.deleteProduct(product_id)
    expect((await at.client.get(path)).status).toBe(404)
    const [foreign] = at.sandbox.tiki.catalogue.ofSeller(210077)
    expect((await at.client.get(`${LIST}/${foreign.product_id}`)).status).toBe(
      404
    )
  })

  it("lays anything over an answer", async () => {
    const { product_id } = offer("LY-LAM-S")
    const wire = { id: 5, product_id, name: null }
    at.sandbox.tiki.editProduct(product_id, { wire, off_contract: true })
    const { body } = await at.client.get(`${LIST}/${product_id}`)
    expect([body.id, body.product_id]).toEqual([5, product_id])
    expect(body).not.toHaveProperty("name")
    expect((await at.client.get(LIST)).status).toBe(200)
  })

  describe("updateSku", () => {
    const stock = (product: Product) => Object.fromEntries(product.stock)
    const set = (product: Product, ...quantities: [number, number][]) =>
      at.client.put(UPDATE, {
        product_id: product.product_id,
        warehouse_quantities: quantities.map(
          ([warehouse_id, qty_available]) => ({ warehouse_id, qty_available })
        ),
      })

    it("sets what is on the shelf; Tiki takes its reservations off itself", async () => {
      const cup = offer("LY-LAM-S")
      at.sandbox.tiki.addOrders([
        { lines: [{ original_sku: "LY-LAM-S", quantity: 3 }] },
      ])
      const { body } = await set(cup, [50123, 30], [50126, 5])
      expect(body).toEqual({ state: "approved" })
      expect(stock(cup)).toEqual({
        50123: { available: 30, reserved: 3 },
        50126: { available: 5, reserved: 0 },
      })

      at.sandbox.tiki.options.written_quantity = "sellable"
      await set(cup, [50123, 30], [50126, 5])
      expect(stock(cup)[50123]).toEqual({ available: 33, reserved: 3 })
    })

    it("empties warehouses that are left out, or keeps them", async () => {
      const cup = offer("LY-LAM-S")
      await set(cup, [50123, 10])
      expect(stock(cup)[50126].available).toBe(0)
      at.sandbox.tiki.options.left_out_warehouses = "kept"
      await set(cup, [50126, 7])
      expect(stock(cup)).toMatchObject({
        50123: { available: 10 },
        50126: { available: 7 },
      })
    })

    it("changes price and active alone", async () => {
      const { product_id } = offer("LY-LAM-S")
      await at.client.put(UPDATE, { product_id, price: 210_000 })
      await at.client.put(UPDATE, { original_sku: "LY-LAM-S", active: 0 })
      expect(at.sandbox.tiki.catalogue.get(product_id)).toMatchObject({
        price: 210_000,
        active: false,
      })
      expect(stock(offer("LY-LAM-S"))[50123].available).toBe(40)
    })

    it("approves what then does not happen, once or always", async () => {
      const cup = offer("LY-LAM-S")
      at.sandbox.tiki.faults.add({ kind: "no_effect", path: "updateSku" })
      expect((await set(cup, [50123, 1])).body.state).toBe("approved")
      expect(stock(cup)[50123].available).toBe(40)
      await set(cup, [50123, 1])
      expect(stock(cup)[50123].available).toBe(1)

      at.sandbox.tiki.options.update_sku = "unchanged"
      await set(cup, [50123, 2])
      expect(stock(cup)[50123].available).toBe(1)
    })

    it.each([
      ["an unknown warehouse", [999, 5], "warehouse 999 does not exist"],
      ["a closed warehouse", [50125, 5], "warehouse 50125 does not exist"],
    ] as const)("refuses %s", async (_, [id, units], message) => {
      const { status, body } = await set(offer("LY-LAM-S"), [id, units])
      expect([status, body.errors]).toEqual([422, [message]])
      at.sandbox.tiki.options.update_sku_refusal = "body"
      const inside = await set(offer("LY-LAM-S"), [id, units])
      expect([inside.status, inside.body.errors]).toEqual([200, [message]])
    })

    it("refuses goods in Tiki's warehouse, dumping prices and foreign products", async () => {
      expect((await set(offer("KHAN-RAN-DEN"), [50123, 5])).status).toBe(422)
      const { product_id } = offer("LY-LAM-S")
      const cheap = { product_id, price: 24_000 }
      expect((await at.client.put(UPDATE, cheap)).status).toBe(422)
      const [foreign] = at.sandbox.tiki.catalogue.ofSeller(210077)
      expect((await set(foreign, [50123, 5])).status).toBe(422)
    })
  })
})
