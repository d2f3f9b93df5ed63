/**
 * Text for comparing: lower case, without Vietnamese marks (đ becomes d), words
 * separated by one space, punctuation dropped.
 */
export function normalizeText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

/** A seller's code for comparing: without spaces, in upper case. */
export function normalizeCode(code: string | null): string {
  return (code ?? "").normalize("NFC").replace(/\s+/g, "").toUpperCase()
}

/** The distinct words of a text, normalised. */
export function wordsOf(text: string): Set<string> {
  return new Set(normalizeText(text).split(" ").filter(Boolean))
}

/** Likeness of two sets of words: 0 for nothing in common, 1 for equal (Dice). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>) {
  if (a.size + b.size === 0) {
    return 1
  }
  const shared = [...a].filter((word) => b.has(word)).length
  return (2 * shared) / (a.size + b.size)
}
