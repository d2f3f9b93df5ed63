import {
  SampleLine,
  sumsOf,
} from "../../../src/workflows/statements/__fixtures__/sample-line"
import {
  row,
  SampleSheet,
} from "../../../src/workflows/statements/__fixtures__/sample-sheet"

/** Tiki's sheet of sales as people cut it down: no fee has a column of its own. */
export function totalsOnlySheets(lines: SampleLine[]): SampleSheet[] {
  const rows = lines.map((line) => {
    const { revenue, fees, net } = sumsOf(line)
    return row(line.order_id, line.quantity ?? null, revenue, fees, net)
  })
  return [
    {
      name: "GD bán hàng",
      rows: [
        row("Mã đơn hàng", "Số lượng", "Doanh thu", "Tổng phí", "Lợi nhuận"),
        ...rows,
      ],
    },
  ]
}
