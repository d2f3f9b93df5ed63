import { settleProblem } from "../lib/settle-problem"
import en from "../i18n/en.json"
import vi from "../i18n/vi.json"

describe("why a Medusa order does not follow", () => {
  it.each([
    ["Order order_1 has an open order change", "open_change"],
    [
      "Order (order_1) already has an existing active order change",
      "open_change",
    ],
    [
      "Order order_1 has fulfillments with more of item ordli_1 than the marketplace still wants",
      "fulfilled_by_hand",
    ],
    [
      "Order order_1 has fulfillments that are not canceled",
      "fulfilled_by_hand",
    ],
    [
      "No stock reservation found for item ordli_1 - Ly gốm men lam",
      "not_reserved",
    ],
    [
      'The provider "tiki" is not among the plugin\'s options',
      "provider_missing",
    ],
    ["relation does not exist", "other"],
  ] as const)("is told from %j", (reason, problem) => {
    expect(settleProblem(reason)).toBe(problem)
    expect(en.marketplaces.settle_remedies[problem]).toBeTruthy()
    expect(vi.marketplaces.settle_remedies[problem]).toBeTruthy()
  })
})
