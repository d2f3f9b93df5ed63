import { LocalizedText } from "../../../domain/shared/localized-text"
import { ReportKind } from "./report-row"

/** Headings of reports as files have them. */
export const REPORT_WORDS = {
  channel: { en: "Channel", vi: "Gian hàng" },
  order: { en: "Order", vi: "Mã đơn hàng" },
  placed_at: { en: "Ordered", vi: "Ngày đặt" },
  last_settled_at: { en: "Last settled", vi: "Quyết toán gần nhất" },
  state: { en: "Result", vi: "Kết quả" },
  product: { en: "Product", vi: "Sản phẩm" },
  sku: { en: "SKU", vi: "SKU" },
  units: { en: "Units sold", vi: "Số lượng bán" },
  month: { en: "Month", vi: "Tháng" },
  order_count: { en: "Orders", vi: "Số đơn" },
  settled_count: { en: "Orders settled", vi: "Số đơn đã quyết toán" },
  revenue: { en: "Revenue", vi: "Doanh thu" },
  fees: { en: "Fees", vi: "Phí" },
  adjustment: { en: "Adjustments", vi: "Điều chỉnh" },
  net: { en: "Net", vi: "Thực nhận" },
  cost: { en: "Cost of goods", vi: "Giá vốn" },
  margin: { en: "Margin", vi: "Lãi gộp" },
  orders_without_cost: {
    en: "Orders without cost",
    vi: "Số đơn chưa có giá vốn",
  },
  expected_revenue: { en: "Expected revenue", vi: "Doanh thu dự kiến" },
  expected_fees: { en: "Expected fees", vi: "Phí dự kiến" },
  expected_net: { en: "Expected net", vi: "Dự kiến nhận" },
  expected_margin: { en: "Expected margin", vi: "Lãi gộp dự kiến" },
  outstanding: { en: "Still to come", vi: "Chưa được trả" },
  total: { en: "Total", vi: "Tổng" },
  without_order: { en: "Of no order", vi: "Không thuộc đơn nào" },
  unknown_product: {
    en: "Orders that were never downloaded",
    vi: "Đơn chưa được tải về",
  },
  no_month: { en: "Without a day", vi: "Chưa có ngày" },
} satisfies Record<string, LocalizedText>

/** Names of the sheets. */
export const REPORT_TITLES: Record<ReportKind, LocalizedText> = {
  order: { en: "By order", vi: "Theo đơn hàng" },
  product: { en: "By product", vi: "Theo sản phẩm" },
  channel: { en: "By channel", vi: "Theo gian hàng" },
  month: { en: "By month", vi: "Theo tháng" },
}
