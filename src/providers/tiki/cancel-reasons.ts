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
 * system acted is said before whom it acted against, and who acted before why.
 */
const WORDS: [pattern: RegExp, initiator: Initiator][] = [
  [
    /\b(he thong|tu dong|qua (han|thoi gian)|het han|gian lan|system|auto(matic(ally)?)?|time ?out|overdue|expired?|fraud)\b/,
    "system",
  ],
  [
    /\b(khach( hang)?|nguoi mua) (\w+ )?(huy|yeu cau|muon|doi|tu choi)\b/,
    "buyer",
  ],
  [
    /\b((nguoi|nha) ban( hang)? (\w+ )?(huy|tu choi|khong|het)|(shop|cua hang|nha cung cap) (\w+ )?(huy|tu choi|khong|het)|seller)\b/,
    "seller",
  ],
  [/\b(khach( hang)?|nguoi (mua|nhan)|customer|buyer)\b/, "buyer"],
  [
    /\b(het hang|khong (du|co|con) hang|(nguoi|nha) ban|nha cung cap|out of stock)\b/,
    "seller",
  ],
  [
    /\b(doi y|(thay )?doi dia chi|gia re hon|ma giam gia|khong (con nhu cau|muon mua)|(dat|mua) (nham|trung)|trung don|changed? (of |my )?mind|duplicated?)\b/,
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
  for (const text of [reason.code, reason.text, reason.comment]) {
    const words = plain(text ?? "")
    const known = WORDS.find(([pattern]) => pattern.test(words))
    if (known) {
      return known[1]
    }
  }
  return "system"
}

/** Lower case words, without the marks of Vietnamese letters. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replaceAll("đ", "d")
    .replace(/[\s_]+/g, " ")
}
