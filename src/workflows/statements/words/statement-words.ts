import { LocalizedText } from "../../../domain/shared/localized-text"
import {
  LineState,
  SettlementState,
} from "../../../domain/statements/line-state"
import { LineKind } from "../../../domain/statements/statement-line"

/** Languages that files are written in; the words are those of the screens. */
export const EXPORT_LOCALES = ["vi", "en"] as const
export type ExportLocale = (typeof EXPORT_LOCALES)[number]

export const STATE_WORDS: Record<
  LineState | SettlementState | "comparing",
  LocalizedText
> = {
  matched: { en: "Matched", vi: "Khớp" },
  over: { en: "Over", vi: "Đối soát dư" },
  short: { en: "Short", vi: "Đối soát thiếu" },
  conflict: { en: "To review", vi: "Cần xem lại" },
  not_found: { en: "Not found", vi: "Không tìm thấy đơn" },
  adjustment: { en: "Adjustment", vi: "Điều chỉnh" },
  duplicate: { en: "Duplicate", vi: "Trùng" },
  refused: { en: "Refused", vi: "Bị từ chối" },
  pending: { en: "Pending", vi: "Chưa đối soát" },
  comparing: { en: "Being compared", vi: "Đang đối chiếu" },
}

export const KIND_WORDS: Record<LineKind, LocalizedText> = {
  sale: { en: "Sale", vi: "Bán hàng" },
  refund: { en: "Refund", vi: "Hoàn tiền" },
  adjustment: { en: "Adjustment", vi: "Điều chỉnh" },
  compensation: { en: "Compensation", vi: "Bồi thường" },
  deduction: { en: "Deduction", vi: "Khấu trừ" },
  marketing: { en: "Advertising", vi: "Quảng cáo" },
  reserve: { en: "Held back or released", vi: "Tạm giữ / giải ngân" },
  unknown: { en: "Unknown kind", vi: "Chưa rõ loại" },
}
