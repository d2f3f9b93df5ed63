import { aStockListing } from "../__fixtures__/stock-listing"
import {
  accessOfNobody,
  StockMarketplace,
} from "../__fixtures__/stock-marketplace"
import { readStocks } from "../read-stocks"

const listings = Array.from({ length: 20 }, (_, at) =>
  aStockListing({ id: `mplist_${at}`, external_sku_id: String(at) })
)

describe("a listing that the marketplace cannot tell about", () => {
  it("keeps no other from being read once reading has failed", async () => {
    const marketplace = new StockMarketplace({ "13": "unavailable" })
    const { readings, unavailable } = await readStocks(
      marketplace,
      accessOfNobody(),
      listings,
      { careful: true }
    )
    expect([...unavailable]).toEqual(["mplist_13"])
    expect(readings.size).toBe(19)
  })

  it("fails the first reading, which may be the marketplace's own moment", async () => {
    const marketplace = new StockMarketplace({ "13": "unavailable" })
    await expect(
      readStocks(marketplace, accessOfNobody(), listings)
    ).rejects.toMatchObject({ kind: "unavailable" })
    expect(marketplace.calls).toHaveLength(1)
  })

  it("is not looked for long while the marketplace is away", async () => {
    const marketplace = new StockMarketplace({ "*": "unavailable" })
    await expect(
      readStocks(marketplace, accessOfNobody(), listings, { careful: true })
    ).rejects.toMatchObject({ kind: "unavailable" })
    expect(marketplace.calls.length).toBeLessThanOrEqual(12)
  })
})

it("numbers beyond what can be counted are cut off", async () => {
  const marketplace = new StockMarketplace()
  marketplace.shown = 3_000_000_000
  const { readings } = await readStocks(
    marketplace,
    accessOfNobody(),
    listings.slice(0, 1)
  )
  expect(readings.get("mplist_0")).toMatchObject([{ available: 1_000_000_000 }])
})
