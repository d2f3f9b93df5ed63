import { useQuery } from "@tanstack/react-query"
import { reportKeys } from "../../lib/query-keys"
import { fetchBlob, sdk } from "../../lib/sdk"
import type {
  OutstandingReport,
  ReportDate,
  ReportKind,
  SettlementReport,
} from "../../lib/types"

const PATH = "/admin/marketplaces/settlement-reports"

/** Comparing goes on by itself, so that amounts may change (milliseconds). */
const AGAIN_MS = 60_000

export type ReportQuery = {
  by: ReportKind
  /** Days of Vietnam, both included. */
  from?: string
  to?: string
  dated: ReportDate
  channel_id?: string
  currency_code?: string
}

export function useSettlementReport(
  query: ReportQuery & { limit: number; offset: number }
) {
  return useQuery({
    queryKey: reportKeys.list(query),
    queryFn: () => sdk.client.fetch<SettlementReport>(PATH, { query }),
    // Rows of another report would stand under the wrong headings meanwhile.
    placeholderData: (before, asked) =>
      (asked?.queryKey.at(-1) as ReportQuery | undefined)?.by === query.by
        ? before
        : undefined,
    refetchInterval: AGAIN_MS,
  })
}

export function useOutstanding(query: { channel_id?: string }) {
  return useQuery({
    queryKey: reportKeys.counts(query),
    queryFn: () =>
      sdk.client.fetch<OutstandingReport>(`${PATH}/outstanding`, { query }),
    refetchInterval: AGAIN_MS,
  })
}

/** All rows as a workbook in the language of the page. */
export function fetchReport(
  query: ReportQuery,
  language: string
): Promise<Blob> {
  const params = new URLSearchParams(
    Object.entries({ ...query, locale: localeOf(language) }).flatMap(
      ([name, value]) => (value ? [[name, value]] : [])
    )
  )
  return fetchBlob(`${PATH}/export?${params.toString()}`)
}

/** The lines of a statement with what became of them, as a workbook. */
export function fetchStatementLines(
  statement_id: string,
  language: string
): Promise<Blob> {
  return fetchBlob(
    `/admin/marketplaces/statements/${statement_id}/export?locale=${localeOf(language)}`
  )
}

function localeOf(language: string): "vi" | "en" {
  return language.startsWith("vi") ? "vi" : "en"
}
