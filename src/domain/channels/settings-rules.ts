import {
  ChannelSettings,
  DEFAULT_CLAIM_WINDOW_DAYS,
  DEFAULT_RETURN_ARRIVAL_DAYS,
  DEFAULT_SETTLEMENT_OVERDUE_DAYS,
} from "./channel-settings"

/** What a person changes; null resets a setting to its default, absence leaves it. */
export type SettingsPatch = {
  [Name in keyof ChannelSettings]?: ChannelSettings[Name] | null
}

/** What a channel of this marketplace starts with, where it differs from the common. */
export type ProviderDefaults = Pick<
  ChannelSettings,
  "deduct_stock_on" | "order_lookback_days"
>

/** A refused setting; `message` is the key of a text in the admin. */
export type SettingsProblem = {
  field: keyof ChannelSettings
  message: SettingsMessage
}

export type SettingsMessage =
  | "warehouse_mapped_twice"
  | "location_mapped_twice"
  | "warehouse_incomplete"
  | "not_a_whole_number"
  | "not_between_0_and_1"
  | "not_yes_or_no"
  | "not_a_moment"
  | "not_a_choice"

/** The settings of a channel at the moment of connecting. */
export function defaultSettings(
  provider: ProviderDefaults,
  connected_at: Date
): ChannelSettings {
  return {
    warehouses: [],
    buffer: 0,
    share: 1,
    cap: null,
    minimum: 0,
    unseen_window_minutes: 30,
    stock_paused: false,
    deduct_stock_on: provider.deduct_stock_on,
    always_import_products: false,
    stock_from: connected_at.toISOString(),
    import_history: "orders",
    order_lookback_days: provider.order_lookback_days,
    emit_order_placed: false,
    return_arrival_days: DEFAULT_RETURN_ARRIVAL_DAYS,
    settlement_tolerance: 0,
    settlement_overdue_days: DEFAULT_SETTLEMENT_OVERDUE_DAYS,
    download_statements: true,
    capture_payments: "never",
    claim_window_days: DEFAULT_CLAIM_WINDOW_DAYS,
  }
}

/**
 * Applies a patch; a setting that is reset, or that the channel never had, takes its value
 * from `defaults`. Names that are no setting are left out.
 */
export function mergeSettings(
  current: ChannelSettings,
  patch: SettingsPatch,
  defaults: ChannelSettings
): ChannelSettings {
  const names = Object.keys(defaults) as (keyof ChannelSettings)[]
  const entries = names.map((name) => {
    const given = patch[name]
    const kept = current[name] === undefined ? defaults[name] : current[name]
    return [name, given === undefined ? kept : (given ?? defaults[name])]
  })
  return Object.fromEntries(entries) as ChannelSettings
}

type Check = (settings: ChannelSettings) => SettingsMessage | null

const wholeNumber =
  (least: number) =>
  (value: unknown): SettingsMessage | null =>
    Number.isSafeInteger(value) && Number(value) >= least
      ? null
      : "not_a_whole_number"

const orNone = (value: unknown, message: SettingsMessage | null) =>
  value === null ? null : message

const yesOrNo = (value: unknown): SettingsMessage | null =>
  typeof value === "boolean" ? null : "not_yes_or_no"

const choice = (value: string, ...choices: string[]): SettingsMessage | null =>
  choices.includes(value) ? null : "not_a_choice"

/** What each setting may be. */
const CHECKS: Record<keyof ChannelSettings, Check> = {
  warehouses: ({ warehouses }) => warehousesMessage(warehouses),
  buffer: ({ buffer }) => wholeNumber(0)(buffer),
  share: ({ share }) =>
    typeof share === "number" && share >= 0 && share <= 1
      ? null
      : "not_between_0_and_1",
  cap: ({ cap }) => orNone(cap, wholeNumber(0)(cap)),
  minimum: ({ minimum }) => wholeNumber(0)(minimum),
  unseen_window_minutes: ({ unseen_window_minutes }) =>
    wholeNumber(1)(unseen_window_minutes),
  stock_paused: ({ stock_paused }) => yesOrNo(stock_paused),
  deduct_stock_on: ({ deduct_stock_on }) =>
    choice(deduct_stock_on, "handover", "succeeded"),
  always_import_products: ({ always_import_products }) =>
    yesOrNo(always_import_products),
  stock_from: ({ stock_from }) =>
    isMoment(stock_from) ? null : "not_a_moment",
  import_history: ({ import_history }) =>
    choice(import_history, "orders", "channel_only"),
  order_lookback_days: ({ order_lookback_days }) =>
    orNone(order_lookback_days, wholeNumber(1)(order_lookback_days)),
  emit_order_placed: ({ emit_order_placed }) => yesOrNo(emit_order_placed),
  return_arrival_days: ({ return_arrival_days }) =>
    wholeNumber(0)(return_arrival_days),
  settlement_tolerance: ({ settlement_tolerance }) =>
    wholeNumber(0)(settlement_tolerance),
  settlement_overdue_days: ({ settlement_overdue_days }) =>
    wholeNumber(0)(settlement_overdue_days),
  download_statements: ({ download_statements }) =>
    yesOrNo(download_statements),
  capture_payments: ({ capture_payments }) =>
    choice(capture_payments, "never", "when_settled"),
  claim_window_days: ({ claim_window_days }) =>
    wholeNumber(1)(claim_window_days),
}

/** Everything that is wrong with settings; none when they may be saved. */
export function settingsProblems(settings: ChannelSettings): SettingsProblem[] {
  const names = Object.keys(CHECKS) as (keyof ChannelSettings)[]
  return names.flatMap((field) => {
    const message = CHECKS[field](settings)
    return message ? { field, message } : []
  })
}

/** One to one: stock of one place may be offered through one marketplace warehouse only. */
function warehousesMessage(
  warehouses: ChannelSettings["warehouses"]
): SettingsMessage | null {
  if (
    !Array.isArray(warehouses) ||
    warehouses.some((entry) => !entry?.external_id || !entry.stock_location_id)
  ) {
    return "warehouse_incomplete"
  }
  if (hasTwice(warehouses.map(({ external_id }) => external_id))) {
    return "warehouse_mapped_twice"
  }
  return hasTwice(warehouses.map(({ stock_location_id }) => stock_location_id))
    ? "location_mapped_twice"
    : null
}

function hasTwice(ids: string[]): boolean {
  return new Set(ids).size < ids.length
}

/** ISO 8601 with an offset, so that no time zone has to be guessed. */
function isMoment(text: unknown): boolean {
  return (
    typeof text === "string" &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  )
}
