import { StatementFormat } from "../../domain/provider/reads-statement-files"

/**
 * The statement ("sao kê") that Tiki's Seller Center exports. Tiki publishes the groups of
 * transactions and the names of its fees; no public page shows the workbook, so the names of
 * its sheets, every heading, the signs of its fees and the zone of its times are unverified
 * candidates. A file that has other ones is mapped by a person, and remembered.
 */
export const TIKI_STATEMENT: StatementFormat = {
  sheets: [
    {
      aliases: [
        "GD bán hàng",
        "Giao dịch bán hàng",
        "GD ban hang",
        "Purchased transaction",
        "Purchased transactions",
        "Sales",
      ],
      default_kind: "sale",
      is_required: true,
    },
    {
      aliases: [
        "RMA",
        "GD đổi trả",
        "GD đổi/trả",
        "Giao dịch đổi trả",
        "Giao dịch đổi/trả",
        "RMA, giao dịch đổi/trả",
      ],
      default_kind: "refund",
      is_required: false,
    },
    {
      aliases: [
        "GD điều chỉnh",
        "Giao dịch điều chỉnh",
        "Điều chỉnh",
        "GD bù trừ",
        "GD bù trừ, điều chỉnh",
        "Giao dịch bù - trừ, điều chỉnh",
        "Giao dịch bù trừ, điều chỉnh",
        "Adjustment",
        "Adjustment transaction",
        "Adjustment transactions",
      ],
      default_kind: "adjustment",
      is_required: false,
    },
    {
      aliases: ["Bồi thường", "GD bồi thường", "Compensation"],
      default_kind: "compensation",
      is_required: false,
    },
  ],
  ignored_sheets: [
    "Tổng quan",
    "Overview",
    "Hướng dẫn",
    "Hướng dẫn - Guide",
    "Giải thích",
  ],
  look_alikes: [],
  columns: [
    {
      field: "order_id",
      aliases: [
        "Mã đơn hàng",
        "Mã đơn",
        "Order code",
        "Order ID",
        "Order number",
      ],
    },
    {
      field: "kind",
      aliases: ["Loại giao dịch", "Transaction type", "Loại"],
    },
    {
      field: "item_ref",
      aliases: ["SKU", "Mã sản phẩm", "Mã SKU", "SKU nhà bán", "Product SKU"],
    },
    {
      field: "item_title",
      aliases: ["Tên sản phẩm", "Sản phẩm", "Product name"],
    },
    { field: "quantity", aliases: ["Số lượng", "SL", "Quantity"] },
    {
      field: "settled_at",
      aliases: [
        "Ngày hoàn thành",
        "Thời gian hoàn thành",
        "Ngày giao dịch",
        "Ngày ghi nhận",
        "Completion date",
        "Completed date",
        "Transaction date",
      ],
    },
    {
      field: "ordered_at",
      aliases: ["Ngày đặt hàng", "Ngày tạo đơn", "Purchase date", "Order date"],
    },
    {
      field: "currency",
      aliases: ["Đơn vị tiền tệ", "Tiền tệ", "Currency"],
    },
    {
      field: "revenue",
      aliases: [
        "Doanh thu",
        "Revenue",
        "Giá trị đơn hàng",
        "Thành tiền",
        "Giá bán",
      ],
    },
    {
      field: "fees",
      aliases: [
        "Tổng phí",
        "Tổng phí trả Tiki",
        "Phí",
        "Fee",
        "Fees",
        "Total fee",
        "Total fees",
      ],
    },
    {
      field: "adjustment",
      aliases: [
        "Số tiền điều chỉnh",
        "Điều chỉnh",
        "Số tiền bồi thường",
        "Bồi thường",
        "Adjustment amount",
        "Compensation amount",
      ],
    },
    {
      field: "net",
      aliases: [
        "Lợi nhuận",
        "Doanh thu thuần",
        "Số tiền thanh toán",
        "Nhà bán nhận",
        "Profit",
        "Số tiền",
        "Amount",
      ],
    },
  ],
  fee_columns: [
    {
      kind: "commission",
      aliases: [
        "Phí chiết khấu",
        "Phí hoa hồng",
        "Commission",
        "Commission fee",
      ],
    },
    { kind: "payment", aliases: ["Phí thanh toán", "Payment fee"] },
    { kind: "fixed", aliases: ["Phí cố định", "Fixed fee"] },
    { kind: "pickup", aliases: ["Phí lấy hàng", "Pickup fee"] },
    { kind: "shipping", aliases: ["Phí vận chuyển", "Shipping fee"] },
    {
      kind: "return_shipping",
      aliases: ["Phí chuyển hoàn", "Return shipping fee", "Return fee"],
    },
    {
      kind: "cancellation",
      aliases: ["Phí hủy đơn", "Phí huỷ đơn", "Phí SLA", "Cancellation fee"],
    },
    { kind: "vat", aliases: ["Thuế GTGT", "VAT"] },
    { kind: "income_tax", aliases: ["Thuế TNCN", "PIT"] },
  ],
  revenue_columns: [],
  detail_columns: [
    {
      aliases: [
        "Nhà bán giảm giá",
        "Giảm giá",
        "Chiết khấu khuyến mãi",
        "Seller discount",
      ],
    },
    { aliases: ["Tỷ lệ (%) Tổng phí trả Tiki", "Fee ratio"] },
    { aliases: ["Đơn giá", "Unit price"] },
    { aliases: ["Kỳ sao kê", "Statement period"] },
    { aliases: ["Trạng thái", "Status"] },
    { aliases: ["Ghi chú", "Lý do", "Note", "Reason"] },
    { aliases: ["STT", "No.", "#"] },
  ],
  fees_may_be_unsigned: true,
  kinds: [
    {
      kind: "sale",
      aliases: ["Bán hàng", "Giao dịch bán hàng", "Sale", "Đơn hàng", "Order"],
    },
    {
      kind: "refund",
      aliases: ["Trả hàng", "Đổi trả", "Hoàn trả", "RMA", "Return", "Refund"],
    },
    {
      kind: "adjustment",
      aliases: ["Điều chỉnh", "Bù trừ", "Bù - trừ", "Adjustment"],
    },
    { kind: "compensation", aliases: ["Bồi thường", "Compensation"] },
    { kind: "deduction", aliases: ["Khấu trừ", "Phạt", "Deduction"] },
    { kind: "marketing", aliases: ["Quảng cáo", "Tiki Ads", "Advertising"] },
  ],
  totals: null,
  utc_offset_minutes: 420,
  currency_code: "vnd",
  template: {
    sheet: "GD bán hàng",
    headings: {
      order_id: "Mã đơn hàng",
      kind: "Loại giao dịch",
      item_ref: "SKU",
      item_title: "Tên sản phẩm",
      quantity: "Số lượng",
      ordered_at: "Ngày đặt hàng",
      settled_at: "Ngày hoàn thành",
      revenue: "Doanh thu",
      fees: "Tổng phí",
      adjustment: "Số tiền điều chỉnh",
      net: "Lợi nhuận",
    },
    fee_headings: [
      "Phí chiết khấu",
      "Phí thanh toán",
      "Phí cố định",
      "Phí lấy hàng",
      "Phí vận chuyển",
      "Phí chuyển hoàn",
    ],
  },
}
