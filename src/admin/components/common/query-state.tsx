import type { ReactNode } from "react"
import { ErrorState, type WayBack } from "./error-state"
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
  back,
  children,
}: {
  query: QueryLike<TData>
  rows?: number
  /** Where to go from a page whose content cannot be had. */
  back?: WayBack
  children: (data: TData) => ReactNode
}) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>
  }
  if (query.isError) {
    return (
      <ErrorState error={query.error} onRetry={query.refetch} back={back} />
    )
  }
  return <LoadingRows rows={rows} />
}
