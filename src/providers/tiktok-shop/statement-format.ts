import {
  DetailColumn,
  FeeColumn,
  RevenueColumn,
  StatementFormat,
} from "../../domain/provider/reads-statement-files"
import { FeeKind } from "../../domain/statements/fee-kind"

/** English heading first, Vietnamese second, as the two languages of Seller Center write them. */
const fee = (kind: FeeKind, ...aliases: string[]): FeeColumn => ({
  kind,
  aliases,
})

/** Columns that make up the total fees; withheld taxes are among them. */
const FEES: FeeColumn[] = [
  fee("payment", "Transaction fee", "Phí giao dịch"),
  fee(
    "commission",
    "TikTok Shop commission fee",
    "Phí hoa hồng của TikTok Shop"
  ),
  fee("shipping", "Seller shipping fee", "Phí vận chuyển của người bán"),
  fee("affiliate_commission", "Affiliate commission", "Hoa hồng liên kết"),
  fee(
    "affiliate_commission",
    "Affiliate Shop Ads commission",
    "Hoa hồng liên kết Quảng cáo cửa hàng"
  ),
  fee(
    "affiliate_commission",
    "Affiliate partner commission",
    "Hoa hồng của đối tác liên kết"
  ),
  fee(
    "affiliate_commission",
    "Affiliate commission deposit",
    "Tiền cọc hoa hồng liên kết"
  ),
  fee(
    "affiliate_commission",
    "Affiliate commission refund",
    "Hoàn hoa hồng liên kết"
  ),
  fee(
    "affiliate_commission",
    "Affiliate Partner shop ads commission",
    "Hoa hồng quảng cáo cửa hàng của Đối tác liên kết"
  ),
  fee("service_program", "SFP service fee", "Phí dịch vụ SFP"),
  fee(
    "service_program",
    "Bonus cashback service fee",
    "Phí dịch vụ hoàn tiền thưởng"
  ),
  fee(
    "service_program",
    "LIVE Specials Service Fee",
    "Phí dịch vụ Ưu đãi đặc biệt trên LIVE"
  ),
  fee(
    "voucher_program",
    "Voucher Xtra Service Fee",
    "Phí dịch vụ Voucher Xtra"
  ),
  fee("order_processing", "Order processing fee", "Phí xử lý đơn hàng"),
  fee(
    "service_program",
    "EAMS Program service fee",
    "Phí dịch vụ Chương trình EAMS"
  ),
  fee("flash_sale", "Flash Sale service fee", "Phí dịch vụ Flash Sale"),
  fee(
    "vat",
    "VAT withheld by TikTok Shop",
    "Thuế GTGT do TikTok Shop khấu trừ",
    "VAT withheld"
  ),
  fee(
    "income_tax",
    "PIT withheld by TikTok Shop",
    "Thuế TNCN do TikTok Shop khấu trừ",
    "PIT withheld"
  ),
  fee(
    "financing",
    "TikTok PayLater program fee",
    "Phí chương trình TikTok PayLater"
  ),
  fee("campaign", "Campaign resource fee", "Phí nguồn lực chiến dịch"),
  fee("service_program", "SFR service fee", "Phí dịch vụ SFR"),
  fee("voucher_program", "GMV Max Coupon", "Voucher GMV Max"),
  fee(
    "voucher_program",
    "Sales tax of GMV Max coupon",
    "Thuế bán hàng của voucher GMV Max"
  ),
  fee(
    "service_program",
    "Managed service (sales tax)",
    "Gói dịch vụ được quản lý (thuế bán hàng)"
  ),
  fee(
    "service_program",
    "Managed service (fee per order)",
    "Gói dịch vụ được quản lý (phí mỗi đơn hàng)"
  ),
  fee("advertising", "GMV Max ads fee", "Phí quảng cáo GMV Max"),
]

/** total revenue = subtotal and refund before discounts, and the discounts of both. */
const REVENUE: RevenueColumn[] = [
  ["Subtotal before discounts", "Tổng phụ trước giảm giá"],
  ["Seller discounts", "Giảm giá của người bán"],
  [
    "Refund subtotal before seller discounts",
    "Tổng phụ hoàn tiền trước giảm giá của người bán",
  ],
  ["Refund of seller discounts", "Khoản hoàn tiền giảm giá của người bán"],
].map((aliases) => ({ aliases }))

