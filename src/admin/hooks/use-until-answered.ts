import { useEffect, useRef, useState } from "react"
import { untilAnswered } from "../lib/until-answered"

/**
 * Sends requests again until they are answered, one request at a time, and gives up when told
 * to or when the page is left.
 */
export function useUntilAnswered() {
  /** Known before the page is drawn again, for what is scanned in between. */
  const newest = useRef(0)
  const [attempt, setAttempt] = useState(0)
  const ending = useRef<AbortController>()
  const left = useRef(false)
  const note = (number: number) => {
    newest.current = number
    setAttempt(number)
  }
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
      // While answers come, what was scanned before the page was left is still counted.
      if (newest.current > 0) {
        ending.current?.abort()
      }
    }
  }, [])

  return {
    /** Number of the attempt that has no answer; 0 while answers come. */
    attempt,
    isTrying: () => newest.current > 0,
    giveUp: () => ending.current?.abort(),
    /** @param onSilence told once, when the answer stays away. */
    send: async <T>(
      request: (signal: AbortSignal) => Promise<T>,
      onSilence: () => void
    ): Promise<T> => {
      const controller = new AbortController()
      ending.current = controller
      try {
        return await untilAnswered(request, {
          given_up: controller.signal,
          unanswered: (number) => {
            if (newest.current === 0) {
              onSilence()
            }
            note(number)
            if (left.current) {
              controller.abort()
            }
          },
        })
      } finally {
        note(0)
      }
    },
  }
}
