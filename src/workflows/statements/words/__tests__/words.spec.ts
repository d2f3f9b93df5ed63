import en from "../../../../admin/i18n/en.json"
import vi from "../../../../admin/i18n/vi.json"
import { LineView } from "../../../../modules/marketplace-channel/read-statements"
import { REPORT_TITLES, REPORT_WORDS } from "../../reports/report-words"
import { FINDING_WORDS, LINE_WORDS, REFUSAL_WORDS } from "../finding-words"
import { lineSentence } from "../line-sentence"
import { FEE_WORDS } from "../../../../domain/statements/fee-words"
import { KIND_WORDS, STATE_WORDS } from "../statement-words"

const SCREENS = {
  en: en.marketplaces.statements,
  vi: vi.marketplaces.statements,
}

describe("the words of files", () => {
  it.each(["en", "vi"] as const)("are those of the screens, %s", (locale) => {
    const words = (table: Record<string, { en: string; vi: string }>) =>
      Object.fromEntries(
        Object.entries(table).map(([key, text]) => [key, text[locale]])
      )
    const { state, kind, fee, finding, refusal, line, report } = SCREENS[locale]
    expect(words(STATE_WORDS)).toEqual(state)
    expect(words(KIND_WORDS)).toEqual(kind)
    expect(words(FEE_WORDS)).toEqual(fee)
    expect(words(FINDING_WORDS)).toEqual(finding)
    expect(words(REFUSAL_WORDS)).toEqual(refusal)
    expect(words(LINE_WORDS)).toEqual(line)
    expect(words(REPORT_WORDS)).toEqual(report.column)
    expect(words(REPORT_TITLES)).toEqual(report.by)
  })
})

const LINE = {
  statement_id: "mpstm_1",
  kind: "sale",
  raw_kind: null,
  state: "short",
  findings: [],
  refusals: null,
  duplicate_of: null,
} as unknown as LineView

describe("the sentence of a line", () => {
  it("names its findings with their figures", () => {
    const findings: LineView["findings"] = [
      {
        code: "fee_higher",
        amount: -12_000,
        fee: { kind: "commission", name: "" },
      },
      { code: "quantity_differs", amount: 0, params: { settled: 1, sold: 2 } },
    ]
    expect(lineSentence({ ...LINE, findings }, "vi")).toBe(
      "Phí hoa hồng cao hơn mức đã thoả thuận. (-12.000) Sàn quyết toán 1 sản phẩm, đã bán 2."
    )
    expect(lineSentence({ ...LINE, findings }, "en")).toBe(
      "The fee Commission is higher than agreed. (-12,000) 1 units were settled, 2 were sold."
    )
  })

  it("says why a row is in no sum", () => {
    const refusals: LineView["refusals"] = [
      { code: "damaged_id", column: "Mã đơn", value: "5.79E+17" },
    ]
    expect(lineSentence({ ...LINE, state: "refused", refusals }, "en")).toBe(
      "Mã đơn: the number 5.79E+17 went through a number cell and has lost its last digits. Export again, and paste it as text."
    )
  })

  it("says which line a duplicate stands for", () => {
    const duplicate_of = { statement_id: "mpstm_2", sheet: "RMA", row: 7 }
    expect(
      lineSentence({ ...LINE, state: "duplicate", duplicate_of }, "en")
    ).toBe(
      "The same as row 7 of sheet “RMA” in another statement; it is not counted again."
    )
  })

  it.each([
    ["matched", "Đúng như dự kiến."],
    ["adjustment", "Ghi nhận nguyên trạng, không có số dự kiến."],
    [null, "Đang đối chiếu."],
  ] as const)("of one that is %s is short", (state, sentence) => {
    expect(lineSentence({ ...LINE, state }, "vi")).toBe(sentence)
  })
})
