import { ChannelSettings } from "../channels/channel-settings"

/** How much of the free stock a listing offers. Units are the listing's own. */
export type StockRules = {
  /** Units kept back. */
  buffer: number
  /** Part of what is left, 0 to 1; rounded down. */
  share: number
  /** Most units ever offered; null for no limit. */
  cap: number | null
  /** Fewer units than this are offered as none at all. */
  minimum: number
  /** Nothing is written while it holds; the marketplace keeps the number that it shows. */
  paused: boolean
}

/** A listing's own rules; what is left out or null is the channel's. */
export type StockOverride = {
  [Name in keyof StockRules]?: StockRules[Name] | null
}

type ChannelRules = Pick<
  ChannelSettings,
  "buffer" | "share" | "cap" | "minimum" | "stock_paused"
>

/** The rules of one listing; a channel that is paused pauses every listing of it. */
export function stockRules(
  channel: ChannelRules,
  override: StockOverride | null
): StockRules {
  return {
    buffer: override?.buffer ?? channel.buffer,
    share: override?.share ?? channel.share,
    cap: override?.cap ?? channel.cap,
    minimum: override?.minimum ?? channel.minimum,
    paused: channel.stock_paused || (override?.paused ?? false),
  }
}
