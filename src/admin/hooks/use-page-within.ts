import { useEffect } from "react"
import { PAGE_SIZE, useUrlState } from "./use-url-state"

/** Goes back to the last page of a list that has become too short for the page of the address. */
export function usePageWithin(count: number): void {
  const { page, set } = useUrlState()
  const last = Math.ceil(count / PAGE_SIZE)
  useEffect(() => {
    if (count > 0 && page > last) {
      set({ page: last > 1 ? String(last) : null }, { keepPage: true })
    }
  }, [count, last, page, set])
}
