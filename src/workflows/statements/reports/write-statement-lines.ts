import { Writable } from "node:stream"
import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { currencyExponent } from "../../../domain/shared/amount"
import { FEE_WORDS } from "../../../domain/statements/fee-words"
import {
  LineCursor,
  LineView,
} from "../../../modules/marketplace-channel/read-statements"
import { marketplacesOf } from "../../marketplaces"
import { SheetColumn, writeSheet } from "../workbook/write-sheet"
import { lineSentence } from "../words/line-sentence"
import { ExportLocale, KIND_WORDS, STATE_WORDS } from "../words/statement-words"

/** Lines that are held at once. */
const PAGE = 2_000

type Column = SheetColumn<LineView>

/**
 * Writes the lines of a statement that is whole, each with what became of it, what its order
 * should bring in all, and what is wrong in words.
 * @throws {MedusaError} NOT_ALLOWED while it is being read.
 */
export async function writeStatementLines(
  container: MedusaContainer,
  out: Writable,
  statement: { id: string; status: string; currency_code: string },
  locale: ExportLocale
): Promise<void> {
  if (statement.status !== "done") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This statement has no lines yet: it is still being read, or its columns have to be explained first."
    )
  }
  await writeSheet(out, {
    name: locale === "vi" ? "Đối soát" : "Reconciliation",
    columns: columns(statement.currency_code, locale),
    rows: linesOf(container, statement.id),
  })
}

async function* linesOf(
  container: MedusaContainer,
  statement_id: string
): AsyncIterable<LineView> {
  const { settlementReader } = marketplacesOf(container)
  let after: LineCursor | null = null
  do {
    const lines: LineView[] = await settlementReader.listLinesAfter(
      statement_id,
      after,
      PAGE
    )
    yield* lines
    after = lines.length < PAGE ? null : (lines.at(-1) ?? null)
  } while (after)
}

function columns(currency_code: string, locale: ExportLocale): Column[] {
  const digits = currencyExponent(currency_code)
  const word = (vi: string, en: string) => (locale === "vi" ? vi : en)
  const column =
    (kind: Column["kind"]) =>
    (heading: string, value: Column["value"], width?: number): Column => ({
      heading,
      kind,
      value,
      ...(width && { width }),
      ...(kind === "money" &&
        digits > 0 && { format: `#,##0.${"0".repeat(digits)}` }),
    })
  const text = column("text")
  const money = column("money")
  const date = column("date")
  return [
    text(word("Sheet", "Sheet"), ({ sheet }) => sheet),
    column("number")(word("Dòng", "Row"), ({ row }) => row),
    text(
      word("Mã đơn hàng", "Order"),
      ({ external_order_id }) => external_order_id,
      22
    ),
    text(
      word("Mã giao dịch", "Transaction"),
      ({ external_line_id }) => external_line_id
    ),
    text(word("Loại", "Kind"), ({ kind, raw_kind }) =>
      kind ? KIND_WORDS[kind][locale] : raw_kind
    ),
    text(word("SKU / sản phẩm", "SKU / product"), ({ item_ref }) => item_ref),
    column("number")(word("Số lượng", "Quantity"), ({ quantity }) => quantity),
    date(word("Ngày đặt", "Ordered"), ({ ordered_at }) => at(ordered_at)),
    date(word("Ngày quyết toán", "Settled"), ({ settled_at }) =>
      at(settled_at)
    ),
    money(word("Doanh thu", "Revenue"), ({ revenue }) => revenue),
    money(word("Phí", "Fees"), ({ fees }) => fees),
    text(
      word("Chi tiết phí", "Fees one by one"),
      ({ fee_parts }) =>
        fee_parts
          .map(
            ({ kind, name, amount }) =>
              `${name || FEE_WORDS[kind][locale]}: ${amount}`
          )
          .join("; "),
      30
    ),
    money(word("Điều chỉnh", "Adjustments"), ({ adjustment }) => adjustment),
    money(word("Thực nhận", "Net"), ({ net }) => net),
    text(
      word("Kết quả", "Result"),
      ({ state }) => STATE_WORDS[state ?? "comparing"][locale]
    ),
    money(
      word("Cả đơn: dự kiến nhận", "Whole order: expected net"),
      ({ expected }) => expected
    ),
    money(
      word("Cả đơn: chênh lệch", "Whole order: difference"),
      ({ difference }) => difference
    ),
    text(
      word("Diễn giải", "In words"),
      (line) => lineSentence(line, locale),
      60
    ),
  ]
}

function at(value: Date | null): Date | null {
  return value && new Date(value)
}
