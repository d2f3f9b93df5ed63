import { StockTarget } from "../../../domain/provider/pushes-stock"
import {
  accessOfNobody,
  StockMarketplace,
} from "../__fixtures__/stock-marketplace"
import { ReadAgain, stopsTheRest, whileFresh, writeGroup } from "../write-group"

const group: StockTarget[] = ["1", "2", "3"].map((external_sku_id) => ({
  listing: { external_product_id: "9", external_sku_id },
  warehouses: [{ warehouse_external_id: "w", quantity: 4, committed: 0 }],
}))

const outcomesOf = async (marketplace: StockMarketplace) =>
  [...(await writeGroup(marketplace, accessOfNobody(), group))].map(
    ([id, { outcome }]) => [id, outcome]
  )

describe("a group that is refused as a whole", () => {
  it("is written one by one: only the guilty listing is refused", async () => {
    const marketplace = new StockMarketplace({ "2": "rejected" })
    expect(await outcomesOf(marketplace)).toEqual([
      ["1", "accepted"],
      ["2", "refused"],
      ["3", "accepted"],
    ])
    expect(marketplace.calls).toEqual([["1", "2", "3"], ["1"], ["2"], ["3"]])
  })

  it.each([
    ["outcome_unknown", "unknown"],
    ["rate_limited", "postponed"],
    ["authorization_refused", "postponed"],
  ] as const)("is not, after %s: all are %s", async (kind, outcome) => {
    const marketplace = new StockMarketplace({ "2": kind })
    expect(await outcomesOf(marketplace)).toEqual(
      ["1", "2", "3"].map((id) => [id, outcome])
    )
    expect(marketplace.calls).toHaveLength(1)
  })
})

describe("a decision", () => {
  const seconds = (count: number) => new Date(Date.now() - count * 1000)

  it("that grew old while the call waited for its turn is not written", async () => {
    const marketplace = new StockMarketplace()
    const answers = await writeGroup(
      marketplace,
      whileFresh(accessOfNobody(), seconds(5)),
      group
    )
    expect([...answers.values()].map(({ outcome }) => outcome)).toEqual(
      group.map(() => "postponed")
    )
    expect(answers.get("1")?.error).toBeInstanceOf(ReadAgain)
    expect(marketplace.calls).toEqual([])
  })

  it("that is fresh is", async () => {
    const access = whileFresh(accessOfNobody(), seconds(1))
    const marketplace = new StockMarketplace()
    await writeGroup(marketplace, access, group)
    expect(marketplace.calls).toHaveLength(1)
  })

  it("is not written after an answer was lost: the marketplace hangs", () => {
    expect(stopsTheRest({ outcome: "unknown", error: null })).toBeInstanceOf(
      ReadAgain
    )
    expect(stopsTheRest({ outcome: "accepted", error: null })).toBeNull()
    expect(stopsTheRest({ outcome: "refused", error: new Error() })).toBeNull()
  })
})
