import {
  SampleLine,
  SampleSums,
  sumsOf,
} from "../../../src/workflows/statements/__fixtures__/sample-line"
import { SampleSheet } from "../../../src/workflows/statements/__fixtures__/sample-sheet"
import { tikiSheets } from "../../../src/workflows/statements/__fixtures__/tiki-sample"
import { tiktokShopSheets } from "../../../src/workflows/statements/__fixtures__/tiktok-shop-sample"
import { LineKind } from "../../../src/domain/statements/statement-line"
import { Books, FileName } from "./books"
import { totalsOnlySheets } from "./totals-only-sheet"

/** Total that the second file of TikTok Shop states too high. */
export const STATED_TOO_HIGH = 12_345

const TIKI_SHEETS: Partial<Record<LineKind, string>> = {
  sale: "GD bán hàng",
  refund: "RMA",
  compensation: "Bồi thường",
}

/** The sheets of one file, as the marketplace writes them. */
export function sheetsOf(books: Books, file: FileName): SampleSheet[] {
  const lines = books.files[file]
  if (file === "totals_only") {
    return totalsOnlySheets(lines)
  }
  if (books.market === "tiki") {
    return tikiSheets(lines)
  }
  const totals = readableSums(books, file)
  return tiktokShopSheets(lines, {
    totals:
      file === "second"
        ? { ...totals, net: totals.net + STATED_TOO_HIGH }
        : totals,
  })
}

/** Of the rows that nothing is wrong with as rows. */
export function readableSums(books: Books, file: FileName): SampleSums {
  const refused = new Set(
    books.planted.flatMap((one) =>
      "line" in one && one.refusal ? [one.line] : []
    )
  )
  const sums = { revenue: 0, fees: 0, adjustment: 0, net: 0 }
  for (const line of books.files[file].filter((one) => !refused.has(one))) {
    const { revenue, fees, adjustment, net } = sumsOf(line)
    sums.revenue += revenue
    sums.fees += fees
    sums.adjustment += adjustment
    sums.net += net
  }
  return sums
}

/** Where each line of a file stands: sheet and row, as the plugin tells them. */
export function placesOf(
  books: Books,
  file: FileName
): Map<SampleLine, string> {
  const next = new Map<string, number>()
  return new Map(
    books.files[file].map((line) => {
      const sheet =
        books.market === "tiki"
          ? (TIKI_SHEETS[line.kind] ?? "GD điều chỉnh")
          : "Chi tiết đơn hàng"
      const row = next.get(sheet) ?? 2
      next.set(sheet, row + 1)
      return [line, `${sheet} ${row}`]
    })
  )
}
