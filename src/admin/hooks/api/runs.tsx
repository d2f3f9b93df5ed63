import {
  keepPreviousData,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { useEffect } from "react"
import {
  buyerRequestKeys,
  listingKeys,
  orderKeys,
  runKeys,
  settlementKeys,
  statementKeys,
} from "../../lib/query-keys"
import { type PageOf, readAllPages } from "../../lib/read-all-pages"
import { sdk } from "../../lib/sdk"
import type { ListOf, Run, RunResult } from "../../lib/types"

const PATH = "/admin/marketplaces/runs"
const FOLLOW_MS = 1_000

export function useRuns(query: { limit?: number; offset?: number }) {
  return useQuery({
    queryKey: runKeys.list(query),
    queryFn: () => sdk.client.fetch<ListOf<"runs", Run>>(PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.runs.some((run) => run.status === "running")
        ? FOLLOW_MS * 3
        : false,
  })
}

/** Follows a run until it ends, then reads again what it may have changed. */
export function useRun(id: string) {
  const client = useQueryClient()
  const query = useQuery({
    queryKey: runKeys.detail(id),
    queryFn: () => sdk.client.fetch<{ run: Run }>(`${PATH}/${id}`),
    enabled: Boolean(id),
    refetchInterval: ({ state }) =>
      state.data && state.data.run.status !== "running" ? false : FOLLOW_MS,
  })
  const status = query.data?.run.status
  useEffect(() => {
    if (status && status !== "running") {
      void client.invalidateQueries({ queryKey: listingKeys.all })
      void client.invalidateQueries({ queryKey: orderKeys.all })
      void client.invalidateQueries({ queryKey: buyerRequestKeys.all })
      void client.invalidateQueries({ queryKey: statementKeys.all })
      void client.invalidateQueries({ queryKey: settlementKeys.all })
      void client.invalidateQueries({ queryKey: runKeys.lists() })
    }
  }, [client, status])
  return query
}

/**
 * Result lines; while the run goes on they are read again with it.
 * @param options.most so many at least, if there are.
 */
export function useRunResults(
  id: string,
  query: { code?: string[] },
  { most, running }: { most: number; running: boolean }
) {
  return useQuery({
    queryKey: runKeys.part(id, "results", { ...query, most, running }),
    queryFn: async () => {
      let count = 0
      const results = await readAllPages(async (page) => {
        const answer = await readResults(id, { ...query, ...page })
        count = answer.count
        return { rows: answer.results, count }
      }, most)
      return { results, count }
    },
    enabled: Boolean(id),
    placeholderData: keepPreviousData,
    refetchInterval: running ? FOLLOW_MS * 2 : false,
  })
}

function readResults(id: string, query: PageOf & { code?: string[] }) {
  return sdk.client.fetch<ListOf<"results", RunResult>>(
    `${PATH}/${id}/results`,
    { query }
  )
}

/** Every result line of a run that is over. */
export function useAllRunResults(id: string, over: boolean) {
  return useQuery({
    queryKey: runKeys.part(id, "all-results"),
    queryFn: () =>
      readAllPages(async (page) => {
        const { results, count } = await readResults(id, page)
        return { rows: results, count }
      }),
    enabled: Boolean(id) && over,
  })
}
