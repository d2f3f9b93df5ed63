/** Beyond it nothing is a code; the rest of what a scanner sent is left out. */
const LONGEST = 200

/** What a symbology identifier looks like, where a scanner is set to send it (ISO/IEC 15424). */
const SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/

/** Combining marks as Telex and VNI keyboards type them. */
const TYPED: Record<string, { telex: string | null; vni: string }> = {
  "\u0302": { telex: null, vni: "6" },
  "\u031b": { telex: "W", vni: "7" },
  "\u0306": { telex: "W", vni: "8" },
  "\u0301": { telex: "S", vni: "1" },
  "\u0300": { telex: "F", vni: "2" },
  "\u0309": { telex: "R", vni: "3" },
  "\u0303": { telex: "X", vni: "4" },
  "\u0323": { telex: "J", vni: "5" },
}

/**
 * What a scanned text may mean, the likeliest first: without the Enter or Tab that ends it,
 * without spaces and symbology prefix, in either case. A scanner types like a keyboard, so
 * a Vietnamese input method turns `AA` into `Â`; what must have been typed is tried too.
 * @returns empty for a text without any code.
 */
export function scanCandidates(text: string): string[] {
  const code = stripped(text)
  if (!code) {
    return []
  }
  const forms = [code, code.toUpperCase(), code.toLowerCase()]
  return [...new Set([...forms, ...retyped(code), ...withoutPrefix(code)])]
}

/** Items' codes that mean the same are equal here: `8934567` and `008934567` too. */
export function itemKey(code: string): string {
  const plain = stripped(code).toUpperCase()
  return /^\d{8,14}$/.test(plain) ? plain.replace(/^0+/, "") : plain
}

/** All that an item's scan may mean. */
export function itemKeys(text: string): Set<string> {
  return new Set(scanCandidates(text).map(itemKey))
}

function stripped(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize("NFC")
    .replace(/[\p{C}\p{Z}]/gu, "")
    .replace(SYMBOLOGY, "")
}

/** GS1: `(01)` before an article's 14 digits, `(00)` before a shipment's 18. */
function withoutPrefix(code: string): string[] {
  const digits = code.replace(/[()]/g, "")
  const article = /^01(\d{14})/.exec(digits)?.[1]
  const shipment = /^00(\d{18})$/.exec(digits)?.[1]
  return [article, shipment].flatMap((found) => found ?? [])
}

/** The keys behind Vietnamese letters; a tone may have been typed at the end of the word. */
function retyped(code: string): string[] {
  if (!/[^\p{ASCII}]/u.test(code)) {
    return []
  }
  const upper = code.toUpperCase()
  const telex = upper.replace(/Đ/g, "DD")
  return [
    keys(telex, "telex"),
    telex.replace(/\p{L}+/gu, (word) => tonesLast(word)),
    keys(telex.replace(/Ư/g, "W"), "telex"),
    keys(upper.replace(/Đ/g, "D9"), "vni"),
  ]
}

function keys(text: string, method: "telex" | "vni"): string {
  let letter = ""
  return [...text.normalize("NFD")]
    .map((character) => {
      const typed = TYPED[character]
      letter = typed ? letter : character
      return typed ? (typed[method] ?? letter) : character
    })
    .join("")
}

const TONE = /[\u0301\u0300\u0309\u0303\u0323]/g

function tonesLast(word: string): string {
  const apart = word.normalize("NFD")
  const tones = (apart.match(TONE) ?? []).join("")
  return keys(apart.replace(TONE, ""), "telex") + keys(tones, "telex")
}
