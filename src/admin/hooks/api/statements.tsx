import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type { StatementMapping } from "../../../domain/statements/statement-mapping"
import { runKeys, settlementKeys, statementKeys } from "../../lib/query-keys"
import { fetchBlob, postFile, sdk } from "../../lib/sdk"
import type {
  ListOf,
  Run,
  Statement,
  StatementLine,
  StatementPreview,
  StatementRun,
} from "../../lib/types"

const PATH = "/admin/marketplaces/statements"

/** While a statement is read or compared it is looked at again (milliseconds). */
const FOLLOW_MS = 2_000

export type StatementQuery = {
  channel_id?: string
  status?: string
  source?: string
  limit?: number
  offset?: number
}

function isMoving({ status, counts }: Statement): boolean {
  return status === "importing" || (counts.comparing ?? 0) > 0
}

export function useStatements(query: StatementQuery) {
  return useQuery({
    queryKey: statementKeys.list(query),
    queryFn: () =>
      sdk.client.fetch<ListOf<"statements", Statement>>(PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.statements.some(isMoving) ? FOLLOW_MS : 30_000,
  })
}

export function useStatement(id: string) {
  return useQuery({
    queryKey: statementKeys.detail(id),
    queryFn: () => sdk.client.fetch<{ statement: Statement }>(`${PATH}/${id}`),
    enabled: Boolean(id),
    refetchInterval: ({ state }) =>
      state.data && isMoving(state.data.statement) ? FOLLOW_MS : 30_000,
  })
}

export type LineQuery = {
  state?: string
  kind?: string
  q?: string
  limit?: number
  offset?: number
}

export function useStatementLines(statement: Statement, query: LineQuery) {
  return useQuery({
    queryKey: statementKeys.part(statement.id, "lines", {
      ...query,
      // New counts mean new states.
      counts: statement.counts,
    }),
    queryFn: () =>
      sdk.client.fetch<ListOf<"lines", StatementLine>>(
        `${PATH}/${statement.id}/lines`,
        { query }
      ),
    placeholderData: keepPreviousData,
  })
}

/** @throws {RequestError} with status 409 when the channel has this very file. */
export function uploadStatement(channel_id: string, file: File) {
  return postFile<{ run: StatementRun }>(PATH, file, { channel_id })
}

/** Reads again what a statement changes: the lists, its lines, and its orders' settlements. */
export function useReadStatementsAgain() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: statementKeys.all }),
      client.invalidateQueries({ queryKey: settlementKeys.all }),
    ])
}

export type StatementDownloadInput = {
  channel_ids: string[]
  /** ISO 8601 with offset. */
  from?: string
  to?: string
}

export function useDownloadStatements() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: StatementDownloadInput) =>
      sdk.client.fetch<{ run: Run }>(`${PATH}/downloads`, {
        method: "POST",
        body,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: runKeys.lists() }),
  })
}

export function useTakeBackStatement(id: string) {
  const client = useQueryClient()
  const readAgain = useReadStatementsAgain()
  return useMutation({
    mutationFn: () => sdk.client.fetch(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: () => {
      client.removeQueries({ queryKey: statementKeys.detail(id) })
      return readAgain()
    },
  })
}

export function useStatementPreview(id: string) {
  return useQuery({
    queryKey: statementKeys.part(id, "preview"),
    queryFn: () => sdk.client.fetch<StatementPreview>(`${PATH}/${id}/preview`),
    staleTime: Infinity,
    retry: false,
  })
}

export function useMapStatement(id: string) {
  const readAgain = useReadStatementsAgain()
  return useMutation({
    mutationFn: (mapping: StatementMapping) =>
      sdk.client.fetch<{ run: StatementRun }>(`${PATH}/${id}/mapping`, {
        method: "POST",
        body: { mapping },
      }),
    onSuccess: readAgain,
  })
}

export function fetchStatementFile(id: string): Promise<Blob> {
  return fetchBlob(`${PATH}/${id}/file`)
}

export function fetchStatementTemplate(provider_id: string): Promise<Blob> {
  return fetchBlob(
    `${PATH}/template?provider_id=${encodeURIComponent(provider_id)}`
  )
}
