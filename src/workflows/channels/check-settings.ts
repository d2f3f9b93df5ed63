import { MedusaError } from "@medusajs/framework/utils"
import { ChannelSettings } from "../../domain/channels/channel-settings"
import {
  mergeSettings,
  SettingsMessage,
  SettingsPatch,
  settingsProblems,
} from "../../domain/channels/settings-rules"

const SENTENCES: Record<SettingsMessage, string> = {
  warehouse_mapped_twice:
    "a marketplace warehouse is mapped twice; map it to one stock location",
  location_mapped_twice:
    "two marketplace warehouses are on one stock location; each needs its own, or its stock would be offered twice",
  warehouse_incomplete: "every entry needs external_id and stock_location_id",
  not_a_whole_number: "must be a whole number that is not negative",
  not_between_0_and_1: "must be a number from 0 to 1",
  not_yes_or_no: "must be true or false",
  not_a_moment:
    "must be a date and time with an offset, such as 2026-01-31T00:00:00+07:00",
  not_a_choice: "is none of the values it may have",
}

/**
 * Applies a change of settings.
 * @throws {MedusaError} INVALID_DATA naming each setting that is wrong or unknown.
 */
export function applySettings(
  current: ChannelSettings,
  patch: SettingsPatch,
  defaults: ChannelSettings
): ChannelSettings {
  const unknown = Object.keys(patch).filter((name) => !(name in defaults))
  const merged = mergeSettings(current, patch, defaults)
  const problems = [
    ...unknown.map((name) => `${name}: there is no such setting`),
    ...settingsProblems(merged).map(
      ({ field, message }) => `${field}: ${SENTENCES[message]}`
    ),
  ]
  if (problems.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `settings.${problems.join("; settings.")}`
    )
  }
  return merged
}
