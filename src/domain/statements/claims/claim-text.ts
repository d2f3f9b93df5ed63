import { Amount } from "../../shared/amount"
import { LocalizedText } from "../../shared/localized-text"
import { SettledAmounts } from "../amounts"
import { ClaimBasis, ClaimEvidence } from "../claim"
import { Finding } from "../finding"
import { FEE_WORDS } from "../fee-words"
import { REASON_SENTENCES } from "./claim-words"
import { ClaimReason } from "./claimable"
import { evidenceText } from "./evidence-text"
import { ClaimLocale, momentText, moneyText } from "./text-format"

/** What a claim is written from. Money in the smallest unit, times UTC. */
export type ClaimFacts = {
  number: number
  marketplace: LocalizedText
  shop_name: string
  /** The shop's id at the marketplace. */
  shop_id: string
  external_order_id: string
  reason: ClaimReason
  amount: Amount
  currency_code: string
  external_reference: string | null
  basis: ClaimBasis
  evidence: ClaimEvidence[]
}

type Words = {
  subject: (order: string, amount: string) => string
  greeting: (marketplace: string) => string
  request: (facts: ClaimFacts, amount: string) => string
  reason: string
  fee: (name: string, charged: string, expected: string, gap: string) => string
  fee_alone: (name: string, gap: string) => string
  placed: string
  delivered: string
  settled: string
  expected: string
  amounts: (money: (part: keyof SettledAmounts) => string) => string
  evidence: string
  our_number: string
  case_number: string
  closing: string
}

const WORDS: Record<ClaimLocale, Words> = {
  vi: {
    subject: (order, amount) =>
      `Khiếu nại đối soát đơn hàng ${order}: ${amount}`,
    greeting: (marketplace) => `Kính gửi bộ phận hỗ trợ ${marketplace},`,
    request: ({ shop_name, shop_id, external_order_id }, amount) =>
      `Gian hàng ${shop_name} (mã ${shop_id}) đề nghị kiểm tra và thanh toán bổ sung ${amount} cho đơn hàng ${external_order_id}.`,
    reason: "Lý do",
    fee: (name, charged, expected, gap) =>
      `${name}: đã thu ${charged}, theo biểu phí ${expected}, chênh lệch ${gap}`,
    fee_alone: (name, gap) => `${name}: ${gap}`,
    placed: "Ngày đặt hàng",
    delivered: "Ngày giao thành công",
    settled: "Đã quyết toán",
    expected: "Theo đơn hàng và biểu phí",
    amounts: (money) =>
      `doanh thu ${money("revenue")}, phí ${money("fees")}, điều chỉnh ${money("adjustment")}, thực nhận ${money("net")}`,
    evidence: "Căn cứ",
    our_number: "Số khiếu nại của gian hàng",
    case_number: "Mã hồ sơ của sàn",
    closing: "Trân trọng,",
  },
  en: {
    subject: (order, amount) => `Settlement claim, order ${order}: ${amount}`,
    greeting: (marketplace) => `To ${marketplace} seller support,`,
    request: ({ shop_name, shop_id, external_order_id }, amount) =>
      `Our shop ${shop_name} (id ${shop_id}) asks you to check order ${external_order_id} and to pay the missing ${amount}.`,
    reason: "Reason",
    fee: (name, charged, expected, gap) =>
      `${name}: charged ${charged}, by the rates ${expected}, difference ${gap}`,
    fee_alone: (name, gap) => `${name}: ${gap}`,
    placed: "Ordered",
    delivered: "Delivered",
    settled: "Settled",
    expected: "By the order and the rates",
    amounts: (money) =>
      `revenue ${money("revenue")}, fees ${money("fees")}, adjustment ${money("adjustment")}, paid ${money("net")}`,
    evidence: "Evidence",
    our_number: "Our claim number",
    case_number: "Your case number",
    closing: "Kind regards,",
  },
}

/** A claim as it can be sent to the marketplace's support: plain text, ready to paste. */
export function claimText(
  facts: ClaimFacts,
  locale: ClaimLocale
): { subject: string; text: string } {
  const words = WORDS[locale]
  const { basis, currency_code, evidence } = facts
  const money = (amount: Amount) => moneyText(amount, currency_code, locale)
  const sums = (amounts: SettledAmounts) =>
    words.amounts((part) => money(amounts[part]))
  const fields: [string, string | null][] = [
    [words.placed, basis.placed_at && momentText(basis.placed_at)],
    [words.delivered, basis.owed_since && momentText(basis.owed_since)],
    [words.settled, sums(basis.settled)],
    [words.expected, basis.expected && sums(basis.expected)],
  ]
  const proofs = evidence.map(
    (one, index) => `${index + 1}. ${evidenceText(one, currency_code, locale)}`
  )
  const paragraphs: string[][] = [
    [words.greeting(facts.marketplace[locale])],
    [words.request(facts, money(facts.amount))],
    [
      `${words.reason}: ${REASON_SENTENCES[facts.reason][locale]}`,
      ...basis.findings.flatMap((finding) => feeLine(finding, facts, locale)),
    ],
    fields.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    proofs.length ? [`${words.evidence}:`, ...proofs] : [],
    [
      `${words.our_number}: #${facts.number}`,
      ...(facts.external_reference
        ? [`${words.case_number}: ${facts.external_reference}`]
        : []),
    ],
    [words.closing, facts.shop_name],
  ]
  return {
    subject: words.subject(facts.external_order_id, money(facts.amount)),
    text: paragraphs
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join("\n"))
      .join("\n\n"),
  }
}

function feeLine(
  { fee, amount, params }: Finding,
  { currency_code }: ClaimFacts,
  locale: ClaimLocale
): string[] {
  if (!fee) {
    return []
  }
  const words = WORDS[locale]
  const name = fee.name || FEE_WORDS[fee.kind][locale]
  const money = (value: Amount) => moneyText(value, currency_code, locale)
  const { charged, expected } = params ?? {}
  return [
    `- ${
      typeof charged === "number" && typeof expected === "number"
        ? words.fee(name, money(charged), money(expected), money(-amount))
        : words.fee_alone(name, money(-amount))
    }`,
  ]
}
