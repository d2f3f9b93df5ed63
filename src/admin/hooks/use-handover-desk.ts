import { useEffect, useRef, useState } from "react"
import { errorDetail } from "../lib/errors"
import { feedbackOf } from "../lib/scan-feedback"
import type { GoodsCondition, HandoverParcel } from "../lib/types"
import { useHandoverScans } from "./api/handovers"
import { useScanFeedback } from "./use-scan-feedback"
import { useScanQueue } from "./use-scan-queue"

type Step =
  | { kind: "scan"; text: string; condition?: GoodsCondition }
  | { kind: "undo"; scan_id: string; name: string }

/** How long nothing is scanned before the record is read again. */
const QUIET_MS = 1_500

/** Everything that is scanned for one record, one after the other. */
export function useHandoverDesk(id: string, inbound: boolean) {
  const { tell, ...feedback } = useScanFeedback()
  const { send, undo, reread } = useHandoverScans(id)
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
      await undo(step.scan_id)
      tell({
        sound: "ok",
        warning: false,
        code: "removed",
        scanned: step.name,
        message: null,
      })
    }
    rereadSoon()
  }
  const queue = useScanQueue<Step>(handle, (error, lost) => {
    const texts = lost.map((step) =>
      step.kind === "scan" ? step.text.trim() : step.name
    )
    tell({
      sound: "error",
      warning: false,
      code: "not_recorded",
      scanned: texts.join("  "),
      message: errorDetail(error),
    })
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
    remove: ({ scan_id, tracking_number, external_id }: HandoverParcel) => {
      if (scan_id) {
        const name = tracking_number ?? external_id ?? ""
        queue.add({ kind: "undo", scan_id, name })
      }
    },
  }
}
