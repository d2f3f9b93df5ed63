import type { ChannelSettings } from "../../domain/channels/channel-settings"
import type { StockOverride } from "../../domain/stock/stock-rules"
import { type TypedNumber, percentFrom } from "./typed-number"

/** The settings of a channel that decide about its stock, in the order of their application. */
export const STOCK_SETTINGS = [
  "buffer",
  "share",
  "cap",
  "minimum",
  "unseen_window_minutes",
  "stock_paused",
] as const
export type StockSetting = (typeof STOCK_SETTINGS)[number]
export type StockDraft = Pick<ChannelSettings, StockSetting>

/** Numbers that a listing may have of its own. */
export const LISTING_RULES = ["buffer", "share", "cap", "minimum"] as const
export type ListingRule = (typeof LISTING_RULES)[number]

export function stockDraftOf(settings: ChannelSettings): StockDraft {
  return {
    buffer: settings.buffer ?? 0,
    share: settings.share ?? 1,
    cap: settings.cap ?? null,
    minimum: settings.minimum ?? 0,
    unseen_window_minutes: settings.unseen_window_minutes ?? 30,
    stock_paused: settings.stock_paused ?? false,
  }
}

/** What differs between two drafts. */
export function changedStock(from: StockDraft, to: StockDraft): StockSetting[] {
  return STOCK_SETTINGS.filter((name) => from[name] !== to[name])
}

/** A share of 0 to 1 from percent as typed. */
export function shareFrom(text: string): TypedNumber {
  const percent = percentFrom(text)
  return percent && Number((percent / 100).toFixed(4))
}

/** A share in percent as a field shows it: 0.125 is 12.5. */
export function percentOf(share: number): number {
  return Number((share * 100).toFixed(2))
}

/** SKUs as people paste them: one a line, or separated by commas. */
export function skusFrom(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\n,;]/)
        .map((sku) => sku.trim())
        .filter(Boolean)
    ),
  ].slice(0, 200)
}

/** A listing's own numbers as its form begins with them. */
export type OverrideDraft = Record<ListingRule, number | null> & {
  paused: boolean
}

export function overrideDraftOf(override: StockOverride | null): OverrideDraft {
  return {
    buffer: override?.buffer ?? null,
    share: override?.share ?? null,
    cap: override?.cap ?? null,
    minimum: override?.minimum ?? null,
    paused: override?.paused ?? false,
  }
}

/** The change to send; null resets a rule to the channel's. */
export function overridePatch(
  from: OverrideDraft,
  to: OverrideDraft
): StockOverride {
  const changed = LISTING_RULES.filter((name) => from[name] !== to[name])
  return {
    ...Object.fromEntries(changed.map((name) => [name, to[name]])),
    ...(from.paused !== to.paused && { paused: to.paused || null }),
  }
}

/** What differs between two sets of own rules, each as people read it; null is the channel's. */
export function changedRules(
  from: StockOverride | null,
  to: StockOverride | null
): { rule: ListingRule; from: number | null; to: number | null }[] {
  const before = overrideDraftOf(from)
  const after = overrideDraftOf(to)
  return LISTING_RULES.filter((rule) => before[rule] !== after[rule]).map(
    (rule) => ({
      rule,
      from: ruleNumber(rule, before),
      to: ruleNumber(rule, after),
    })
  )
}

/** How a rule's number reads: a share in percent, a missing cap as null. */
export function ruleNumber(
  name: ListingRule,
  rules: Record<ListingRule, number | null>
): number | null {
  const value = rules[name]
  return name === "share" && value !== null ? percentOf(value) : value
}
