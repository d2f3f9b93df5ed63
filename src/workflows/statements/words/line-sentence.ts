import { FEE_WORDS } from "../../../domain/statements/fee-words"
import { Finding } from "../../../domain/statements/finding"
import { RowRefusal } from "../../../domain/statements/statement-line"
import { LineView } from "../../../modules/marketplace-channel/read-statements"
import { FINDING_WORDS, LINE_WORDS, REFUSAL_WORDS } from "./finding-words"
import { ExportLocale } from "./statement-words"

const NUMBERS: Record<ExportLocale, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat("vi-VN"),
  en: new Intl.NumberFormat("en-GB"),
}

/** What a line says in one sentence, as the screens say it. */
export function lineSentence(line: LineView, locale: ExportLocale): string {
  const { state, refusals, duplicate_of, findings } = line
  if (refusals?.length) {
    return refusals.map((one) => refusalSentence(one, locale)).join(" ")
  }
  if (state === "duplicate" && duplicate_of) {
    const { statement_id, sheet, row } = duplicate_of
    const where =
      statement_id === line.statement_id
        ? LINE_WORDS.duplicate_here
        : LINE_WORDS.duplicate_elsewhere
    return fill(where[locale], { sheet, row })
  }
  const is_compared = state !== null && state !== "adjustment"
  if (is_compared && state !== "matched" && findings.length) {
    return findings.map((one) => findingSentence(one, locale)).join(" ")
  }
  if (line.kind === "unknown") {
    return fill(LINE_WORDS.unknown_kind[locale], { kind: line.raw_kind })
  }
  return LINE_WORDS[state ?? "comparing"][locale]
}

/**
 * What is wrong with an order's settlement, with how much it is about.
 * @param finding its amount in the currency's major unit.
 */
export function findingSentence(
  { code, amount, fee, params }: Finding,
  locale: ExportLocale
): string {
  const sentence = fill(FINDING_WORDS[code][locale], {
    ...Object.fromEntries(
      Object.entries(params ?? {}).map(([name, value]) => [
        name,
        typeof value === "number" ? NUMBERS[locale].format(value) : value,
      ])
    ),
    fee: fee && (fee.name || FEE_WORDS[fee.kind][locale]),
  })
  return amount === 0
    ? sentence
    : `${sentence} (${amount > 0 ? "+" : ""}${NUMBERS[locale].format(amount)})`
}

function refusalSentence(
  { code, column, value }: RowRefusal,
  locale: ExportLocale
): string {
  const sentence = fill(REFUSAL_WORDS[code][locale], { value })
  return column ? `${column}: ${sentence}` : sentence
}

function fill(text: string, values: Record<string, unknown>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(values[name] ?? "")
  )
}
