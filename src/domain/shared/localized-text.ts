/** One text in both languages of the admin. */
export type LocalizedText = { en: string; vi: string }