/**
 * Sums of other columns, parts of the seller's shipping fee and of the affiliate commission,
 * and what buyer and platform paid, which is not settled.
 */
const DETAILS: DetailColumn[] = [
  ["Subtotal after seller discounts", "Tổng phụ sau giảm giá của người bán"],
  [
    "Refund subtotal after seller discounts",
    "Tổng phụ của khoản hoàn tiền sau giảm giá của người bán",
  ],
  ["Actual shipping fee", "Phí vận chuyển thực tế"],
  ["Platform shipping fee discount", "Chiết khấu phí vận chuyển của nền tảng"],
  ["Customer shipping fee", "Chi phí vận chuyển của khách hàng"],
  ["Actual return shipping fee", "Phí vận chuyển trả hàng thực tế"],
  [
    "Refund customer shipping fee",
    "Phí vận chuyển của khách hàng được hoàn lại",
  ],
  ["SFR refund", "Hoàn phí SFR"],
  ["Failed delivery subsidy", "Trợ cấp giao hàng không thành công"],
  ["Shipping fee subsidy", "Trợ giá vận chuyển"],
  [
    "Affiliate commission before PIT (personal income tax)",
    "Hoa hồng liên kết trước thuế TNCN (thuế thu nhập cá nhân)",
    "Affiliate commission before PIT",
    "Hoa hồng liên kết trước thuế TNCN",
  ],
  [
    "Personal income tax withheld from affiliate commission",
    "Thuế TNCN đã khấu trừ",
  ],
  [
    "Affiliate Shop Ads commission before PIT",
    "Hoa hồng của Quảng cáo cửa hàng liên kết trước thuế TNCN",
  ],
  [
    "Personal income tax withheld from affiliate Shop Ads commission",
    "Thuế thu nhập cá nhân đã được khấu trừ vào khoản hoa hồng của Quảng cáo cửa hàng liên kết",
  ],
  ["Customer payment", "Khách thanh toán"],
  ["Customer refund", "Tiền hoàn của khách"],
  [
    "Seller co-funded voucher discount",
    "Giảm giá voucher đồng chi trả của người bán",
  ],
  [
    "Refund of seller co-funded voucher discount",
    "Hoàn tiền giảm giá voucher đồng chi trả của người bán",
  ],
  ["Platform discounts", "Giảm giá của nền tảng"],
  ["Refund of platform discounts", "Hoàn tiền giảm giá của nền tảng"],
  [
    "Platform co-funded voucher discounts",
    "Giảm giá voucher đồng chi trả của nền tảng",
  ],
  [
    "Refund of platform co-funded voucher discounts",
    "Hoàn tiền giảm giá voucher đồng chi trả của nền tảng",
  ],
  ["Seller shipping fee discount", "Giảm phí vận chuyển của người bán"],
  ["Estimated package weight (g)", "Trọng lượng kiện hàng ước tính"],
  ["Actual package weight (g)", "Trọng lượng kiện hàng được tính phí"],
].map((aliases) => ({ aliases }))

/**
 * The income workbook of TikTok Shop (Finance → Transactions → Settled), in both languages of
 * Vietnamese shops. Headings are those that open code parses real files by; English names of
 * the taxes, of managed services, of SFR and of the GMV Max ads fee are translations that no
 * file has confirmed, as is which fees the affiliate and shipping columns add up to.
 */
