import type { LocalizedText } from "../../domain/shared/localized-text"

/** The text in the language of the page. */
export function localized(text: LocalizedText, language: string): string {
  return language.startsWith("vi") ? text.vi : text.en
}
