import type { ReactNode } from "react"
import { ErrorState } from "./error-state"
import { LoadingRows } from "./loading-rows"

type QueryLike<TData> = {
  data: TData | undefined
  error: unknown
  isError: boolean
  refetch: () => unknown
}

/** Skeleton, error with a retry, or the content: the three states of anything read. */
export function QueryState<TData>({
  query,
  rows,
  children,
}: {
  query: QueryLike<TData>
  rows?: number
  children: (data: TData) => ReactNode
}) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>
  }
  if (query.isError) {
    return <ErrorState error={query.error} onRetry={query.refetch} />
  }
  return <LoadingRows rows={rows} />
}
