import { LocalizedText } from "../../../domain/shared/localized-text"
import { FindingCode } from "../../../domain/statements/finding"
import { LineState } from "../../../domain/statements/line-state"
import { RefusalCode } from "../../../domain/statements/statement-line"

/** What is wrong with an order's settlement; `{{name}}` stands for a figure of the finding. */
export const FINDING_WORDS: Record<FindingCode, LocalizedText> = {
  revenue_lower: {
    en: "Less was paid for the goods than the order says.",
    vi: "Tiền hàng sàn trả ít hơn đơn hàng.",
  },
  revenue_higher: {
    en: "More was paid for the goods than the order says.",
    vi: "Tiền hàng sàn trả nhiều hơn đơn hàng.",
  },
  fee_higher: {
    en: "The fee {{fee}} is higher than agreed.",
    vi: "{{fee}} cao hơn mức đã thoả thuận.",
  },
  fee_lower: {
    en: "The fee {{fee}} is lower than agreed.",
    vi: "{{fee}} thấp hơn mức đã thoả thuận.",
  },
  fee_unexpected: {
    en: "The fee {{fee}} was not agreed.",
    vi: "{{fee}} không có trong biểu phí.",
  },
  fee_missing: {
    en: "The fee {{fee}} was not charged.",
    vi: "{{fee}} chưa được thu.",
  },
  net_lower: {
    en: "More was kept than expected.",
    vi: "Sàn giữ lại nhiều hơn dự kiến.",
  },
  net_higher: {
    en: "Less was kept than expected.",
    vi: "Sàn giữ lại ít hơn dự kiến.",
  },
  paid_twice: {
    en: "The order was paid more than once.",
    vi: "Đơn được trả tiền nhiều lần.",
  },
  paid_though_cancelled: {
    en: "The order is cancelled here, and was paid.",
    vi: "Đơn đã huỷ mà vẫn được trả tiền.",
  },
  paid_though_returned: {
    en: "The goods came back, and the sale is still paid.",
    vi: "Hàng đã hoàn về mà tiền hàng vẫn được trả.",
  },
  refunded_without_return: {
    en: "Money was taken back, and no return of the order is known.",
    vi: "Sàn thu lại tiền nhưng không có thông tin trả hàng.",
  },
  refunded_too_much: {
    en: "More was taken back than was ever paid.",
    vi: "Sàn thu lại nhiều hơn số đã trả.",
  },
  fees_kept_after_refund: {
    en: "The sale was taken back, its fees were kept.",
    vi: "Đơn đã hoàn tiền nhưng sàn vẫn giữ phí.",
  },
  returned_goods_missing: {
    en: "Money went back, the goods have not arrived.",
    vi: "Đã hoàn tiền nhưng hàng chưa về kho.",
  },
  lost_without_compensation: {
    en: "Goods were lost, and nothing was paid for them.",
    vi: "Hàng bị mất mà chưa được bồi thường.",
  },
  deduction_unexplained: {
    en: "Money was deducted for the order.",
    vi: "Sàn khấu trừ tiền của đơn.",
  },
  quantity_differs: {
    en: "{{settled}} units were settled, {{sold}} were sold.",
    vi: "Sàn quyết toán {{settled}} sản phẩm, đã bán {{sold}}.",
  },
  unpaid: {
    en: "Delivered {{days}} days ago, not paid yet.",
    vi: "Đã giao {{days}} ngày, chưa được trả tiền.",
  },
  unpaid_overdue: {
    en: "Delivered {{days}} days ago and should have been paid by now.",
    vi: "Đã giao {{days}} ngày, quá hạn trả tiền.",
  },
  order_unknown: {
    en: "The order was never downloaded. Download it, and the line is compared by itself.",
    vi: "Đơn này chưa được tải về. Hãy tải đơn, dòng sẽ tự động được đối chiếu.",
  },
  order_of_other_channel: {
    en: "The order belongs to another channel.",
    vi: "Đơn thuộc gian hàng khác.",
  },
  currency_differs: {
    en: "The order is in {{order}}, the statement in {{line}}.",
    vi: "Đơn dùng tiền {{order}}, bảng đối soát dùng {{line}}.",
  },
}

