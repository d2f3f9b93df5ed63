import { ClaimEvidence } from "../../claim"
import { claimText, ClaimFacts } from "../claim-text"
import { CLAIMABLE_FINDINGS } from "../claimable"
import { momentText, moneyText } from "../text-format"

const evidence = (
  changes: Pick<ClaimEvidence, "kind" | "label"> & Partial<ClaimEvidence>
): ClaimEvidence => ({
  id: "x",
  at: null,
  params: {},
  file_ids: [],
  ...changes,
})

const FACTS: ClaimFacts = {
  number: 12,
  marketplace: { vi: "TikTok Shop", en: "TikTok Shop" },
  shop_name: "Nhà Gốm VN",
  shop_id: "7490000000000000001",
  external_order_id: "579000000000000001",
  reason: "fee_higher",
  amount: 1_234_567,
  currency_code: "vnd",
  external_reference: "CASE-9",
  basis: {
    findings: [
      {
        code: "fee_higher",
        amount: -1_234_567,
        fee: { kind: "commission", name: "Phí hoa hồng của TikTok Shop" },
        params: { charged: -1_300_000, expected: -65_433 },
      },
    ],
    settled: {
      revenue: 2_000_000,
      fees: -1_300_000,
      adjustment: 0,
      net: 700_000,
    },
    expected: {
      revenue: 2_000_000,
      fees: -65_433,
      adjustment: 0,
      net: 1_934_567,
    },
    placed_at: new Date("2026-03-01T20:30:00Z"),
    owed_since: null,
  },
  evidence: [
    evidence({
      kind: "statement_line",
      label: "income.xlsx · Order details · 14",
      at: new Date("2026-03-12T00:00:00Z"),
      params: {
        revenue: 2_000_000,
        fees: -1_300_000,
        adjustment: 0,
        net: 700_000,
      },
    }),
    evidence({
      kind: "waybill",
      label: "SPXVN0123",
      params: { carrier: "SPX" },
    }),
    evidence({
      kind: "handover",
      label: "#7",
      params: { direction: "outbound", carrier: null },
      file_ids: ["mpfile_1", "mpfile_2"],
    }),
    evidence({
      kind: "receipt",
      label: "",
      params: { good: 1, damaged: 0, lost: 2 },
    }),
  ],
}

describe("the text of a claim", () => {
  it("says in Vietnamese what is asked for, why, and what proves it", () => {
    const { subject, text } = claimText(FACTS, "vi")

    expect(subject).toBe(
      "Khiếu nại đối soát đơn hàng 579000000000000001: 1.234.567 ₫"
    )
    for (const part of [
      "Kính gửi bộ phận hỗ trợ TikTok Shop,",
      "Gian hàng Nhà Gốm VN (mã 7490000000000000001)",
      "thanh toán bổ sung 1.234.567 ₫ cho đơn hàng 579000000000000001",
      "- Phí hoa hồng của TikTok Shop: đã thu -1.300.000 ₫, theo biểu phí -65.433 ₫, chênh lệch 1.234.567 ₫",
      "Ngày đặt hàng: 02/03/2026 03:30",
      "1. Bảng đối soát income.xlsx · Order details · 14: doanh thu 2.000.000 ₫",
      "2. Mã vận đơn SPXVN0123 (SPX)",
      "3. Biên bản bàn giao cho đơn vị vận chuyển #7 · 2 ảnh",
      "4. Đã nhận hàng hoàn: còn tốt 1, hư hỏng 0, thiếu 2",
      "Số khiếu nại của gian hàng: #12",
      "Mã hồ sơ của sàn: CASE-9",
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toMatch(/undefined|null|NaN/)
  })

  it("says the same in English", () => {
    const { subject, text } = claimText(FACTS, "en")

    expect(subject).toBe(
      "Settlement claim, order 579000000000000001: VND 1,234,567"
    )
    expect(text).toContain("2. Tracking number SPXVN0123 (SPX)")
    expect(text).toContain("4. Returned goods received: 1 good, 0 damaged")
    expect(text).not.toMatch(/undefined|null|NaN/)
  })

  it.each(CLAIMABLE_FINDINGS)("has a sentence for %s", (reason) => {
    const bare = {
      ...FACTS,
      reason,
      evidence: [],
      basis: { ...FACTS.basis, findings: [], expected: null },
    }

    for (const locale of ["vi", "en"] as const) {
      const { text } = claimText(bare, locale)
      expect(text).toMatch(locale === "vi" ? /Lý do: .+\./ : /Reason: .+\./)
      expect(text).not.toMatch(/undefined|null|NaN|\n\n\n/)
    }
  })
})

describe("figures of a claim", () => {
  it("have plain spaces and the decimals of their currency", () => {
    expect(moneyText(-1_234_567, "VND", "vi")).toBe("-1.234.567 ₫")
    expect(moneyText(123_456, "usd", "en")).toBe("USD 1,234.56")
    expect(momentText(new Date("2026-12-31T17:00:00Z"))).toBe(
      "01/01/2027 00:00"
    )
  })
})
