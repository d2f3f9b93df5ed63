import fc from "fast-check"
import { StockTarget } from "../../../domain/provider/pushes-stock"
import { JsonObject } from "../../../domain/shared/json"
import { errorOf } from "../../__fixtures__/error-of"
import { networkError, Reply } from "../../__fixtures__/scripted-fetch"
import { answer, failure } from "../__fixtures__/answers"
import { setUpClient } from "../__fixtures__/scripted-client"
import { bodyOf } from "../__fixtures__/scripted-provider"
import { groupTargets, pushStock } from "../stock"

const target = (sku: string, quantity = 5, product = "p1"): StockTarget => ({
  listing: { external_product_id: product, external_sku_id: sku },
  warehouses: [{ warehouse_external_id: "w1", quantity, committed: 3 }],
})
const [ONE, TWO, THREE] = ["1", "2", "3"].map((sku) => target(sku))
const wrong = (
  code: number,
  sku_id: string | null,
  extra: JsonObject[] = []
): JsonObject => ({
  code,
  message: "Check failed",
  detail: { ...(sku_id ? { sku_id } : {}), extra_errors: extra },
})
const push = (reply: Reply, ...group: StockTarget[]) => {
  const { client, access } = setUpClient(reply)
  return pushStock(client, access, group)
}

describe("groupTargets", () => {
  it("puts every target into one group of its product, at most a hundred", () => {
    const targets = fc.array(
      fc.record({
        product: fc.integer({ min: 1, max: 3 }),
        sku: fc.uuid(),
      }),
      { maxLength: 350 }
    )
    fc.assert(
      fc.property(targets, (drawn) => {
        const all = drawn.map(({ product, sku }) =>
          target(sku, 1, String(product))
        )
        const groups = groupTargets(all)
        const ofProduct = (one: StockTarget) => one.listing.external_product_id
        expect(groups.flat()).toHaveLength(all.length)
        expect(new Set(groups.flat())).toEqual(new Set(all))
        for (const group of groups) {
          expect(group.length).toBeGreaterThan(0)
          expect(group.length).toBeLessThanOrEqual(100)
          expect(new Set(group.map(ofProduct)).size).toBe(1)
        }
      })
    )
    const hundred = Array.from({ length: 100 }, (_, n) => target(String(n)))
    expect(groupTargets(hundred)).toEqual([hundred])
  })
})

