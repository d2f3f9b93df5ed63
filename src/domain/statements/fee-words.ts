import { LocalizedText } from "../shared/localized-text"
import { FeeKind } from "./fee-kind"

/** Kinds of fees as the screens, files and letters call them where a statement has no name. */
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
