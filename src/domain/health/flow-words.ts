import { FlowKind } from "../channels/flow-kind"
import { LocalizedText } from "../shared/localized-text"

/** What each recurring work brings, as staff call it. */
export const FLOW_WORDS: Record<FlowKind, LocalizedText> = {
  recent_orders: {
    en: "new and changed orders",
    vi: "đơn mới và đơn thay đổi",
  },
  wide_orders: {
    en: "orders of the last 24 hours",
    vi: "đơn trong 24 giờ qua",
  },
  open_orders: { en: "check of open orders", vi: "kiểm tra đơn chưa xong" },
  history_orders: { en: "older orders", vi: "đơn cũ" },
  authorization: { en: "renewal of the sign-in", vi: "gia hạn đăng nhập" },
  event_queue: { en: "the marketplace's messages", vi: "tin báo từ sàn" },
  buyer_requests: { en: "buyers' requests", vi: "yêu cầu của khách" },
  statements: { en: "statements", vi: "bảng đối soát" },
  delivered_payments: {
    en: "payments of delivered orders",
    vi: "thanh toán đơn đã giao",
  },
  stock: { en: "stock updates", vi: "cập nhật tồn kho" },
  stock_sweep: { en: "comparison of stock", vi: "so sánh tồn kho" },
}
