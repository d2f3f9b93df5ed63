import { line, order, PLATE } from "../../orders/__fixtures__/orders"
import { countOrder } from "../count-order"

const all = () => true

describe("what an order explains of the marketplace's counters", () => {
  it("is its units less cancelled ones, in its warehouse, committed until collected", () => {
    const bought = order({
      lines: [line({ quantity: 3, cancelled_quantity: 1 }), PLATE],
    })
    expect(countOrder(bought, all, "")).toEqual([
      {
        external_sku_id: "1731000000000000011",
        warehouse_external_id: "7400000000000000021",
        net: 2,
        committed: 2,
      },
      {
        external_sku_id: "1731000000000000021",
        warehouse_external_id: "7400000000000000021",
        net: 1,
        committed: 1,
      },
    ])
    const collected = { ...bought, collected_at: new Date(0) }
    expect(
      countOrder(collected, all, "").map(({ net, committed }) => [
        net,
        committed,
      ])
    ).toEqual([
      [2, 0],
      [1, 0],
    ])
  })

  it("is nothing once it is cancelled, unless the goods were on their way", () => {
    const cancelled = order({ meaning: { kind: "cancelled" } })
    expect(countOrder(cancelled, all, "")).toEqual([])
    const on_the_way = {
      ...cancelled,
      collected_at: new Date(0),
      lines: [
        line({ cancelled_quantity: 2 }),
        { ...PLATE, cancelled_quantity: 1 },
      ],
    }
    expect(countOrder(on_the_way, all, "")).toMatchObject([
      { net: 2, committed: 0 },
      { net: 1, committed: 0 },
    ])
  })

  it("leaves out goods of others and lines that nothing is kept for", () => {
    const mixed = order({
      lines: [line({ fulfilled_by: "marketplace" }), PLATE],
    })
    expect(countOrder(mixed, all, "")).toHaveLength(1)
    expect(countOrder(mixed, () => false, "")).toEqual([])
  })

  it("counts a bundle's parts beside it, and the default warehouse where none is named", () => {
    const bundle = line({
      quantity: 2,
      components: [
        {
          external_product_id: "p",
          external_sku_id: "part",
          seller_sku: null,
          quantity: 3,
        },
      ],
    })
    expect(
      countOrder(
        order({ warehouse_external_id: null, lines: [bundle] }),
        all,
        "50123"
      )
    ).toMatchObject([
      { net: 2, warehouse_external_id: "50123" },
      { external_sku_id: "part", net: 6, warehouse_external_id: "50123" },
    ])
  })
})
