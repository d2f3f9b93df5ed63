import { toMajorUnit } from "../../domain/shared/amount"
import { LocalizedText } from "../../domain/shared/localized-text"
import { ClaimEvidence } from "../../domain/statements/claim"
import { claimText } from "../../domain/statements/claims/claim-text"
import {
  CLAIM_STATE_NAMES,
  REASON_NAMES,
} from "../../domain/statements/claims/claim-words"
import { evidenceText } from "../../domain/statements/claims/evidence-text"
import { ClaimLocale } from "../../domain/statements/claims/text-format"
import {
  ClaimFilters,
  ClaimRow,
} from "../../modules/marketplace-channel/read-claims"
import { marketplacesOf } from "../marketplaces"
import { SheetColumn, WrittenSheet } from "../statements/workbook/write-sheet"
import { claimFacts, marketplaceName } from "./claim-facts"

type Marketplaces = ReturnType<typeof marketplacesOf>

/** Claims read at once. */
const BATCH = 200

type Column = Omit<SheetColumn<ClaimRow>, "heading"> & {
  heading: LocalizedText
}

/** Claims as a sheet, ready to be sent: what is asked for, why, and what proves it. */
export function claimSheet(
  marketplaces: Marketplaces,
  filters: ClaimFilters,
  order: string | undefined,
  locale: ClaimLocale
): WrittenSheet<ClaimRow> {
  return {
    name: locale === "vi" ? "Khiếu nại" : "Claims",
    columns: columns(marketplaces, locale).map((column) => ({
      ...column,
      heading: column.heading[locale],
    })),
    rows: allClaims(marketplaces, filters, order),
  }
}

async function* allClaims(
  { claims }: Marketplaces,
  filters: ClaimFilters,
  order: string | undefined
): AsyncIterable<ClaimRow> {
  for (let offset = 0; ; offset += BATCH) {
    const rows = await claims.list(filters, { limit: BATCH, offset, order })
    yield* rows
    if (rows.length < BATCH) {
      return
    }
  }
}

function columns(marketplaces: Marketplaces, locale: ClaimLocale): Column[] {
  const money = (
    heading: LocalizedText,
    amountOf: (claim: ClaimRow) => number | undefined
  ): Column => ({
    heading,
    kind: "money",
    value: (claim) => {
      const amount = amountOf(claim)
      return amount === undefined
        ? null
        : toMajorUnit(amount, claim.currency_code)
    },
  })
  const text = (
    heading: LocalizedText,
    width: number,
    value: (claim: ClaimRow) => string | null
  ): Column => ({ heading, kind: "text", width, value })
  const proofs = (
    heading: LocalizedText,
    ...kinds: ClaimEvidence["kind"][]
  ): Column => ({
    ...text(heading, 44, ({ evidence, currency_code }) =>
      evidence
        .filter(({ kind }) => kinds.includes(kind))
        .map((one) => evidenceText(one, currency_code, locale))
        .join("\n")
    ),
    wrap: true,
  })
  return [
    {
      heading: { vi: "Số", en: "Number" },
      kind: "number",
      width: 8,
      value: ({ number }) => number,
    },
    text(
      { vi: "Sàn", en: "Marketplace" },
      14,
      ({ provider_id }) => marketplaceName(marketplaces, provider_id)[locale]
    ),
    text({ vi: "Gian hàng", en: "Channel" }, 22, (claim) => claim.channel_name),
    text(
      { vi: "Mã đơn hàng", en: "Order ID" },
      24,
      (claim) => claim.external_order_id
    ),
    text(
      { vi: "Lý do", en: "Reason" },
      28,
      ({ reason }) => REASON_NAMES[reason][locale]
    ),
    money({ vi: "Số tiền yêu cầu", en: "Amount asked for" }, (c) => c.amount),
    text({ vi: "Tiền tệ", en: "Currency" }, 10, (claim) =>
      claim.currency_code.toUpperCase()
    ),
    money(
      { vi: "Đã quyết toán", en: "Settled" },
      ({ basis }) => basis.settled.net
    ),
    money(
      { vi: "Phải quyết toán", en: "Expected" },
      ({ basis }) => basis.expected?.net
    ),
    text(
      { vi: "Trạng thái", en: "State" },
      16,
      ({ state }) => CLAIM_STATE_NAMES[state][locale]
    ),
    {
      heading: { vi: "Hạn khiếu nại", en: "Deadline" },
      kind: "date",
      value: ({ deadline_at }) => deadline_at,
    },
    proofs({ vi: "Bảng đối soát", en: "Statement lines" }, "statement_line"),
    proofs({ vi: "Mã vận đơn", en: "Tracking numbers" }, "waybill"),
    proofs(
      { vi: "Bàn giao, nhận lại", en: "Handover and return" },
      "handover",
      "receipt"
    ),
    proofs(
      { vi: "Căn cứ khác", en: "Other evidence" },
      "scan",
      "parcel_mark",
      "buyer_request",
      "status_history"
    ),
    text(
      { vi: "Mã hồ sơ của sàn", en: "Case number" },
      18,
      (claim) => claim.external_reference
    ),
    text({ vi: "Ghi chú", en: "Note" }, 30, (claim) => claim.note),
    {
      heading: { vi: "Ngày lập", en: "Created" },
      kind: "date_time",
      value: ({ created_at }) => created_at,
    },
    text(
      { vi: "Nội dung gửi sàn", en: "Text to send" },
      60,
      (claim) => claimText(claimFacts(marketplaces, claim), locale).text
    ),
  ]
}
