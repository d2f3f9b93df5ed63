import type { TFunction } from "i18next"
import { toMajorUnit } from "../../domain/shared/amount"
import type { FeeKind } from "../../domain/statements/fee-kind"
import type { StatementNotice } from "../../domain/statements/file-problem"
import type { Finding } from "../../domain/statements/finding"
import type { RowRefusal } from "../../domain/statements/statement-line"
import { formatMoney, formatNumber } from "./format"
import { localized } from "./localized"
import type { StatementLine } from "./types"

/** What a sentence is written with: the words, and how the language writes numbers. */
export type Wording = { t: TFunction; language: string }

/** `+12.000 ₫`, `-3.000 ₫`. @param amount major unit. */
export function signedMoney(
  amount: number,
  currency_code: string,
  language: string
): string {
  const text = formatMoney(amount, currency_code, language)
  return amount > 0 ? `+${text}` : text
}

/** A fee by its own name in the statement, else by its kind. */
export function feeName(
  t: TFunction,
  { kind, name }: { kind: FeeKind; name: string | null }
): string {
  return name || t(`marketplaces.statements.fee.${kind}`)
}

/** What is wrong with the settlement of an order, with its figures and how much it is about. */
export function findingText(
  { t, language }: Wording,
  { code, amount, fee, params }: Finding,
  currency_code: string
): string {
  const values = Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      typeof value === "number" ? formatNumber(value, language) : value,
    ])
  )
  const sentence = t(`marketplaces.statements.finding.${code}`, {
    ...values,
    fee: fee ? feeName(t, fee) : "",
    defaultValue: code,
  })
  return amount === 0
    ? sentence
    : `${sentence} (${signedMoney(amount, currency_code, language)})`
}

/** Why a row is not counted, and what to do. */
export function refusalText(
  t: TFunction,
  { code, column, value }: RowRefusal
): string {
  const sentence = t(`marketplaces.statements.refusal.${code}`, {
    value: value ?? "",
    defaultValue: code,
  })
  return column ? `${column}: ${sentence}` : sentence
}

/** What a line says in one sentence, in the language of the page. */
export function lineText(wording: Wording, line: StatementLine): string {
  const { t } = wording
  if (line.refusals?.length) {
    return line.refusals.map((one) => refusalText(t, one)).join(" ")
  }
  if (line.state === "duplicate" && line.duplicate_of) {
    const { statement_id, sheet, row } = line.duplicate_of
    return t(
      statement_id === line.statement_id
        ? "marketplaces.statements.line.duplicate_here"
        : "marketplaces.statements.line.duplicate_elsewhere",
      { sheet, row }
    )
  }
  const compared = line.state !== null && line.state !== "adjustment"
  if (compared && line.state !== "matched" && line.findings.length > 0) {
    return line.findings
      .map((one) => findingText(wording, one, line.currency_code))
      .join(" ")
  }
  if (line.kind === "unknown") {
    return t("marketplaces.statements.line.unknown_kind", {
      kind: line.raw_kind ?? "",
    })
  }
  return t(`marketplaces.statements.line.${line.state ?? "comparing"}`)
}

/** What about a file as a whole a person should know. */
export function noticeText(
  { t, language }: Wording,
  { code, params }: StatementNotice,
  currency_code: string
): string {
  const money = (value: unknown) =>
    typeof value === "number"
      ? formatMoney(toMajorUnit(value, currency_code), currency_code, language)
      : ""
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.join(", ")
        : typeof value === "number" && name !== "count"
          ? formatNumber(value, language)
          : value,
    ])
  )
  return t(`marketplaces.statements.notice.${code}`, {
    ...values,
    ...(AMOUNT_NOTICES.includes(code) && {
      part: t(`marketplaces.statements.part.${String(params.part ?? "net")}`),
      stated: money(params.stated),
      lines: money(params.lines),
      difference: money(params.difference),
    }),
    defaultValue: code,
  })
}

const AMOUNT_NOTICES: readonly StatementNotice["code"][] = [
  "totals_differ",
  "payout_differs",
]

/** Why a file is not taken: the sentence of its code, and where in the file that was seen. */
export function fileProblemText(
  { t, language }: Wording,
  code: string,
  params: Record<string, unknown>
): string {
  const textOf = (value: unknown): unknown =>
    typeof value === "object" && value !== null && "en" in value
      ? localized(value as { en: string; vi: string }, language)
      : typeof value === "number"
        ? formatNumber(value, language)
        : value
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, textOf(value) ?? ""])
  )
  const sentence = t(`marketplaces.results.statement_import.${code}`, values)
  const place = ["sheet", "row", "column"]
    .filter((name) => params[name] !== null && params[name] !== undefined)
    .map((name) =>
      t(`marketplaces.statements.place.${name}`, {
        value: String(params[name]),
      })
    )
  return place.length > 0 ? `${sentence} (${place.join(", ")})` : sentence
}
