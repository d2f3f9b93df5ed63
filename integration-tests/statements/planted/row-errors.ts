import { SampleCell } from "../../../src/workflows/statements/__fixtures__/sample-sheet"
import { LineState } from "../../../src/domain/statements/line-state"
import { RefusalCode } from "../../../src/domain/statements/statement-line"
import { daysAfter, saleOf } from "./agreed-fees"
import { Books } from "./books"
import { ErrorKind } from "./order-errors"
import { Market, SoldOrder } from "./sold-order"

/** Headings of the cells that are damaged. */
const AT: Record<
  Market,
  Record<"id" | "revenue" | "fees" | "net" | "adjustment" | "settled", string>
> = {
  "tiktok-shop": {
    id: "ID đơn hàng/điều chỉnh",
    revenue: "Tổng doanh thu",
    fees: "Tổng phí",
    net: "Tổng số tiền quyết toán",
    adjustment: "Số tiền điều chỉnh",
    settled: "Thời gian quyết toán đơn hàng",
  },
  tiki: {
    id: "Mã đơn hàng",
    revenue: "Doanh thu",
    fees: "Tổng phí",
    net: "Lợi nhuận",
    adjustment: "Số tiền điều chỉnh",
    settled: "Ngày hoàn thành",
  },
}

/** Rows that cannot be trusted, rows that were there before, and words that nobody knows. */
export const ROW_ERRORS: ErrorKind[] = [
  refused(
    "an id that went through a number",
    "damaged_id",
    (order) => ({ [AT[order.market].id]: Number(order.external_id) }),
    "tiktok-shop"
  ),
  refused("an id that went through an exponent", "damaged_id", (order) => ({
    [AT[order.market].id]: Number(order.external_id)
      .toExponential(2)
      .toUpperCase(),
  })),
  refused("an id with parts of a unit", "damaged_id", (order) => ({
    [AT[order.market].id]: `${order.external_id.slice(0, 9)},5`,
  })),
  refused("no id", "missing_id", (order) => ({ [AT[order.market].id]: null })),
  refused("a part of a đồng", "fraction_of_unit", (order) => ({
    [AT[order.market].revenue]: `${order.revenue}.5`,
  })),
  refused("a sum that differs", "sum_differs", (order) => ({
    [AT[order.market].net]: String(order.revenue * 3),
  })),
  refused("words where an amount belongs", "not_an_amount", (order) => ({
    [AT[order.market].fees]: "đang tính",
  })),
  refused("an error of a formula", "error_value", (order) => ({
    [AT[order.market].revenue]: { error: "#N/A" },
  })),
  refused("a formula without a value", "formula_without_value", (order) => ({
    [AT[order.market].net]: { formula: "A2+B2" },
  })),
  refused("words where a day belongs", "not_a_date", (order) => ({
    [AT[order.market].settled]: "tuần trước",
  })),
  refused("no amounts", "amounts_missing", ({ market }) => ({
    [AT[market].revenue]: null,
    [AT[market].net]: null,
    [AT[market].adjustment]: null,
    "Tổng phụ trước giảm giá": null,
    "Giảm giá của người bán": null,
  })),
  refused(
    "words where a quantity belongs",
    "not_a_quantity",
    () => ({ "Số lượng": "một đôi" }),
    "tiki"
  ),
  refused(
    "a row in another currency",
    "other_currency",
    () => ({ "Đơn vị tiền tệ": "USD" }),
    "tiktok-shop"
  ),
  {
    kind: "the same row twice in a file",
    plant: (books, order, kind) => {
      const line = saleOf(order)
      const again = { ...line }
      books.add(line)
      books.add(again)
      books.expectLine(kind, again, "duplicate")
    },
  },
  {
    kind: "a row of an overlapping file",
    plant: (books, order, kind) => {
      const line = saleOf(order)
      const again = { ...line }
      books.add(line)
      books.add(again, "second")
      books.expectLine(kind, again, "duplicate", { file: "second" })
    },
  },
  {
    kind: "a kind of row that nobody knows",
    only: "tiktok-shop",
    plant: (books, order, kind) => {
      const line = {
        kind: "unknown" as const,
        word: "Khoản mục mới của sàn",
        order_id: order.external_id,
        line_id: `76${order.external_id.slice(2)}`,
        settled_at: daysAfter(order.delivered_at, 9),
        adjustment: -2_000,
      }
      books.add(saleOf(order))
      books.add(line)
      books.expectLine(kind, line, "conflict")
    },
  },
]

function refused(
  kind: string,
  refusal: RefusalCode,
  cells: (order: SoldOrder) => { [heading: string]: SampleCell },
  only?: Market
): ErrorKind {
  return {
    kind,
    only,
    plant: (books: Books, order: SoldOrder) => {
      const line = saleOf(order, { cells: cells(order) })
      const state: LineState = "refused"
      // Beside it stands a row of the order that is right: its settlement is not at fault.
      books.add(saleOf(order))
      books.add(line)
      books.expectLine(kind, line, state, { refusal })
    },
  }
}