describe("pushStock", () => {
  it("writes what can be sold, in every warehouse, with one call", async () => {
    const { client, sent, access } = setUpClient(answer({ errors: [] }))
    expect(await pushStock(client, access, [])).toEqual([])
    const two_places: StockTarget = {
      ...ONE,
      warehouses: [
        { warehouse_external_id: "w1", quantity: 100_000, committed: 2 },
        { warehouse_external_id: "w2", quantity: -1, committed: null },
      ],
    }
    expect(await pushStock(client, access, [two_places, TWO])).toEqual([
      { listing: ONE.listing, ok: true },
      { listing: TWO.listing, ok: true },
    ])
    expect(sent).toHaveLength(1)
    expect(sent[0].method).toBe("POST")
    expect(sent[0].url.pathname).toBe(
      "/product/202309/products/p1/inventory/update"
    )
    expect(bodyOf(sent[0])).toEqual({
      skus: [
        {
          id: "1",
          inventory: [
            { warehouse_id: "w1", quantity: 99_999 },
            { warehouse_id: "w2", quantity: 0 },
          ],
        },
        { id: "2", inventory: [{ warehouse_id: "w1", quantity: 5 }] },
      ],
    })
    expect(access.lanes).toEqual(["stock"])
  })

  it("tells for each SKU what became of it", async () => {
    const outcomes = await push(
      answer({
        errors: [
          wrong(12052990, "1", [
            { code: 12052097, message: "none", warehouse_id: "w1" },
          ]),
          wrong(12052393, "2"),
        ],
      }),
      ONE,
      TWO,
      THREE
    )
    expect(outcomes).toMatchObject([
      { ok: false, locked: false, error: { kind: "rejected" } },
      { ok: false, locked: true, error: { kind: "rejected" } },
      { ok: true },
    ])
    expect(outcomes[0]).toMatchObject({ error: { code: "12052097" } })
  })

  it.each<[string, JsonObject, boolean]>([
    ["a code for a campaign", wrong(12052393, "1"), true],
    [
      "a code beside it",
      wrong(12052990, "1", [{ code: 12052393, message: "no" }]),
      true,
    ],
    [
      "words for a creator's share",
      { code: 12099999, message: "Reserved for a creator" },
      true,
    ],
    [
      "a known code with such words",
      { code: 12052901, message: "the campaign product is frozen" },
      false,
    ],
    ["anything else", { code: 12099999, message: "no" }, false],
  ])(
    "sees by %s whether the number is locked",
    async (_what, entry, locked) => {
      expect(await push(answer({ errors: [entry] }), ONE)).toMatchObject([
        { ok: false, locked },
      ])
    }
  )

  it("takes a locked call for a locked SKU when there is no other", async () => {
    expect(await push(failure(12052393), ONE)).toMatchObject([
      { ok: false, locked: true, error: { code: "12052393" } },
    ])
    const error = await errorOf(push(failure(12052393), ONE, TWO))
    expect(error).toMatchObject({ kind: "rejected", code: "12052393" })
  })

  it("is sure of no success beside a failure that names no SKU", async () => {
    for (const stray of [wrong(12052990, null), wrong(12052990, "77")]) {
      const reply = answer({ errors: [stray, wrong(12052393, "2")] })
      expect(await push(reply, ONE, TWO)).toMatchObject([
        { ok: false, locked: false, error: { kind: "outcome_unknown" } },
        { ok: false, locked: true, error: { kind: "rejected" } },
      ])
    }
  })

  it("may not know of a single SKU", async () => {
    const reply = answer({ errors: [wrong(36009003, "1")] })
    expect(await push(reply, ONE, TWO)).toMatchObject([
      { ok: false, locked: false, error: { kind: "outcome_unknown" } },
      { ok: true },
    ])
  })

  it.each<[string, string, Reply]>([
    ["is lost", "outcome_unknown", networkError("ECONNRESET")],
    ["breaks off", "outcome_unknown", new Response('{"code":0,"da')],
    ["is an internal error", "outcome_unknown", failure(36009003)],
    ["cannot be understood", "outcome_unknown", answer({ errors: 7 })],
    [
      "has an error without a code",
      "outcome_unknown",
      answer({ errors: [{ message: "no" }] }),
    ],
    ["never came to be", "unavailable", networkError("ECONNREFUSED")],
    ["asks to wait", "rate_limited", failure(36009002, "too many", 429)],
    ["refuses the product", "rejected", failure(12052901)],
  ])("asks no second time when the answer %s", async (_what, kind, reply) => {
    const { client, sent, access } = setUpClient(reply, answer({}))
    const error = await errorOf(pushStock(client, access, [ONE, TWO]))
    expect(error.kind).toBe(kind)
    expect(sent).toHaveLength(1)
  })

  it("renews a token that has expired, as nothing has happened then", async () => {
    const { client, sent, access } = setUpClient(
      failure(105002, "expired", 401),
      answer({})
    )
    expect(await pushStock(client, access, [ONE])).toMatchObject([{ ok: true }])
    expect(sent).toHaveLength(2)
  })

  it("sends nothing that is wrong", async () => {
    const { client, sent, access } = setUpClient(answer({}))
    const many = Array.from({ length: 101 }, (_, n) => target(String(n)))
    const nowhere = { ...ONE, warehouses: [] }
    for (const group of [many, [ONE, target("9", 1, "p2")], [nowhere]]) {
      const error = await errorOf(pushStock(client, access, group))
      expect(error.kind).toBe("invalid_request")
    }
    expect(sent).toHaveLength(0)
  })
})
