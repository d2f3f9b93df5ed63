import { useEffect, useRef } from "react"
import { isShortcut } from "../lib/keyboard"

/** What letters do while nothing is being typed and no dialog lies over the page. */
export function useShortcuts(actions: Record<string, () => void>): void {
  const newest = useRef(actions)
  useEffect(() => {
    newest.current = actions
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = newest.current[event.key.toLowerCase()]
      if (action && isShortcut(event)) {
        event.preventDefault()
        action()
      }
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [])
}
