import {
  GetStock,
  PostListingStockRules,
  PostStockPreview,
  PostStockPushes,
} from "../validators"

const accepts = (rules: object) =>
  PostListingStockRules.safeParse(rules).success

describe("what the routes of stock are told", () => {
  it("filters by several channels and states, and by who is behind", () => {
    expect(
      GetStock.parse({ channel_id: "a,b", state: ["held"], behind: "true" })
    ).toEqual({
      channel_id: ["a", "b"],
      state: ["held"],
      behind: true,
      limit: 20,
      offset: 0,
    })
    expect(GetStock.safeParse({ behind: "maybe" }).success).toBe(false)
    expect(GetStock.safeParse({ limit: "1000" }).success).toBe(false)
  })

  it("pushes named listings or a whole channel, never everything by mistake", () => {
    expect(PostStockPushes.safeParse({ listing_ids: ["l"] }).success).toBe(true)
    expect(PostStockPushes.safeParse({ channel_id: "c" }).success).toBe(true)
    expect(PostStockPushes.safeParse({}).success).toBe(false)
    expect(PostStockPushes.safeParse({ listing_ids: [] }).success).toBe(false)
  })

  it("takes rules as the settings do: whole units, a share from 0 to 1, null to reset", () => {
    expect(accepts({ buffer: 0, share: 1, cap: 0, minimum: 3 })).toBe(true)
    expect(accepts({ buffer: null, cap: null, paused: null })).toBe(true)
    expect(accepts({ paused: true })).toBe(true)
    expect(accepts({ buffer: -1 })).toBe(false)
    expect(accepts({ cap: 1.5 })).toBe(false)
    expect(accepts({ share: 70 })).toBe(false)
    expect(accepts({ share: "0.7" })).toBe(false)
    expect(accepts({ bufer: 1 })).toBe(false)
  })

  it("previews settings of stock only", () => {
    expect(
      PostStockPreview.safeParse({ settings: { buffer: 2 } }).success
    ).toBe(true)
    expect(
      PostStockPreview.safeParse({ settings: { warehouses: [] } }).success
    ).toBe(false)
    for (const skus of [[], [" "]]) {
      expect(PostStockPreview.safeParse({ settings: {}, skus }).success).toBe(
        false
      )
    }
    expect(
      PostStockPreview.parse({ settings: {}, skus: [" LY-LAM-M "] }).skus
    ).toEqual(["LY-LAM-M"])
  })
})
