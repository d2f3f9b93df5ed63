import { JsonObject } from "../../../domain/shared/json"
import { errorOf } from "../../__fixtures__/error-of"
import { answer, failure } from "../__fixtures__/answers"
import { setUpClient } from "../__fixtures__/scripted-client"
import { bodyOf } from "../__fixtures__/scripted-provider"
import { readStock, STOCK_READ_BATCH_SIZE } from "../stock"

const listing = (sku: string, product = "p1") => ({
  external_product_id: product,
  external_sku_id: sku,
})
const found = (...skus: JsonObject[]) =>
  answer({ inventory: [{ product_id: "p1", skus }] })
const warehouse = (id: string, available?: number, committed?: number) => ({
  warehouse_id: id,
  ...(available === undefined ? {} : { available_quantity: available }),
  ...(committed === undefined ? {} : { committed_quantity: committed }),
})
const sku = (
  id: string,
  warehouse_inventory: JsonObject[],
  total_available_quantity?: number
): JsonObject => ({
  id,
  warehouse_inventory,
  ...(total_available_quantity === undefined
    ? {}
    : { total_available_quantity }),
})

describe("readStock", () => {
  it("asks for all SKUs at once, as part of the stock's work", async () => {
    const { client, sent, access } = setUpClient(found())
    expect(await readStock(client, access, [])).toEqual([])
    expect(sent).toHaveLength(0)

    await readStock(client, access, [listing("1"), listing("2", "p2")])
    expect(sent).toHaveLength(1)
    expect(sent[0].url.pathname).toBe("/product/202309/inventory/search")
    expect(bodyOf(sent[0])).toEqual({ sku_ids: ["1", "2"] })
    expect(access.lanes).toEqual(["stock"])
  })

  it("takes no more than a call takes", async () => {
    const { client, sent, access } = setUpClient(found())
    const many = Array.from({ length: STOCK_READ_BATCH_SIZE + 1 }, (_, n) =>
      listing(String(n))
    )
    expect(await errorOf(readStock(client, access, many))).toMatchObject({
      kind: "invalid_request",
    })
    expect(sent).toHaveLength(0)
  })

  it("tells every warehouse, and leaves out what is missing", async () => {
    const { client, access } = setUpClient(
      found(
        sku("1", [warehouse("w1", 40, 2), warehouse("w2", 0, 0)]),
        sku("77", [warehouse("w1", 9, 9)])
      )
    )
    const asked = [listing("2"), listing("1")]
    expect(await readStock(client, access, asked)).toEqual([
      {
        listing: listing("1"),
        warehouses: [
          { warehouse_external_id: "w1", available: 40, committed: 2 },
          { warehouse_external_id: "w2", available: 0, committed: 0 },
        ],
      },
    ])
  })

  it("knows no committed units where none are told", async () => {
    const { client, access } = setUpClient(found(sku("1", [warehouse("w", 4)])))
    const [{ warehouses }] = await readStock(client, access, [listing("1")])
    expect(warehouses).toEqual([
      { warehouse_external_id: "w", available: 4, committed: null },
    ])
  })

  it("counts fewer than none as none", async () => {
    const { client, access } = setUpClient(
      found(sku("1", [warehouse("w", -3, -1)]))
    )
    const [{ warehouses }] = await readStock(client, access, [listing("1")])
    expect(warehouses[0]).toMatchObject({ available: 0, committed: 0 })
  })

  it("takes a left out number for zero only when the total proves it", async () => {
    const parts = [warehouse("w1", 5), warehouse("w2")]
    const proven = setUpClient(found(sku("1", parts, 5)))
    const [{ warehouses }] = await readStock(proven.client, proven.access, [
      listing("1"),
    ])
    expect(warehouses.map(({ available }) => available)).toEqual([5, 0])

    for (const total of [6, undefined]) {
      const { client, access } = setUpClient(found(sku("1", parts, total)))
      const error = await errorOf(readStock(client, access, [listing("1")]))
      expect(error.kind).toBe("invalid_response")
      expect(error.message).toContain(
        "inventory[0].skus[0].warehouse_inventory[1].available_quantity"
      )
    }
  })

  it.each([
    found(sku("1", [{ warehouse_id: "w", available_quantity: "many" }])),
    found(sku("1", [{ available_quantity: 4 }])),
    answer({ inventory: 7 }),
  ])("believes no answer that it cannot understand", async (reply) => {
    const { client, access } = setUpClient(reply)
    const error = await errorOf(readStock(client, access, [listing("1")]))
    expect(error.kind).toBe("invalid_response")
  })

  it("asks again after a passing failure", async () => {
    const { client, sent, access } = setUpClient(
      failure(36009002, "too many", 429),
      found()
    )
    expect(await readStock(client, access, [listing("1")])).toEqual([])
    expect(sent).toHaveLength(2)
  })
})
