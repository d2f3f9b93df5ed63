import { FEE_WORDS } from "../../../domain/statements/fee-words"
import { Writable } from "node:stream"
import { currencyExponent } from "../../../domain/shared/amount"
import { FEE_KINDS, FeeKind } from "../../../domain/statements/fee-kind"
import { SheetColumn, writeSheet } from "../workbook/write-sheet"
import { ExportLocale, STATE_WORDS } from "../words/statement-words"
import type { Report } from "./make-report"
import { NO_LABELS, ReportKind, ReportRow } from "./report-row"
import { REPORT_TITLES, REPORT_WORDS } from "./report-words"

type Column = SheetColumn<ReportRow>

/**
 * Writes a report with all its rows, and the totals as the last one. Each kind of fee that
 * occurs has a column of its own.
 */
export function writeReport(
  out: Writable,
  report: Report,
  { by, locale }: { by: ReportKind; locale: ExportLocale }
): Promise<void> {
  const kinds = new Set(report.totals.fee_parts.map(({ kind }) => kind))
  return writeSheet(out, {
    name: REPORT_TITLES[by][locale],
    columns: [
      ...LABELS[by](locale),
      ...figures(
        report.currency_code,
        FEE_KINDS.filter((kind) => kinds.has(kind)),
        locale
      ),
    ],
    rows: report.all(),
    total: { ...NO_LABELS, id: TOTAL, ...report.totals },
  })
}

/** `settlement-report-month-2026-03-02.xlsx`, by the first day that is in it. */
export function reportFilename(
  { by, from }: { by: ReportKind; from?: Date },
  locale: ExportLocale
): string {
  const name = locale === "vi" ? "bao-cao-doi-soat" : "settlement-report"
  const day = from && new Date(from.getTime() + UTC_7_MS)
  return [name, by, ...(day ? [day.toISOString().slice(0, 10)] : [])]
    .join("-")
    .concat(".xlsx")
}

const UTC_7_MS = 7 * 3_600_000

/** The id of the last row. */
const TOTAL = "total"

const LABELS: Record<ReportKind, (locale: ExportLocale) => Column[]> = {
  order: (locale) => [
    text(REPORT_WORDS.order[locale], (row) =>
      named(row, locale, row.external_order_id)
    ),
    text(REPORT_WORDS.channel[locale], (row) => row.channel_name),
    date(REPORT_WORDS.placed_at[locale], (row) => row.placed_at),
    date(REPORT_WORDS.last_settled_at[locale], (row) => row.last_settled_at),
    text(REPORT_WORDS.state[locale], (row) =>
      row.state ? STATE_WORDS[row.state][locale] : null
    ),
  ],
  product: (locale) => [
    {
      ...text(REPORT_WORDS.product[locale], (row) =>
        named(row, locale, row.title ?? REPORT_WORDS.unknown_product[locale])
      ),
      width: 40,
    },
    text(REPORT_WORDS.sku[locale], (row) => row.sku),
    text(REPORT_WORDS.channel[locale], (row) => row.channel_name),
    number(REPORT_WORDS.units[locale], (row) => row.units),
  ],
  channel: (locale) => [
    text(REPORT_WORDS.channel[locale], (row) =>
      named(row, locale, row.channel_name)
    ),
  ],
  month: (locale) => [
    text(REPORT_WORDS.month[locale], (row) =>
      named(row, locale, monthName(row.month, locale))
    ),
  ],
}

/** What a row is called in its first column. */
function named(
  row: ReportRow,
  locale: ExportLocale,
  name: string | null
): string | null {
  if (row.id === TOTAL) {
    return REPORT_WORDS.total[locale]
  }
  return row.is_without_order ? REPORT_WORDS.without_order[locale] : name
}

function monthName(month: string | null, locale: ExportLocale): string {
  return month
    ? month.split("-").reverse().join("/")
    : REPORT_WORDS.no_month[locale]
}

function figures(
  currency_code: string,
  kinds: FeeKind[],
  locale: ExportLocale
): Column[] {
  const digits = currencyExponent(currency_code)
  const money = (heading: string, value: Column["value"]): Column => ({
    heading,
    kind: "money",
    ...(digits > 0 && { format: `#,##0.${"0".repeat(digits)}` }),
    value,
  })
  const words = REPORT_WORDS
  return [
    number(words.order_count[locale], (row) => row.order_count),
    number(words.settled_count[locale], (row) => row.settled_count),
    money(words.revenue[locale], (row) => row.revenue),
    ...kinds.map((kind) =>
      money(FEE_WORDS[kind][locale], (row) =>
        row.fee_parts
          .filter((part) => part.kind === kind)
          .reduce((sum, { amount }) => sum + amount, 0)
      )
    ),
    money(words.fees[locale], (row) => row.fees),
    money(words.adjustment[locale], (row) => row.adjustment),
    money(words.net[locale], (row) => row.net),
    money(words.cost[locale], (row) => row.cost),
    money(words.margin[locale], (row) => row.margin),
    number(words.orders_without_cost[locale], (row) => row.orders_without_cost),
    money(
      words.expected_revenue[locale],
      (row) => row.expected?.revenue ?? null
    ),
    money(words.expected_fees[locale], (row) => row.expected?.fees ?? null),
    money(words.expected_net[locale], (row) => row.expected?.net ?? null),
    money(words.expected_margin[locale], (row) => row.expected?.margin ?? null),
    money(words.outstanding[locale], (row) => row.outstanding),
  ]
}

function text(heading: string, value: Column["value"]): Column {
  return { heading, kind: "text", value }
}

function number(heading: string, value: Column["value"]): Column {
  return { heading, kind: "number", value }
}

function date(heading: string, value: Column["value"]): Column {
  return { heading, kind: "date", value }
}
