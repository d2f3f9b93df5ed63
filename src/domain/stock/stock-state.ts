import { RAISE_OBSTACLES } from "./decide-push"

/** Why a listing's stock is looked at. */
export const STOCK_CAUSES = [
  /** Medusa's inventory changed: sale, reservation, count, return. */
  "inventory",
  /** An order of the marketplace came in or went. */
  "order",
  "link",
  "settings",
  /** The marketplace told that its number changed. */
  "marketplace",
  /** The marketplace told that the product changed, or that a campaign let it go. */
  "listing",
  /** A listing of another channel, which shares the goods, changed. */
  "shared",
  /** A write is to be seen on the marketplace. */
  "read_back",
  /** Something that stood in the way may be over: a lost answer, a campaign, late orders. */
  "retry",
  "sweep",
  "person",
  "undo",
] as const
export type StockCause = (typeof STOCK_CAUSES)[number]

/**
 * Where a listing stands.
 * - `even`: the marketplace shows what it should.
 * - `pushed`: written and accepted, not seen yet.
 * - `held`: should be raised, and something stands in the way for the moment.
 * - `unresolved`: a write's answer was lost; it is read before anything is raised.
 * - `locked`: a campaign holds the number.
 * - `refused`: the marketplace refuses the number for a reason that a person has to see.
 * - `follows_parts`: a set, whose number the marketplace works out from its parts'.
 * - `paused`, `not_counted`, `not_linked`, `not_mapped`, `not_found`: nothing is written, and why.
 */
export const STOCK_STATES = [
  "even",
  "pushed",
  "held",
  "unresolved",
  "locked",
  "refused",
  "follows_parts",
  "paused",
  "not_counted",
  "not_linked",
  "not_mapped",
  "not_found",
] as const
export type StockState = (typeof STOCK_STATES)[number]

/** Why; the admin has a sentence with the remedy for each, in both languages. */
export const STOCK_REASON_CODES = [
  ...RAISE_OBSTACLES,
  "answer_lost",
  "refused_by_marketplace",
  "locked_by_campaign",
  "marketplace_unavailable",
] as const
export type StockReason = {
  code: (typeof STOCK_REASON_CODES)[number]
  params: Record<string, string | number>
}

export const STOCK_EVENT_KINDS = [
  /** Sold on the marketplace, no order has come yet. */
  "sold_unseen",
  /** Orders or cancellations stand for it now. */
  "explained",
  /** No order came in time; it is not kept back any longer. */
  "expired",
  /** Somebody changed the number on the marketplace. */
  "raised_elsewhere",
  "lowered_elsewhere",
] as const
export type StockEventKind = (typeof STOCK_EVENT_KINDS)[number]

/** Kind of the entry that tells of a listing's own rules being changed by a person. */
export const RULES_CHANGED = "rules_changed"
