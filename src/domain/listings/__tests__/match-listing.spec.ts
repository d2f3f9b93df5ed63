import * as fc from "fast-check"
import {
  MatchListing,
  MatchVariant,
  matchListings,
  normalizeText,
} from "../match-listing"

function listing(changes: Partial<MatchListing> = {}): MatchListing {
  return {
    id: "l1",
    seller_sku: null,
    barcode: null,
    title: "Ly gốm men lam",
    sku_title: "Nhỏ",
    attributes: [],
    ...changes,
  }
}

function variant(changes: Partial<MatchVariant> = {}): MatchVariant {
  return {
    id: "v1",
    sku: null,
    barcode: null,
    title: "S",
    product_title: "Khăn tay thêu",
    option_values: ["Nhỏ"],
    ...changes,
  }
}

function matchOne(wanted: MatchListing, variants: MatchVariant[]) {
  return matchListings([wanted], variants).get(wanted.id) ?? []
}

describe("matchListings: SKU", () => {
  it("links an exact SKU without asking", () => {
    const found = matchOne(listing({ seller_sku: "LY-S" }), [
      variant({ id: "v1", sku: "LY-S" }),
      variant({ id: "v2", sku: "LY-L" }),
    ])
    expect(found).toEqual([
      {
        listing_id: "l1",
        variant_id: "v1",
        evidence: { rule: "sku", value: "LY-S" },
        certain: true,
        score: 1,
      },
    ])
  })

  it("sees through case and spaces, yet the exact one wins", () => {
    const loose = variant({ id: "loose", sku: "LY - s" })
    const exact = variant({ id: "exact", sku: "ly-s" })
    const wanted = listing({ seller_sku: " ly-s " })
    expect(matchOne(wanted, [loose])).toMatchObject([
      { variant_id: "loose", certain: true },
    ])
    expect(matchOne(wanted, [loose, exact])).toMatchObject([
      { variant_id: "exact", certain: true },
    ])
  })

  it("only suggests when several variants carry the SKU", () => {
    const found = matchOne(listing({ seller_sku: "M" }), [
      variant({ id: "v1", sku: "M" }),
      variant({ id: "v2", sku: "M" }),
    ])
    expect(found.map((m) => [m.variant_id, m.certain])).toEqual([
      ["v1", false],
      ["v2", false],
    ])
  })

  it("only suggests when the channel uses the SKU for different goods", () => {
    const variants = [variant({ sku: "M" })]
    const found = matchListings(
      [
        listing({ id: "a", seller_sku: "M" }),
        listing({ id: "b", seller_sku: "m", title: "Đĩa gốm" }),
      ],
      variants
    )
    expect(found.get("a")).toMatchObject([{ certain: false }])
    expect(found.get("b")).toMatchObject([{ certain: false }])
  })

  it("links the same goods listed twice to one variant", () => {
    const found = matchListings(
      [
        listing({ id: "a", seller_sku: "LY-S" }),
        listing({ id: "b", seller_sku: "LY-S", title: "LY GỐM men lam" }),
      ],
      [variant({ sku: "LY-S" })]
    )
    expect(found.get("a")).toMatchObject([{ certain: true }])
    expect(found.get("b")).toMatchObject([{ certain: true }])
  })

  it("does not trust an SKU that the barcode contradicts", () => {
    const found = matchOne(listing({ seller_sku: "LY-S", barcode: "893" }), [
      variant({ id: "by_sku", sku: "LY-S" }),
      variant({ id: "by_barcode", barcode: "893" }),
    ])
    expect(found.map((m) => [m.variant_id, m.certain])).toEqual([
      ["by_sku", false],
      ["by_barcode", false],
    ])
  })

  it("never takes a missing SKU for an equal one", () => {
    expect(
      matchOne(listing({ seller_sku: " " }), [variant({ sku: "" })])
    ).toEqual([])
  })
})

