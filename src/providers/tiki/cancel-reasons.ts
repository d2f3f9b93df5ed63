/** Who ended an order. */
export type Initiator = "seller" | "buyer" | "system"

/** What Tiki says about a cancellation; free text and codes that are not public. */
export type CancelReason = {
  code: string | null
  text: string | null
  comment: string | null
}

/** Codes that the documentation or real orders show. */
const CODES: Record<string, Initiator> = {
  seller_canceled: "seller",
  out_of_stock: "seller",
  out_of_needs: "buyer",
}

/**
 * Known words, Vietnamese (without its marks) and English. First match wins: that the
 * system acted is said before whom it acted against.
 */
const WORDS: [pattern: RegExp, initiator: Initiator][] = [
  [
    /\b(he thong|tu dong|qua (han|thoi gian)|het han|gian lan|system|auto(matic(ally)?)?|time ?out|overdue|expired?|fraud)\b/,
    "system",
  ],
  [
    /\b(het hang|khong (du|co|con) hang|nha ban( hang)? (\w+ )?(huy|tu choi|khong)|out[ _]of[ _]stock|seller)\b/,
    "seller",
  ],
  [
    /\b(khach( hang)?|nguoi (mua|nhan)|doi y|khong (con nhu cau|muon mua)|dat (nham|trung)|trung don|customer|buyer|changed? (of |my )?mind|duplicated?)\b/,
    "buyer",
  ],
]

/**
 * Who cancelled, as far as the reason tells; an unknown reason counts as the system's.
 * The code says most, then the text, then the comment.
 */
export function initiatorOf(reason: CancelReason): Initiator {
  const code = reason.code?.toLowerCase()
  if (code && Object.hasOwn(CODES, code)) {
    return CODES[code]
  }
  for (const text of [
    code?.replaceAll("_", " "),
    reason.text,
    reason.comment,
  ]) {
    const words = plain(text ?? "")
    const known = WORDS.find(([pattern]) => pattern.test(words))
    if (known) {
      return known[1]
    }
  }
  return "system"
}

/** Lower case, without the marks of Vietnamese letters. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replaceAll("đ", "d")
}
