import { ChannelSettings } from "../../../../domain/channels/channel-settings"
import { defaultSettings } from "../../../../domain/channels/settings-rules"
import { ProviderDescription } from "../../../../domain/provider/marketplace-provider"

type SettingSchema = {
  type: "integer" | "number" | "boolean" | "string" | "array"
  nullable?: boolean
  minimum?: number
  maximum?: number
  enum?: string[]
  format?: string
  items?: object
}

const SCHEMAS: Record<keyof ChannelSettings, SettingSchema> = {
  warehouses: {
    type: "array",
    items: {
      type: "object",
      required: ["external_id", "stock_location_id"],
      properties: {
        external_id: { type: "string" },
        stock_location_id: { type: "string" },
      },
    },
  },
  buffer: { type: "integer", minimum: 0 },
  share: { type: "number", minimum: 0, maximum: 1 },
  cap: { type: "integer", minimum: 0, nullable: true },
  minimum: { type: "integer", minimum: 0 },
  unseen_window_minutes: { type: "integer", minimum: 1 },
  stock_paused: { type: "boolean" },
  deduct_stock_on: { type: "string", enum: ["handover", "succeeded"] },
  always_import_products: { type: "boolean" },
  stock_from: { type: "string", format: "date-time" },
  import_history: { type: "string", enum: ["orders", "channel_only"] },
  order_lookback_days: { type: "integer", minimum: 1, nullable: true },
  emit_order_placed: { type: "boolean" },
  return_arrival_days: { type: "integer", minimum: 0 },
  settlement_tolerance: { type: "integer", minimum: 0 },
  settlement_overdue_days: { type: "integer", minimum: 0 },
  download_statements: { type: "boolean" },
  capture_payments: { type: "string", enum: ["never", "when_settled"] },
  claim_window_days: { type: "integer", minimum: 1 },
}

/** The settings of a provider's channels in the words of JSON Schema, with their defaults. */
export function settingsSchemaOf({ default_settings }: ProviderDescription) {
  const { stock_from: _, ...defaults } = defaultSettings(
    default_settings,
    new Date(0)
  )
  return {
    type: "object",
    properties: Object.fromEntries(
      Object.entries(SCHEMAS).map(([name, schema]) => [
        name,
        name in defaults
          ? { ...schema, default: defaults[name as keyof typeof defaults] }
          : schema,
      ])
    ),
  }
}
