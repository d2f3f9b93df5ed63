import { useEffect, useRef } from "react"
import { isDialogOpen } from "../lib/keyboard"

/** Does something at a key of its own, wherever the focus is, unless a dialog is open. */
export function useKey(key: string, action: () => void): void {
  const newest = useRef(action)
  useEffect(() => {
    newest.current = action
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === key && !event.repeat && !isDialogOpen()) {
        event.preventDefault()
        newest.current()
      }
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [key])
}
