import type { ChannelSettings } from "../../domain/channels/channel-settings"
import type { Channel, Provider } from "./types"

/** The settings of a channel's page; those of stock have a form of their own (`stock-rules.ts`). */
export const SHOWN_SETTINGS = [
  "warehouses",
  "stock_from",
  "import_history",
  "order_lookback_days",
  "always_import_products",
  "deduct_stock_on",
  "return_arrival_days",
  "emit_order_placed",
  "settlement_tolerance",
  "settlement_overdue_days",
  "download_statements",
  "capture_payments",
  "claim_window_days",
] as const
export type ShownSetting = (typeof SHOWN_SETTINGS)[number]
export type SettingsDraft = Pick<ChannelSettings, ShownSetting>

/** Settings that the provider has; all of them when it does not say. */
export function settingsOf(
  provider: Provider | undefined
): readonly ShownSetting[] {
  const schema = provider?.settings_schema
  const names = Array.isArray(schema)
    ? schema.map(({ name }) => name)
    : Object.keys(schema?.properties ?? {})
  const shown =
    names.length === 0
      ? SHOWN_SETTINGS
      : SHOWN_SETTINGS.filter((name) => names.includes(name))
  // What a marketplace does not give cannot be fetched daily.
  return provider?.capabilities.includes("statements")
    ? shown
    : shown.filter((name) => name !== "download_statements")
}

/** Days of look-back that an emptied field stands for; null for no limit. */
export function defaultLookback(provider: Provider | undefined): string | null {
  const schema = provider?.settings_schema
  const days = Array.isArray(schema)
    ? null
    : schema?.properties?.order_lookback_days?.default
  return typeof days === "number" ? String(days) : null
}

/** The channel's settings as far as the form shows them. */
export function draftOf({ settings }: Channel): SettingsDraft {
  return {
    warehouses: settings.warehouses ?? [],
    stock_from: settings.stock_from,
    import_history: settings.import_history,
    order_lookback_days: settings.order_lookback_days,
    always_import_products: settings.always_import_products,
    deduct_stock_on: settings.deduct_stock_on,
    return_arrival_days: settings.return_arrival_days,
    emit_order_placed: settings.emit_order_placed,
    settlement_tolerance: settings.settlement_tolerance,
    settlement_overdue_days: settings.settlement_overdue_days,
    download_statements: settings.download_statements ?? true,
    capture_payments: settings.capture_payments ?? "never",
    claim_window_days: settings.claim_window_days,
  }
}
