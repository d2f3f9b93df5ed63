import {
  ConfirmationAnswer,
  ConfirmationOffer,
} from "../provider/confirms-orders"
import { ConfirmationProblem } from "./order-action-codes"

/** What a person asked for. */
export type ConfirmationWish =
  | {
      kind: "confirm"
      /** Our line ids or the marketplace's, the rest is out of stock; null for all that is offered. */
      line_ids: string[] | null
      warehouse_external_id: string | null
      pickup_slot: string | null
    }
  | { kind: "refuse"; warehouse_external_id: string | null }

/** What the wish is held against; the offer and the slots were read just before. */
export type ConfirmationFacts = {
  /** Null when the marketplace does not know the order. */
  offer: ConfirmationOffer | null
  /** The stored lines, so that a wish may name ours instead of the marketplace's. */
  lines: { id: string; external_line_ids: string[] }[]
  warehouse_external_ids: string[]
  /** Values of the slots to choose from. */
  pickup_slots: string[]
}

export type ConfirmationDecision =
  | { kind: "answer"; answer: ConfirmationAnswer }
  /** What was asked for is so already. */
  | { kind: "done"; code: "already_confirmed" | "already_refused" }
  | {
      kind: "problem"
      code: ConfirmationProblem
      params: { [name: string]: string }
    }

/**
 * Decides what to answer to an offer, or names why nothing may be answered. An answer
 * names lines of this very offer only, each once, and at least one of them: what is
 * left out, or wrong, cancels the order for good.
 */
export function decideConfirmation(
  wish: ConfirmationWish,
  facts: ConfirmationFacts
): ConfirmationDecision {
  const { offer } = facts
  if (!offer || offer.state === "not_offered") {
    return problem("not_offered")
  }
  if (offer.state !== "waiting") {
    return decided(wish, offer.state)
  }
  const place = wish.warehouse_external_id
  if (place !== null && !facts.warehouse_external_ids.includes(place)) {
    return problem("warehouse_unknown", { warehouse: place })
  }
  if (wish.kind === "refuse") {
    return offer.may_refuse
      ? {
          kind: "answer",
          answer: { kind: "refuse", warehouse_external_id: place },
        }
      : problem("may_not_refuse")
  }
  const slot = wish.pickup_slot
  if (slot !== null && !facts.pickup_slots.includes(slot)) {
    return problem("pickup_slot_gone", { slot })
  }
  const lines = chooseLines(wish.line_ids, offer, facts.lines)
  return Array.isArray(lines)
    ? {
        kind: "answer",
        answer: {
          kind: "confirm",
          external_line_ids: lines,
          warehouse_external_id: place,
          pickup_slot: slot,
        },
      }
    : lines
}

function decided(
  wish: ConfirmationWish,
  state: "confirmed" | "refused"
): ConfirmationDecision {
  const code = state === "confirmed" ? "already_confirmed" : "already_refused"
  const wanted = wish.kind === "confirm" ? "confirmed" : "refused"
  return state === wanted ? { kind: "done", code } : problem(code)
}

/** The marketplace's line ids to confirm, or why there are none. */
function chooseLines(
  line_ids: string[] | null,
  offer: ConfirmationOffer,
  lines: ConfirmationFacts["lines"]
): string[] | ConfirmationDecision {
  const offered = [...new Set(offer.external_line_ids)]
  if (offered.length === 0 || line_ids?.length === 0) {
    return problem("nothing_to_confirm")
  }
  if (line_ids === null) {
    return offered
  }
  const chosen = new Set<string>()
  for (const id of line_ids) {
    const own = lines.find((line) => line.id === id)
    const named = own ? own.external_line_ids : [id]
    const open = named.filter((external_id) => offered.includes(external_id))
    if (open.length === 0) {
      return problem("lines_unknown", { line: id })
    }
    open.forEach((external_id) => chosen.add(external_id))
  }
  return offer.scope === "whole_order" && chosen.size < offered.length
    ? problem("whole_order_only")
    : offered.filter((external_id) => chosen.has(external_id))
}

function problem(
  code: ConfirmationProblem,
  params: { [name: string]: string } = {}
): ConfirmationDecision {
  return { kind: "problem", code, params }
}

/**
 * What became of an answer whose outcome is not known, judged by the offer read again
 * (null when that could not be read either). An offer that still waits proves nothing:
 * the answer may be under way, so it is for a person to look.
 */
export function judgeLostAnswer(
  wish: Pick<ConfirmationWish, "kind">,
  offer: Pick<ConfirmationOffer, "state"> | null
):
  | { ok: true; code: "confirmed" | "refused" }
  | {
      ok: false
      code: "outcome_unknown" | "already_confirmed" | "already_refused"
    } {
  const state = offer?.state
  const wanted = wish.kind === "confirm" ? "confirmed" : "refused"
  if (state === wanted) {
    return { ok: true, code: wanted }
  }
  if (state === "confirmed" || state === "refused") {
    return { ok: false, code: `already_${state}` }
  }
  return { ok: false, code: "outcome_unknown" }
}
