import { answerOf, hindranceOf } from "../lib/order-answer"
import { errorCodes, isErrorResult } from "../lib/result-line"
import type { Confirmation, Run } from "../lib/types"

const line = (id: string) => ({
  id,
  title: "Ly gốm",
  seller_sku: null,
  quantity: 1,
})

const confirmation = (changes: Partial<Confirmation> = {}): Confirmation => ({
  state: "waiting",
  scope: "by_line",
  may_refuse: true,
  lines: [line("a"), line("b")],
  confirm_by: null,
  pickup_slots: [],
  warehouses: [],
  ...changes,
})

const choice = {
  action: "confirm_order" as const,
  orders: [{ id: "mpord_1" }],
  lines: [line("a"), line("b")],
  left_out: [] as string[],
  slot: "",
  warehouse: "",
}

describe("an answer", () => {
  it("names lines only when some are left out", () => {
    expect(answerOf(choice)).toEqual({
      action: "confirm_order",
      ids: ["mpord_1"],
      params: {},
    })
    expect(answerOf({ ...choice, left_out: ["a"] }).params).toEqual({
      line_ids: ["b"],
    })
  })

  it("carries what was chosen, and for a refusal the warehouse only", () => {
    const chosen = { ...choice, slot: "morning", warehouse: "w1" }
    expect(answerOf(chosen).params).toEqual({
      pickup_slot: "morning",
      warehouse_external_id: "w1",
    })
    expect(
      answerOf({ ...chosen, action: "refuse_order", left_out: ["a"] }).params
    ).toEqual({ warehouse_external_id: "w1" })
  })
})

describe("what hinders an answer", () => {
  it("is that it is decided, not refusable, or about nothing", () => {
    expect(hindranceOf("confirm_order", null)).toBeNull()
    expect(hindranceOf("confirm_order", confirmation())).toBeNull()
    expect(
      hindranceOf("confirm_order", confirmation({ state: "refused" }))
    ).toBe("refused")
    expect(
      hindranceOf("refuse_order", confirmation({ may_refuse: false }))
    ).toBe("may_not_refuse")
    expect(hindranceOf("confirm_order", confirmation({ lines: [] }))).toBe(
      "no_lines"
    )
  })
})

describe("results of an action", () => {
  const run = (action: string) =>
    ({ kind: "order_action", params: { action } }) as unknown as Run

  it("count what was decided otherwise as an error, and nothing else that is as wanted", () => {
    expect(errorCodes(run("confirm_order"))).toContain("already_refused")
    expect(errorCodes(run("confirm_order"))).not.toContain("already_confirmed")
    expect(errorCodes(run("refuse_order"))).toContain("already_confirmed")
    expect(errorCodes(run("refuse_order"))).toContain("outcome_unknown")
    expect(errorCodes(run("refuse_order"))).not.toContain("refused")
  })

  it("say themselves whether they are good", () => {
    expect(isErrorResult({ code: "already_confirmed", ok: true })).toBe(false)
    expect(isErrorResult({ code: "already_confirmed", ok: false })).toBe(true)
    expect(isErrorResult({ code: "listing_not_linked" })).toBe(true)
  })
})
