import { ChannelSettings } from "../channels/channel-settings"

/** Settings that some number of the channel follows from. */
const OF_STOCK = [
  "warehouses",
  "buffer",
  "share",
  "cap",
  "minimum",
  "unseen_window_minutes",
  "stock_paused",
] as const satisfies readonly (keyof ChannelSettings)[]

/** Whether a change of settings may change what the channel's listings should show. */
export function movesStock(
  before: ChannelSettings,
  after: ChannelSettings
): boolean {
  return OF_STOCK.some(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])
  )
}