/** Why a row is not counted; `{{value}}` is what stands in the cell. */
export const REFUSAL_WORDS: Record<RefusalCode, LocalizedText> = {
  damaged_id: {
    en: "the number {{value}} went through a number cell and has lost its last digits. Export again, and paste it as text.",
    vi: "số {{value}} nằm trong ô kiểu số nên đã mất các chữ số cuối. Hãy xuất lại và dán ở dạng chữ.",
  },
  missing_id: { en: "there is no order number.", vi: "không có mã đơn hàng." },
  not_an_amount: {
    en: "“{{value}}” is not an amount of money.",
    vi: "“{{value}}” không phải số tiền.",
  },
  fraction_of_unit: {
    en: "{{value}} has a fraction of a đồng, which cannot be; look at how the cell is written.",
    vi: "{{value}} có phần lẻ của đồng, không thể có; hãy xem lại ô này.",
  },
  formula_without_value: {
    en: "the cell holds a formula without its result. Open the file in Excel, save it and upload it again.",
    vi: "ô chứa công thức chưa có kết quả. Hãy mở file bằng Excel, lưu lại rồi tải lên.",
  },
  error_value: {
    en: "the cell holds the error {{value}}.",
    vi: "ô bị lỗi {{value}}.",
  },
  not_a_date: {
    en: "“{{value}}” is not a date.",
    vi: "“{{value}}” không phải ngày tháng.",
  },
  not_a_quantity: {
    en: "“{{value}}” is not a number of units.",
    vi: "“{{value}}” không phải số lượng.",
  },
  other_currency: {
    en: "the row is in {{value}}, which is not the channel’s currency.",
    vi: "dòng dùng tiền {{value}}, khác loại tiền của gian hàng.",
  },
  sum_differs: {
    en: "revenue, fees and adjustment do not make the amount that is paid ({{value}}).",
    vi: "doanh thu, phí và điều chỉnh cộng lại không bằng số thực nhận ({{value}}).",
  },
  amounts_missing: {
    en: "there is no amount in the row.",
    vi: "dòng không có số tiền nào.",
  },
}

/** What became of a line of which there is nothing more to say. */
export const LINE_WORDS: Record<
  | LineState
  | "comparing"
  | "duplicate_here"
  | "duplicate_elsewhere"
  | "unknown_kind",
  LocalizedText
> = {
  comparing: { en: "Being compared.", vi: "Đang đối chiếu." },
  matched: { en: "As expected.", vi: "Đúng như dự kiến." },
  over: { en: "Look at the order.", vi: "Hãy xem lại đơn hàng." },
  short: { en: "Look at the order.", vi: "Hãy xem lại đơn hàng." },
  conflict: { en: "Look at the order.", vi: "Hãy xem lại đơn hàng." },
  not_found: {
    en: "The order was never downloaded.",
    vi: "Đơn này chưa được tải về.",
  },
  adjustment: {
    en: "Booked as it is; nothing is expected of it.",
    vi: "Ghi nhận nguyên trạng, không có số dự kiến.",
  },
  duplicate: {
    en: "The same line was there before; it is not counted again.",
    vi: "Dòng này đã có trước đó nên không tính lại.",
  },
  refused: {
    en: "The row cannot be trusted.",
    vi: "Dòng không đọc được chắc chắn.",
  },
  duplicate_here: {
    en: "The same as row {{row}} of sheet “{{sheet}}”; it is not counted again.",
    vi: "Trùng với dòng {{row}} của sheet “{{sheet}}” nên không tính lại.",
  },
  duplicate_elsewhere: {
    en: "The same as row {{row}} of sheet “{{sheet}}” in another statement; it is not counted again.",
    vi: "Trùng với dòng {{row}} của sheet “{{sheet}}” trong bảng đối soát khác nên không tính lại.",
  },
  unknown_kind: {
    en: "The kind “{{kind}}” is not known; look at the line.",
    vi: "Không rõ loại giao dịch “{{kind}}”; hãy xem lại dòng này.",
  },
}