describe("matchListings: barcode and name", () => {
  it("suggests an equal barcode", () => {
    const found = matchOne(listing({ barcode: "8930001" }), [
      variant({ barcode: "8930001" }),
    ])
    expect(found).toMatchObject([
      { certain: false, evidence: { rule: "barcode", value: "8930001" } },
    ])
  })

  it("suggests by name and attributes without Vietnamese marks", () => {
    const cup = { product_title: "Ly gom men lam" }
    const found = matchOne(listing({ sku_title: "Đỏ, Nhỏ" }), [
      variant({ id: "big", ...cup, option_values: ["Do", "Lon"] }),
      variant({ id: "small", ...cup, option_values: ["Do", "Nho"] }),
      variant({ id: "other", product_title: "Khăn tay thêu" }),
    ])
    expect(found[0]).toMatchObject({
      variant_id: "small",
      certain: false,
      evidence: { rule: "name", value: "Ly gom men lam · Do · Nho" },
    })
    expect(found.map((m) => m.variant_id)).toEqual(["small", "big"])
  })

  it("does not count Medusa's default option against a single product", () => {
    const found = matchOne(listing({ sku_title: null }), [
      variant({
        product_title: "Ly gốm men lam",
        option_values: ["Default option value"],
      }),
    ])
    expect(found[0].score).toBeCloseTo(0.85)
  })

  it("suggests three at most, from a catalogue too large to compare pair by pair", () => {
    const variants = Array.from({ length: 20_000 }, (_, n) =>
      variant({
        id: `v${n}`,
        sku: `SKU-${n}`,
        product_title: `Sản phẩm gốm ${n >> 2}`,
        option_values: [`Cỡ ${n & 3}`],
      })
    )
    const listings = Array.from({ length: 5_000 }, (_, n) =>
      listing({
        id: `l${n}`,
        seller_sku: n % 2 ? `SKU-${n}` : null,
        title: `Sản phẩm gốm ${n >> 2} cao cấp`,
        sku_title: `Cỡ ${n & 3}`,
      })
    )
    const found = matchListings(listings, variants)
    expect(found.size).toBe(listings.length)
    expect([...found.values()].every((all) => all.length <= 3)).toBe(true)
    expect(found.get("l2")?.[0]).toMatchObject({
      variant_id: "v2",
      certain: false,
    })
    // A hundred million pairs would take minutes.
  }, 30_000)
})

describe("matchListings: any catalogue", () => {
  const code = fc.option(fc.constantFrom("A", "a", "A ", "B", "", "C"))
  const listings = fc
    .array(fc.record({ seller_sku: code, barcode: code }), { maxLength: 6 })
    .map((all) => all.map((entry, n) => listing({ id: `l${n}`, ...entry })))
  const variants = fc
    .array(fc.record({ sku: code, barcode: code }), { maxLength: 6 })
    .map((all) => all.map((entry, n) => variant({ id: `v${n}`, ...entry })))

  it("is certain about one variant at most, and only by SKU", () => {
    fc.assert(
      fc.property(listings, variants, (listings, variants) => {
        for (const found of matchListings(listings, variants).values()) {
          const certain = found.filter((match) => match.certain)
          expect(certain.length).toBeLessThanOrEqual(1)
          expect(certain.every((m) => m.evidence.rule === "sku")).toBe(true)
          expect(certain.length === 0 || found.length === 1).toBe(true)
        }
      })
    )
  })

  it("does not depend on the order of the variants", () => {
    const shuffled = variants.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length })
      )
    )
    const certain = (listings: MatchListing[], variants: MatchVariant[]) =>
      [...matchListings(listings, variants).values()]
        .flat()
        .filter((match) => match.certain)
        .map((match) => `${match.listing_id} ${match.variant_id}`)
    fc.assert(
      fc.property(listings, shuffled, (listings, [one, other]) => {
        expect(certain(listings, one)).toEqual(certain(listings, other))
      })
    )
  })
})

describe("normalizeText", () => {
  it.each([
    ["Áo thun ĐỎ – cỡ M", "ao thun do co m"],
    ["  Ly   sứ (đẹp)  ", "ly su dep"],
    ["\u0041\u0301o", "ao"],
  ])("%s", (text, expected) => {
    expect(normalizeText(text)).toBe(expected)
  })

  it("is stable and blind to composition", () => {
    fc.assert(
      fc.property(fc.fullUnicodeString(), (text) => {
        const once = normalizeText(text)
        expect(normalizeText(once)).toBe(once)
        expect(normalizeText(text.normalize("NFD"))).toBe(once)
      })
    )
  })
})
