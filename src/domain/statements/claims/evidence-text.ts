import { ClaimEvidence } from "../claim"
import { ClaimLocale, momentText, moneyText } from "./text-format"

type Write = (
  evidence: ClaimEvidence,
  money: (name: string) => string,
  number: (name: string) => number
) => string

/** A piece of evidence in one line, without the moment and the photos. */
const LINES: Record<ClaimLocale, Record<ClaimEvidence["kind"], Write>> = {
  vi: {
    statement_line: ({ label }, money) =>
      `Bảng đối soát ${label}: doanh thu ${money("revenue")}, phí ${money("fees")}, điều chỉnh ${money("adjustment")}, thực nhận ${money("net")}`,
    waybill: ({ label, params }) =>
      `Mã vận đơn ${label}${inBrackets(params.carrier)}`,
    handover: ({ label, params }) =>
      params.direction === "inbound"
        ? `Biên bản nhận hàng hoàn ${label}${inBrackets(params.carrier)}`
        : `Biên bản bàn giao cho đơn vị vận chuyển ${label}${inBrackets(params.carrier)}`,
    receipt: (_, __, number) =>
      `Đã nhận hàng hoàn: còn tốt ${number("good")}, hư hỏng ${number("damaged")}, thiếu ${number("lost")}`,
    scan: ({ label }, _, number) =>
      `Quét mã khi đóng gói kiện ${label}: ${number("count")} lần`,
    parcel_mark: ({ label, params }) =>
      `${MARKS.vi[String(params.mark)] ?? params.mark}${label ? ` (kiện ${label})` : ""}`,
    buyer_request: ({ label, params }, money) =>
      `Yêu cầu của người mua ${label}${params.reason ? `: ${params.reason}` : ""}${params.refund_amount === null ? "" : `, số tiền ${money("refund_amount")}`}`,
    status_history: ({ label, params }) =>
      `Trạng thái đơn trên sàn: ${STATUSES.vi[String(params.status)] ?? label}${inBrackets(label)}`,
  },
  en: {
    statement_line: ({ label }, money) =>
      `Statement ${label}: revenue ${money("revenue")}, fees ${money("fees")}, adjustment ${money("adjustment")}, paid ${money("net")}`,
    waybill: ({ label, params }) =>
      `Tracking number ${label}${inBrackets(params.carrier)}`,
    handover: ({ label, params }) =>
      params.direction === "inbound"
        ? `Record of returned parcels ${label}${inBrackets(params.carrier)}`
        : `Record of the handover to the carrier ${label}${inBrackets(params.carrier)}`,
    receipt: (_, __, number) =>
      `Returned goods received: ${number("good")} good, ${number("damaged")} damaged, ${number("lost")} missing`,
    scan: ({ label }, _, number) =>
      `Scanned while packing parcel ${label}: ${number("count")} times`,
    parcel_mark: ({ label, params }) =>
      `${MARKS.en[String(params.mark)] ?? params.mark}${label ? ` (parcel ${label})` : ""}`,
    buyer_request: ({ label, params }, money) =>
      `Buyer's request ${label}${params.reason ? `: ${params.reason}` : ""}${params.refund_amount === null ? "" : `, amount ${money("refund_amount")}`}`,
    status_history: ({ label, params }) =>
      `Order status at the marketplace: ${STATUSES.en[String(params.status)] ?? label}${inBrackets(label)}`,
  },
}

const MARKS: Record<ClaimLocale, Record<string, string>> = {
  vi: {
    waybill_printed: "Đã in phiếu gửi",
    packed: "Đã đóng gói",
    handed_over: "Đã bàn giao cho đơn vị vận chuyển",
    received_back: "Đã nhận lại kiện hàng",
  },
  en: {
    waybill_printed: "Waybill printed",
    packed: "Packed",
    handed_over: "Handed over to the carrier",
    received_back: "Parcel received back",
  },
}

const STATUSES: Record<ClaimLocale, Record<string, string>> = {
  vi: {
    in_transit: "đang chuyển",
    succeeded: "thành công",
    returning: "đang hoàn",
    returned: "đã hoàn",
    cancelled_by_seller: "huỷ",
    cancelled_by_buyer: "khách huỷ",
    cancelled_by_system: "hệ thống huỷ",
  },
  en: {
    in_transit: "in transit",
    succeeded: "succeeded",
    returning: "returning",
    returned: "returned",
    cancelled_by_seller: "cancelled",
    cancelled_by_buyer: "cancelled by buyer",
    cancelled_by_system: "cancelled by system",
  },
}

/** A piece of evidence in one line, with when it was and how many photos there are. */
export function evidenceText(
  evidence: ClaimEvidence,
  currency_code: string,
  locale: ClaimLocale
): string {
  const number = (name: string) => Number(evidence.params[name] ?? 0)
  const line = LINES[locale][evidence.kind](
    evidence,
    (name) => moneyText(number(name), currency_code, locale),
    number
  )
  const photos = evidence.file_ids.length
  return [
    line,
    ...(evidence.at ? [momentText(evidence.at)] : []),
    ...(photos
      ? [locale === "vi" ? `${photos} ảnh` : `${photos} photo(s)`]
      : []),
  ].join(" · ")
}

function inBrackets(value: string | number | null | undefined): string {
  return value ? ` (${value})` : ""
}
