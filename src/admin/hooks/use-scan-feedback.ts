import { useCallback, useState } from "react"
import type { ScanFeedback, ToldScan } from "../lib/scan-feedback"
import { useScanSound } from "./use-scan-sound"

const SHOWN = 12

/** Tells people what became of a scan, seen and heard, and keeps the last ones. */
export function useScanFeedback() {
  const sound = useScanSound()
  const [scans, setScans] = useState<ToldScan[]>([])
  const { play } = sound
  const tell = useCallback(
    (feedback: ScanFeedback) => {
      play(feedback.sound)
      setScans((known) =>
        [{ ...feedback, key: (known[0]?.key ?? 0) + 1 }, ...known].slice(
          0,
          SHOWN
        )
      )
    },
    [play]
  )
  return { last: scans[0] ?? null, scans, tell, sound }
}
