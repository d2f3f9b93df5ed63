import { FeeKind } from "../../../domain/statements/fee-kind"
import { LineKind } from "../../../domain/statements/statement-line"
import { TIKTOK_SHOP_STATEMENT } from "../../../providers/tiktok-shop/statement-format"
import { dayOf, SampleLine, sumsOf } from "./sample-line"
import { row, SampleCell, SampleRow, SampleSheet } from "./sample-sheet"

export type TikTokShopSampleOptions = {
  /** Of Seller Center, and so of the headings: `vi` unless told. */
  language?: "vi" | "en"
  /** Times are UTC and the headings say so. */
  is_utc?: boolean
  /** Figures of the sheet with totals; computed from the lines unless told, null for no such sheet. */
  totals?: {
    revenue: number
    fees: number
    net: number
    adjustment: number
  } | null
}

const NAMES = {
  en: {
    id: "Order/adjustment ID  ",
    kind: "Type",
    ordered: "Order created time",
    settled: "Order settled time",
    currency: "Currency",
    net: "Total settlement amount",
    revenue: "Total Revenue",
    before: "Subtotal before discounts",
    discounts: "Seller discounts",
    fees: "Total Fees",
    adjustment: "Ajustment amount",
    related: "Related order ID",
    payment: "Customer payment",
    sheet: "Order details",
    totals: "Reports",
    notes: "Read me",
  },
  vi: {
    id: "ID đơn hàng/điều chỉnh",
    kind: "Loại giao dịch",
    ordered: "Thời gian tạo đơn hàng",
    settled: "Thời gian quyết toán đơn hàng",
    currency: "Đơn vị tiền tệ",
    net: "Tổng số tiền quyết toán",
    revenue: "Tổng doanh thu",
    before: "Tổng phụ trước giảm giá",
    discounts: "Giảm giá của người bán",
    fees: "Tổng phí",
    adjustment: "Số tiền điều chỉnh",
    related: "ID đơn hàng liên quan",
    payment: "Khách thanh toán",
    sheet: "Chi tiết đơn hàng",
    totals: "Báo cáo",
    notes: "Giải thích về phí",
  },
} as const

/** Fees that get a column: the first of the format for each kind. */
const FEE_KINDS: FeeKind[] = [
  "payment",
  "commission",
  "shipping",
  "affiliate_commission",
  "service_program",
  "voucher_program",
  "order_processing",
  "flash_sale",
  "vat",
  "income_tax",
  "financing",
  "campaign",
  "advertising",
]

/** The income workbook: all cells are text, as TikTok Shop writes it. */
export function tiktokShopSheets(
  lines: Iterable<SampleLine>,
  options: TikTokShopSampleOptions = {}
): SampleSheet[] {
  const language = options.language ?? "vi"
  const names = NAMES[language]
  const all = [...lines]
  const utc = options.is_utc ? " (UTC)" : ""
  const headings = [
    names.id,
    names.kind,
    `${names.ordered}${utc}`,
    `${names.settled}${utc}`,
    names.currency,
    names.net,
    names.revenue,
    names.before,
    names.discounts,
    names.fees,
    ...FEE_KINDS.map((kind) => headingOfFee(kind, language)),
    names.adjustment,
    names.related,
    names.payment,
  ]
  const toRow = rowWriter(headings, language, options.is_utc ? 0 : 420)
  const details: SampleSheet = {
    name: names.sheet,
    rows: [row(...headings), ...all.map(toRow)],
  }
  const totals = options.totals === undefined ? totalsOf(all) : options.totals
  return [
    ...(totals
      ? [
          {
            name: names.totals,
            rows: [
              row(names.totals),
              row(names.net, "", String(totals.net)),
              row("", names.revenue, String(totals.revenue)),
              row("", names.fees, String(totals.fees)),
              row("", names.adjustment, String(totals.adjustment)),
            ],
          },
        ]
      : []),
    details,
    { name: names.notes, rows: [row(names.fees, "…"), row("SFP", "…")] },
  ]
}

/** The heading of a kind of fees in the sample's columns. */
export function headingOfFee(kind: FeeKind, language: "vi" | "en"): string {
  const column = TIKTOK_SHOP_STATEMENT.fee_columns.find(
    (one) => one.kind === kind
  )
  return column?.aliases[language === "en" ? 0 : 1] ?? kind
}

function wordOf(kind: LineKind, language: "vi" | "en"): string {
  const known = TIKTOK_SHOP_STATEMENT.kinds.find((one) => one.kind === kind)
  return known?.aliases[language === "en" ? 0 : 1] ?? kind
}

function totalsOf(lines: SampleLine[]) {
  const totals = { revenue: 0, fees: 0, adjustment: 0, net: 0 }
  for (const sums of lines.map(sumsOf)) {
    totals.revenue += sums.revenue
    totals.fees += sums.fees
    totals.adjustment += sums.adjustment
    totals.net += sums.net
  }
  return totals
}

function rowWriter(headings: string[], language: "vi" | "en", zone: number) {
  return (line: SampleLine): SampleRow => {
    const sums = sumsOf(line)
    const is_of_order = line.kind === "sale" || line.kind === "refund"
    const word = is_of_order ? "sale" : line.kind
    const cells: SampleCell[] = [
      is_of_order ? line.order_id : (line.line_id ?? null),
      line.word ?? wordOf(word, language),
      dayOf(line.ordered_at, zone),
      dayOf(line.settled_at, zone),
      "VND",
      String(sums.net),
      String(sums.revenue),
      String(sums.revenue),
      "0",
      String(sums.fees),
      ...FEE_KINDS.map((kind) => String(line.fees?.[kind] ?? 0)),
      String(sums.adjustment),
      is_of_order ? "/" : (line.order_id ?? "/"),
      "0",
    ]
    return {
      cells: cells.map((cell, index) => {
        const heading = headings[index]
        const planted = line.cells?.[heading] ?? line.cells?.[heading.trim()]
        return planted === undefined ? cell : planted
      }),
      is_hidden: line.is_hidden,
    }
  }
}
