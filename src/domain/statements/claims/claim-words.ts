import { LocalizedText } from "../../shared/localized-text"
import { ClaimState } from "../claim"
import { ClaimReason } from "./claimable"

/** What is wrong, in a sentence for the marketplace. */
export const REASON_SENTENCES: Record<ClaimReason, LocalizedText> = {
  revenue_lower: {
    vi: "Tiền hàng được quyết toán thấp hơn giá trị đơn hàng.",
    en: "Less was settled for the goods than the order is worth.",
  },
  fee_higher: {
    vi: "Phí bị thu cao hơn biểu phí áp dụng.",
    en: "A higher fee was charged than the rates that apply.",
  },
  fee_unexpected: {
    vi: "Đơn hàng bị thu loại phí không có trong biểu phí áp dụng.",
    en: "A fee was charged that is not among the rates that apply.",
  },
  net_lower: {
    vi: "Tổng phí bị thu cao hơn biểu phí áp dụng.",
    en: "More fees were charged in all than the rates that apply.",
  },
  quantity_differs: {
    vi: "Số lượng được quyết toán ít hơn số lượng đã bán.",
    en: "Fewer units were settled than were sold.",
  },
  refunded_without_return: {
    vi: "Sàn đã thu lại tiền hàng, nhưng đơn hàng không có yêu cầu trả hàng nào.",
    en: "The money for the goods was taken back, but there is no return for this order.",
  },
  refunded_too_much: {
    vi: "Số tiền bị thu lại lớn hơn số tiền đã được trả cho đơn hàng.",
    en: "More was taken back than was ever paid for this order.",
  },
  fees_kept_after_refund: {
    vi: "Đơn hàng đã hoàn tiền toàn bộ nhưng phí chưa được hoàn lại.",
    en: "The order was refunded in full, but its fees were not given back.",
  },
  returned_goods_missing: {
    vi: "Người mua đã được hoàn tiền nhưng gian hàng chưa nhận lại hàng.",
    en: "The buyer was refunded, but the goods have not come back to us.",
  },
  lost_without_compensation: {
    vi: "Hàng bị thất lạc trong quá trình vận chuyển nhưng chưa được bồi thường.",
    en: "Goods were lost on their way, and no compensation was paid.",
  },
  deduction_unexplained: {
    vi: "Đơn hàng bị khấu trừ tiền mà không rõ lý do.",
    en: "Money was deducted for this order, and we do not know why.",
  },
  unpaid_overdue: {
    vi: "Đơn hàng đã giao thành công nhưng quá hạn vẫn chưa được thanh toán.",
    en: "The order was delivered, and its payment is overdue.",
  },
}

/** A reason as it stands in a table. */
export const REASON_NAMES: Record<ClaimReason, LocalizedText> = {
  revenue_lower: { vi: "Doanh thu thiếu", en: "Revenue too low" },
  fee_higher: { vi: "Phí cao hơn", en: "Fee too high" },
  fee_unexpected: { vi: "Phí lạ", en: "Unexpected fee" },
  net_lower: { vi: "Thực nhận thiếu", en: "Too much kept" },
  quantity_differs: { vi: "Sai số lượng", en: "Wrong quantity" },
  refunded_without_return: {
    vi: "Thu lại tiền, không có trả hàng",
    en: "Refund without a return",
  },
  refunded_too_much: { vi: "Thu lại quá số", en: "Refunded too much" },
  fees_kept_after_refund: {
    vi: "Giữ phí sau hoàn tiền",
    en: "Fees kept after refund",
  },
  returned_goods_missing: {
    vi: "Hàng hoàn chưa về",
    en: "Returned goods missing",
  },
  lost_without_compensation: {
    vi: "Mất hàng chưa bồi thường",
    en: "Lost, not compensated",
  },
  deduction_unexplained: {
    vi: "Khấu trừ không rõ",
    en: "Unexplained deduction",
  },
  unpaid_overdue: { vi: "Quá hạn trả tiền", en: "Payment overdue" },
}

export const CLAIM_STATE_NAMES: Record<ClaimState, LocalizedText> = {
  draft: { vi: "Đang chuẩn bị", en: "Draft" },
  sent: { vi: "Đã gửi", en: "Sent" },
  accepted: { vi: "Được chấp nhận", en: "Accepted" },
  refused: { vi: "Bị từ chối", en: "Refused" },
  paid: { vi: "Đã được trả", en: "Paid" },
  dropped: { vi: "Đã rút", en: "Withdrawn" },
}
