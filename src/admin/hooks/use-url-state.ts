import { useCallback } from "react"
import { useSearchParams } from "react-router-dom"

/** Changes to the page's address; null or empty removes a parameter. */
export type UrlChanges = Record<string, string | null | undefined>

/** A changed filter starts at the first page again, unless told otherwise. */
export type UrlOptions = { keepPage?: boolean }

export const PAGE_SIZE = 20

function changed(
  params: URLSearchParams,
  changes: UrlChanges,
  options?: UrlOptions
): URLSearchParams {
  const next = new URLSearchParams(params)
  if (!options?.keepPage) {
    next.delete("page")
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value) {
      next.set(name, value)
    } else {
      next.delete(name)
    }
  }
  return next
}

/** Tabs, filters, page and opened drawers live in the address, so that they can be shared. */
export function useUrlState() {
  const [params, setParams] = useSearchParams()

  /** Reads the address itself: a search that was typed before a drawer opened comes later. */
  const set = useCallback(
    (changes: UrlChanges, options?: UrlOptions) =>
      setParams(
        changed(new URLSearchParams(window.location.search), changes, options),
        { replace: true }
      ),
    [setParams]
  )
  /** The address with some parameters changed, for links. */
  const href = useCallback(
    (changes: UrlChanges, options?: UrlOptions) =>
      `?${changed(params, changes, options).toString()}`,
    [params]
  )

  const page = Math.max(1, Number(params.get("page")) || 1)
  return {
    get: (name: string) => params.get(name) ?? "",
    set,
    href,
    page,
    offset: (page - 1) * PAGE_SIZE,
  }
}
