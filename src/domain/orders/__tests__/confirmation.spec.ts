import * as fc from "fast-check"
import { ConfirmationOffer } from "../../provider/confirms-orders"
import {
  ConfirmationFacts,
  ConfirmationWish,
  decideConfirmation,
  judgeLostAnswer,
} from "../confirmation"
import { confirmationActions } from "../confirmation-actions"

const OFFER: ConfirmationOffer = {
  external_id: "1001",
  state: "waiting",
  scope: "by_line",
  external_line_ids: ["11", "12", "13"],
  may_refuse: true,
  confirm_by: null,
}

const facts = (
  offer: Partial<ConfirmationOffer> | null = {},
  changes: Partial<ConfirmationFacts> = {}
): ConfirmationFacts => ({
  offer: offer && { ...OFFER, ...offer },
  lines: [
    { id: "ordli_a", external_line_ids: ["11", "12"] },
    { id: "ordli_b", external_line_ids: ["13", "14"] },
    { id: "ordli_c", external_line_ids: ["99"] },
  ],
  warehouse_external_ids: ["w1", "w2"],
  pickup_slots: ["2026-01-05 09:00:00"],
  ...changes,
})

const confirm = (
  changes: Partial<Extract<ConfirmationWish, { kind: "confirm" }>> = {}
): ConfirmationWish => ({
  kind: "confirm",
  line_ids: null,
  warehouse_external_id: null,
  pickup_slot: null,
  ...changes,
})
const REFUSE: ConfirmationWish = { kind: "refuse", warehouse_external_id: null }

/** The code of what is not sent; null for an answer. */
const codeOf = (wish: ConfirmationWish, given: ConfirmationFacts) => {
  const decision = decideConfirmation(wish, given)
  return decision.kind === "answer" ? null : decision.code
}

const linesOf = (wish: ConfirmationWish, given: ConfirmationFacts) => {
  const decision = decideConfirmation(wish, given)
  return decision.kind === "answer" && decision.answer.kind === "confirm"
    ? decision.answer.external_line_ids
    : null
}

describe("confirming", () => {
  it("takes everything that is offered unless lines are named", () => {
    expect(decideConfirmation(confirm(), facts())).toEqual({
      kind: "answer",
      answer: {
        kind: "confirm",
        external_line_ids: ["11", "12", "13"],
        warehouse_external_id: null,
        pickup_slot: null,
      },
    })
  })

  it("takes our line ids and the marketplace's, of the offer only and each once", () => {
    const line_ids = ["ordli_b", "11", "11"]
    expect(linesOf(confirm({ line_ids }), facts())).toEqual(["11", "13"])
  })

  it.each([["99"], ["ordli_c"], ["ordli_unknown"], ["14"]])(
    "refuses line %s, which is not offered, and sends nothing of the rest",
    (line) => {
      expect(codeOf(confirm({ line_ids: ["11", line] }), facts())).toBe(
        "lines_unknown"
      )
    }
  )

  it("never confirms nothing", () => {
    expect(codeOf(confirm({ line_ids: [] }), facts())).toBe(
      "nothing_to_confirm"
    )
    expect(codeOf(confirm(), facts({ external_line_ids: [] }))).toBe(
      "nothing_to_confirm"
    )
  })

  it("leaves no line out of an order that is confirmed as a whole", () => {
    const whole = facts({ scope: "whole_order" })
    expect(codeOf(confirm({ line_ids: ["11"] }), whole)).toBe(
      "whole_order_only"
    )
    expect(
      linesOf(confirm({ line_ids: ["ordli_a", "ordli_b"] }), whole)
    ).toEqual(["11", "12", "13"])
  })

  it("takes a warehouse and a slot that are there, and no others", () => {
    const chosen = {
      warehouse_external_id: "w2",
      pickup_slot: "2026-01-05 09:00:00",
    }
    expect(decideConfirmation(confirm(chosen), facts())).toMatchObject({
      answer: chosen,
    })
    expect(codeOf(confirm({ warehouse_external_id: "w9" }), facts())).toBe(
      "warehouse_unknown"
    )
    expect(codeOf(confirm({ pickup_slot: "tomorrow" }), facts())).toBe(
      "pickup_slot_gone"
    )
  })
})

describe("refusing", () => {
  it("needs a marketplace that knows a way to", () => {
    expect(decideConfirmation(REFUSE, facts())).toEqual({
      kind: "answer",
      answer: REFUSE,
    })
    expect(codeOf(REFUSE, facts({ may_refuse: false }))).toBe("may_not_refuse")
  })
})

