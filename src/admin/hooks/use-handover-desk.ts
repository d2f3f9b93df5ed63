import { useEffect, useRef, useState } from "react"
import { failedScan, feedbackOf } from "../lib/scan-feedback"
import type { GoodsCondition, HandoverParcel } from "../lib/types"
import { useHandoverScans } from "./api/handovers"
import { useScanFeedback } from "./use-scan-feedback"
import { useScanQueue } from "./use-scan-queue"

type Step =
  | { kind: "scan"; text: string; condition?: GoodsCondition }
  | { kind: "take_out"; scan_id: string; name: string }
  /** The last one, once it is this step's turn: what waits before it may put parcels on the record. */
  | { kind: "undo" }

/** How long nothing is scanned before the record is read again. */
const QUIET_MS = 1_500

/** Everything that is scanned for one record, one after the other. */
export function useHandoverDesk(id: string, inbound: boolean) {
  const { tell, ...feedback } = useScanFeedback()
  const { send, undo, last, reread } = useHandoverScans(id)
  const [condition, setCondition] = useState<GoodsCondition>("good")
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const rereadSoon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void reread(), QUIET_MS)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  const handle = async (step: Step) => {
    if (step.kind === "scan") {
      const { scan } = await send({
        code: step.text,
        condition: step.condition,
      })
      const damaged = scan.ok && step.condition === "damaged"
      const feedback = feedbackOf(scan)
      tell(
        damaged
          ? {
              ...feedback,
              warning: true,
              detail: "marketplaces.received.damaged",
            }
          : feedback
      )
    } else {
      const out = step.kind === "undo" ? outOf(last()) : step
      if (out) {
        await undo(out.scan_id)
        tell({
          sound: "ok",
          warning: false,
          code: "removed",
          scanned: out.name,
          message: null,
        })
      }
    }
    rereadSoon()
  }
  const queue = useScanQueue<Step>(handle, (error, lost) => {
    const texts = lost.flatMap((step) => {
      switch (step.kind) {
        case "scan":
          return step.text.trim()
        case "take_out":
          return step.name
        case "undo":
          return []
      }
    })
    tell(failedScan("not_recorded", error, texts))
    rereadSoon()
  })

  return {
    ...feedback,
    waiting: queue.waiting,
    condition,
    setCondition,
    scan: (text: string) =>
      queue.add({
        kind: "scan",
        text,
        ...(inbound && { condition }),
      }),
    remove: (parcel: HandoverParcel) => {
      const out = outOf(parcel)
      if (out) {
        queue.add({ kind: "take_out", ...out })
      }
    },
    undo: () => queue.add({ kind: "undo" }),
  }
}

function outOf(
  parcel: HandoverParcel | null
): { scan_id: string; name: string } | null {
  return parcel?.scan_id
    ? {
        scan_id: parcel.scan_id,
        name: parcel.tracking_number ?? parcel.external_id ?? "",
      }
    : null
}
