import { useEffect, useRef, useState } from "react"
import { ScanQueue } from "../lib/scan-queue"

/** A queue of scans that lives as long as the page; the newest handlers are called. */
export function useScanQueue<TScan>(
  handle: (scan: TScan) => Promise<void>,
  onFailure: (error: unknown, lost: [TScan, ...TScan[]]) => void
) {
  const [waiting, setWaiting] = useState(0)
  const newest = useRef({ handle, onFailure })
  useEffect(() => {
    newest.current = { handle, onFailure }
  })
  const [queue] = useState(
    () =>
      new ScanQueue<TScan>((scan) => newest.current.handle(scan), {
        length: setWaiting,
        failure: (error, lost) => newest.current.onFailure(error, lost),
      })
  )
  return { waiting, add: (scan: TScan) => queue.add(scan) }
}
