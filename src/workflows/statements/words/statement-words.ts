import { LocalizedText } from "../../../domain/shared/localized-text"
import { FeeKind } from "../../../domain/statements/fee-kind"
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

export const FEE_WORDS: Record<FeeKind, LocalizedText> = {
  commission: { en: "Commission", vi: "Phí hoa hồng" },
  payment: { en: "Payment fee", vi: "Phí thanh toán" },
  fixed: { en: "Fixed fee", vi: "Phí cố định" },
  order_processing: { en: "Order processing", vi: "Phí xử lý đơn hàng" },
  affiliate_commission: { en: "Affiliate commission", vi: "Hoa hồng liên kết" },
  shipping: { en: "Shipping", vi: "Phí vận chuyển" },
  return_shipping: { en: "Return shipping", vi: "Phí vận chuyển trả hàng" },
  pickup: { en: "Pickup", vi: "Phí lấy hàng" },
  service_program: { en: "Service program", vi: "Phí dịch vụ" },
  voucher_program: { en: "Voucher program", vi: "Chương trình voucher" },
  flash_sale: { en: "Flash sale", vi: "Flash Sale" },
  campaign: { en: "Campaign", vi: "Phí chiến dịch" },
  advertising: { en: "Advertising", vi: "Quảng cáo" },
  financing: { en: "Financing", vi: "Trả góp / trả sau" },
  cancellation: { en: "Cancellation", vi: "Phí huỷ đơn" },
  vat: { en: "VAT", vi: "Thuế GTGT" },
  income_tax: { en: "Income tax", vi: "Thuế TNCN" },
  other: { en: "Other fee", vi: "Phí khác" },
}
