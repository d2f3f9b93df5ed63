import { FeeKind } from "../../../domain/statements/fee-kind"
import { LineKind } from "../../../domain/statements/statement-line"
import { SampleLine, sumsOf } from "./sample-line"
import { row, SampleCell, SampleRow, SampleSheet } from "./sample-sheet"

const FEES: [FeeKind, string][] = [
  ["commission", "Phí chiết khấu"],
  ["payment", "Phí thanh toán"],
  ["fixed", "Phí cố định"],
  ["pickup", "Phí lấy hàng"],
  ["shipping", "Phí vận chuyển"],
  ["return_shipping", "Phí chuyển hoàn"],
  ["cancellation", "Phí hủy đơn"],
]

export const TIKI_HEADINGS = [
  "STT",
  "Mã đơn hàng",
  "SKU",
  "Tên sản phẩm",
  "Số lượng",
  "Ngày đặt hàng",
  "Ngày hoàn thành",
  "Doanh thu",
  ...FEES.map(([, heading]) => heading),
  "Tổng phí",
  "Số tiền điều chỉnh",
  "Lợi nhuận",
]

const SHEETS: [string, LineKind[]][] = [
  ["GD bán hàng", ["sale"]],
  ["RMA", ["refund"]],
  ["GD điều chỉnh", ["adjustment", "deduction", "marketing", "unknown"]],
  ["Bồi thường", ["compensation"]],
]

/**
 * A statement as Tiki's Seller Center may export it, one sheet for each group. Its headings are
 * the candidates of the format, not those of a real file.
 */
export function tikiSheets(lines: Iterable<SampleLine>): SampleSheet[] {
  const all = [...lines]
  return SHEETS.flatMap(([name, kinds], index) => {
    const own = all.filter(({ kind }) => kinds.includes(kind))
    const rows = own.map((line, at) => toRow(line, at + 1))
    return own.length > 0 || index === 0
      ? [{ name, rows: [row(...TIKI_HEADINGS), ...rows] }]
      : []
  })
}

function toRow(line: SampleLine, position: number): SampleRow {
  const sums = sumsOf(line)
  const cells: SampleCell[] = [
    position,
    line.order_id,
    line.item_ref ?? null,
    line.item_ref ? `Sản phẩm ${line.item_ref}` : null,
    line.quantity ?? null,
    timeOf(line.ordered_at),
    timeOf(line.settled_at),
    sums.revenue,
    ...FEES.map(([kind]) => line.fees?.[kind] ?? 0),
    sums.fees,
    sums.adjustment,
    sums.net,
  ]
  return {
    cells: cells.map((cell, index) => {
      const planted = line.cells?.[TIKI_HEADINGS[index]]
      return planted === undefined ? cell : planted
    }),
    is_hidden: line.is_hidden,
  }
}

/** `dd/MM/yyyy HH:mm:ss` in UTC+7. */
function timeOf(at: Date | undefined): string | null {
  if (!at) {
    return null
  }
  const local = new Date(at.getTime() + 7 * 3600_000).toISOString()
  const [year, month, day] = local.slice(0, 10).split("-")
  return `${day}/${month}/${year} ${local.slice(11, 19)}`
}
