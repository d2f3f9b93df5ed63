import {
  StatementField,
  StatementFormat,
} from "../../domain/provider/reads-statement-files"
import { LocalizedText } from "../../domain/shared/localized-text"

/** What people have to know about a column, in both languages. */
const FIELD_NOTES: { [field in StatementField]: LocalizedText } = {
  order_id: {
    en: "The marketplace's order code. Required, and always as text: a spreadsheet rounds long numbers.",
    vi: "Mã đơn hàng trên sàn. Bắt buộc, luôn để dạng chữ: bảng tính sẽ làm tròn số dài.",
  },
  related_order_id: {
    en: "For adjustments: the order they belong to. `/` when there is none.",
    vi: "Với dòng điều chỉnh: đơn hàng liên quan. Ghi `/` nếu không có.",
  },
  kind: {
    en: "The marketplace's word for the kind of transaction. May be left empty for orders.",
    vi: "Loại giao dịch theo cách gọi của sàn. Có thể để trống với đơn hàng.",
  },
  item_ref: {
    en: "SKU or product code, where the line is about one product.",
    vi: "SKU hoặc mã sản phẩm, nếu dòng chỉ nói về một sản phẩm.",
  },
  item_title: { en: "Name of the product.", vi: "Tên sản phẩm." },
  quantity: {
    en: "Number of pieces; negative when they come back.",
    vi: "Số lượng; số âm khi hàng hoàn về.",
  },
  ordered_at: {
    en: "Day of the order: dd/MM/yyyy or yyyy/MM/dd, with or without a time.",
    vi: "Ngày đặt hàng: dd/MM/yyyy hoặc yyyy/MM/dd, có hoặc không có giờ.",
  },
  settled_at: {
    en: "Day on which the order was completed or settled.",
    vi: "Ngày hoàn thành hoặc quyết toán.",
  },
  currency: {
    en: "VND. May be left empty.",
    vi: "VND. Có thể để trống.",
  },
  revenue: {
    en: "Price less the seller's discounts, in đồng. Negative when money goes back to the buyer.",
    vi: "Tiền hàng sau giảm giá của nhà bán, tính bằng đồng. Số âm khi hoàn tiền cho khách.",
  },
  revenue_part: {
    en: "A part of the revenue.",
    vi: "Một phần của doanh thu.",
  },
  fees: {
    en: "All fees together, with a minus. Empty when the fees stand in columns of their own.",
    vi: "Tổng các loại phí, ghi số âm. Để trống nếu từng loại phí có cột riêng.",
  },
  adjustment: {
    en: "Corrections and compensations, either sign.",
    vi: "Điều chỉnh, bồi thường; âm hoặc dương.",
  },
  net: {
    en: "What the shop receives: revenue + fees + adjustment.",
    vi: "Số tiền nhà bán nhận: doanh thu + phí + điều chỉnh.",
  },
}

const FEE_NOTE: LocalizedText = {
  en: "One fee, with a minus.",
  vi: "Một loại phí, ghi số âm.",
}

const HINTS: LocalizedText[] = [
  {
    vi: "Sao chép dữ liệu từ file đối soát của sàn rồi dán vào sheet đầu tiên, dưới dòng tiêu đề.",
    en: "Copy the data of the marketplace's statement and paste it below the headings of the first sheet.",
  },
  {
    vi: "Nên dán bằng Dán đặc biệt > Giá trị. Không đổi tên cột; cột không dùng thì để trống.",
    en: "Best pasted by Paste special > Values. Keep the headings; leave columns that you do not use empty.",
  },
  {
    vi: "Số tiền là số nguyên (đồng): 1.234 và 1,234 đều là một nghìn hai trăm ba mươi bốn.",
    en: "Amounts are whole numbers of đồng: 1.234 and 1,234 are both one thousand two hundred and thirty-four.",
  },
]

const GUIDE_SHEET = "Hướng dẫn - Guide"

/** Rows whose ids stay text when people type or paste them. */
const PREPARED_ROWS = 2_000

const IDS: readonly string[] = ["order_id", "related_order_id", "item_ref"]

/**
 * The workbook that people fill in by copy and paste: a sheet with headings that the reading
 * knows, and one that explains them in Vietnamese and English.
 */
export async function writeTemplate(format: StatementFormat): Promise<Buffer> {
  const { default: ExcelJS } = await import("exceljs")
  const book = new ExcelJS.Workbook()
  const columns = templateColumns(format)
  const sheet = book.addWorksheet(format.template.sheet, {
    views: [{ state: "frozen", ySplit: 1 }],
  })
  sheet.columns = columns.map(({ heading }) => ({
    header: heading,
    width: Math.max(14, heading.length + 2),
  }))
  columns.forEach(({ field }, index) => {
    if (IDS.includes(field ?? "")) {
      sheet.getColumn(index + 1).numFmt = "@"
      for (let row = 2; row <= PREPARED_ROWS; row++) {
        sheet.getCell(row, index + 1).numFmt = "@"
      }
    }
  })
  sheet.getRow(1).font = { bold: true }
  const guide = book.addWorksheet(GUIDE_SHEET)
  guide.columns = [{ width: 34 }, { width: 70 }, { width: 70 }]
  guide.addRow(["Cột / Column", "Tiếng Việt", "English"]).font = { bold: true }
  for (const { heading, note } of columns) {
    guide.addRow([heading, note.vi, note.en])
  }
  for (const { vi, en } of HINTS) {
    guide.addRow(["", vi, en])
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

type TemplateColumn = {
  heading: string
  field: string | null
  note: LocalizedText
}

/** Fees stand before their total, as the marketplaces' own files have them. */
function templateColumns({ template }: StatementFormat): TemplateColumn[] {
  const columns = Object.entries(template.headings).map(([field, heading]) => ({
    heading,
    field,
    note: FIELD_NOTES[field as StatementField],
  }))
  const fees = template.fee_headings.map((heading) => ({
    heading,
    field: null,
    note: FEE_NOTE,
  }))
  const at = columns.findIndex(({ field }) => field === "fees")
  return at < 0
    ? [...columns, ...fees]
    : [...columns.slice(0, at), ...fees, ...columns.slice(at)]
}
