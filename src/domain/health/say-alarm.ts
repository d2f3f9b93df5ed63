import { FlowKind } from "../channels/flow-kind"
import { JsonValue } from "../shared/json"
import { LocalizedText } from "../shared/localized-text"
import { ALARM_WORDS } from "./alarm-words"
import { Finding } from "./finding"
import { FLOW_WORDS } from "./flow-words"

/** The alarm and its remedy in both languages. */
export function sayAlarm({ code, params }: Pick<Finding, "code" | "params">): {
  message: LocalizedText
  remedy: LocalizedText
} {
  const { message, remedy } = ALARM_WORDS[code]
  return { message: fill(message, params), remedy: fill(remedy, params) }
}

function fill(text: LocalizedText, params: Finding["params"]): LocalizedText {
  const say = (language: keyof LocalizedText) =>
    text[language]
      .replace(/\{(\w+)\}/g, (_, name: string) =>
        show(params[name] ?? "", language)
      )
      .trim()
  return { en: say("en"), vi: say("vi") }
}

/** Lists are of flows. */
function show(value: JsonValue, language: keyof LocalizedText): string {
  return Array.isArray(value)
    ? value
        .map((kind) => FLOW_WORDS[kind as FlowKind]?.[language] ?? kind)
        .join(", ")
    : String(value)
}