describe("what is decided already", () => {
  it("is done when it is what was asked for, else a problem", () => {
    const confirmed = facts({ state: "confirmed" })
    const refused = facts({ state: "refused" })
    expect(decideConfirmation(confirm(), confirmed)).toEqual({
      kind: "done",
      code: "already_confirmed",
    })
    expect(decideConfirmation(REFUSE, refused)).toEqual({
      kind: "done",
      code: "already_refused",
    })
    expect(decideConfirmation(REFUSE, confirmed)).toMatchObject({
      kind: "problem",
      code: "already_confirmed",
    })
    expect(decideConfirmation(confirm(), refused)).toMatchObject({
      kind: "problem",
      code: "already_refused",
    })
  })

  it.each([facts({ state: "not_offered" }), facts(null)])(
    "is not the seller's to decide when it is not offered",
    (given) => {
      expect(codeOf(confirm(), given)).toBe("not_offered")
      expect(codeOf(REFUSE, given)).toBe("not_offered")
    }
  )
})

describe("an answer that was lost", () => {
  it("has arrived only if the offer says so", () => {
    const judge = (state: ConfirmationOffer["state"] | null) =>
      judgeLostAnswer(confirm(), state && { state })
    expect(judge("confirmed")).toEqual({ ok: true, code: "confirmed" })
    expect(judge("waiting")).toEqual({ ok: false, code: "outcome_unknown" })
    expect(judge("not_offered")).toEqual({ ok: false, code: "outcome_unknown" })
    expect(judge(null)).toEqual({ ok: false, code: "outcome_unknown" })
    expect(judge("refused")).toEqual({ ok: false, code: "already_refused" })
    expect(judgeLostAnswer(REFUSE, { state: "refused" })).toEqual({
      ok: true,
      code: "refused",
    })
  })
})

describe("whatever is asked for and offered", () => {
  const id = fc.constantFrom("11", "12", "13", "14", "99", "ordli_a", "ordli_b")
  const offers = fc.option(
    fc.record<ConfirmationOffer>({
      external_id: fc.constant("1001"),
      state: fc.oneof(
        { arbitrary: fc.constant("waiting" as const), weight: 5 },
        {
          arbitrary: fc.constantFrom(
            "confirmed" as const,
            "refused" as const,
            "not_offered" as const
          ),
          weight: 1,
        }
      ),
      scope: fc.constantFrom("whole_order", "by_line"),
      external_line_ids: fc.array(fc.constantFrom("11", "12", "13", "14")),
      may_refuse: fc.boolean(),
      confirm_by: fc.constant(null),
    })
  )
  const wishes = fc.oneof(
    fc.record({
      kind: fc.constant("confirm" as const),
      line_ids: fc.option(fc.array(id, { maxLength: 5 })),
      warehouse_external_id: fc.option(fc.constantFrom("w1", "w9")),
      pickup_slot: fc.option(fc.constantFrom("2026-01-05 09:00:00", "gone")),
    }),
    fc.record({
      kind: fc.constant("refuse" as const),
      warehouse_external_id: fc.option(fc.constantFrom("w1", "w9")),
    })
  )

  it("an answer is to a waiting offer, names its lines only, and never none", () => {
    let answers = 0
    fc.assert(
      fc.property(wishes, offers, (wish, offer) => {
        const given = { ...facts(), offer }
        const decision = decideConfirmation(wish, given)
        if (decision.kind !== "answer") {
          return
        }
        answers += 1
        expect(offer?.state).toBe("waiting")
        expect(decision.answer.kind).toBe(wish.kind)
        if (decision.answer.kind === "refuse") {
          expect(offer?.may_refuse).toBe(true)
          return
        }
        const sent = decision.answer.external_line_ids
        const offered = new Set(offer?.external_line_ids)
        expect(sent.length).toBeGreaterThan(0)
        expect(new Set(sent).size).toBe(sent.length)
        expect(sent.every((line) => offered.has(line))).toBe(true)
        const all = wish.kind === "confirm" && wish.line_ids === null
        if (all || offer?.scope === "whole_order") {
          expect(sent).toHaveLength(offered.size)
        }
      }),
      { numRuns: 2000 }
    )
    expect(answers).toBeGreaterThan(100)
  })
})

describe("what staff are offered to do", () => {
  it("is to confirm or refuse while the stored copy waits for it", () => {
    const waiting = { seller_confirmation: "waiting" as const }
    expect(confirmationActions(waiting, "imported")).toHaveLength(2)
    expect(confirmationActions(waiting, "blocked")).toHaveLength(2)
    expect(confirmationActions(waiting, "ignored")).toEqual([])
    expect(
      confirmationActions({ seller_confirmation: "confirmed" }, "imported")
    ).toEqual([])
    expect(
      confirmationActions({ seller_confirmation: null }, "imported")
    ).toEqual([])
  })
})