export const TIKTOK_SHOP_STATEMENT: StatementFormat = {
  sheets: [
    {
      aliases: ["Chi tiết đơn hàng", "Order details", "Order detail"],
      default_kind: "sale",
      is_required: true,
    },
  ],
  ignored_sheets: [
    "Lịch sử rút tiền",
    "Withdrawal history",
    "Withdrawal records",
    "Giải thích về phí",
    "Fee explanation",
    "Read me",
    "Readme",
    "Hướng dẫn",
    "Hướng dẫn - Guide",
  ],
  look_alikes: [
    {
      name: {
        en: "the report of orders not settled yet",
        vi: "báo cáo đơn hàng chưa quyết toán",
      },
      sheet_aliases: [
        "Đơn hàng chưa quyết toán và kho",
        "Đơn hàng chưa quyết toán",
        "Unsettled orders",
        "Unsettled order details",
      ],
      heading_aliases: [
        "Số tiền quyết toán ước tính",
        "Lý do chưa quyết toán",
        "Estimated settlement amount",
        "Unsettled reason",
      ],
    },
    {
      name: {
        en: "the order export of TikTok Shop",
        vi: "file xuất đơn hàng của TikTok Shop",
      },
      sheet_aliases: ["OrderSKUList"],
      heading_aliases: [
        "SKU Platform Discount",
        "SKU Subtotal Before Discount",
      ],
    },
  ],
  columns: [
    {
      field: "order_id",
      aliases: [
        "Order/adjustment ID",
        "ID đơn hàng/điều chỉnh",
        "Mã đơn hàng/điều chỉnh",
      ],
    },
    {
      field: "related_order_id",
      aliases: [
        "Related order ID",
        "ID đơn hàng liên quan",
        "Mã đơn hàng liên quan",
      ],
    },
    {
      field: "kind",
      aliases: ["Type", "Transaction type", "Loại giao dịch"],
    },
    {
      field: "ordered_at",
      aliases: ["Order created time", "Thời gian tạo đơn hàng"],
    },
    {
      field: "settled_at",
      aliases: ["Order settled time", "Thời gian quyết toán đơn hàng"],
    },
    { field: "currency", aliases: ["Currency", "Đơn vị tiền tệ"] },
    {
      field: "net",
      aliases: ["Total settlement amount", "Tổng số tiền quyết toán"],
    },
    { field: "revenue", aliases: ["Total revenue", "Tổng doanh thu"] },
    { field: "fees", aliases: ["Total fees", "Tổng phí"] },
    {
      field: "adjustment",
      // The marketplace's own files misspell it.
      aliases: ["Ajustment amount", "Adjustment amount", "Số tiền điều chỉnh"],
    },
  ],
  fee_columns: FEES,
  revenue_columns: REVENUE,
  detail_columns: DETAILS,
  fees_may_be_unsigned: false,
  kinds: [
    { kind: "sale", aliases: ["Order", "Đơn hàng"] },
    { kind: "refund", aliases: ["Refund", "Hoàn tiền", "Trả hàng/Hoàn tiền"] },
    {
      kind: "compensation",
      aliases: [
        "Logistics reimbursement",
        "Bồi thường do vận chuyển-kho vận",
        "Platform reimbursement",
        "Khoản bồi hoàn của nền tảng",
      ],
    },
    {
      kind: "deduction",
      aliases: [
        "Deductions incurred by seller",
        "Các khoản giảm trừ do người bán chịu",
      ],
    },
    {
      kind: "marketing",
      aliases: [
        "GMV payment for TikTok Ads",
        "GMV thanh toán cho Quảng cáo TikTok",
      ],
    },
    { kind: "adjustment", aliases: ["Adjustment", "Điều chỉnh"] },
  ],
  totals: {
    sheet_aliases: ["Báo cáo", "Reports", "Report"],
    labels: [
      {
        field: "net",
        aliases: [
          "Total settlement amount",
          "Tổng số tiền quyết toán",
          "Settlement amount",
          "Số tiền quyết toán",
        ],
      },
      { field: "revenue", aliases: ["Total revenue", "Tổng doanh thu"] },
      { field: "fees", aliases: ["Total fees", "Tổng phí"] },
      {
        field: "adjustment",
        aliases: [
          "Ajustment amount",
          "Adjustment amount",
          "Total adjustments",
          "Số tiền điều chỉnh",
          "Tổng điều chỉnh",
        ],
      },
    ],
  },
  utc_offset_minutes: 420,
  currency_code: "vnd",
  template: {
    sheet: "Chi tiết đơn hàng",
    headings: {
      order_id: "ID đơn hàng/điều chỉnh",
      kind: "Loại giao dịch",
      ordered_at: "Thời gian tạo đơn hàng",
      settled_at: "Thời gian quyết toán đơn hàng",
      currency: "Đơn vị tiền tệ",
      net: "Tổng số tiền quyết toán",
      revenue: "Tổng doanh thu",
      fees: "Tổng phí",
      adjustment: "Số tiền điều chỉnh",
      related_order_id: "ID đơn hàng liên quan",
    },
    fee_headings: [
      "Phí giao dịch",
      "Phí hoa hồng của TikTok Shop",
      "Phí vận chuyển của người bán",
      "Hoa hồng liên kết",
      "Phí dịch vụ Voucher Xtra",
      "Phí xử lý đơn hàng",
      "Thuế GTGT do TikTok Shop khấu trừ",
      "Thuế TNCN do TikTok Shop khấu trừ",
    ],
  },
}
