import { useRef, useState } from "react"
import {
  type Desk,
  EMPTY_DESK,
  afterAnswer,
  readQuantity,
} from "../lib/packing-desk"
import { failedScan, feedbackOf } from "../lib/scan-feedback"
import type { PackingAnswer } from "../lib/types"
import { sendPackingScan, undoPackingScan } from "./api/packing"
import { usePackedParcels } from "./use-packed-parcels"
import { useScanFeedback } from "./use-scan-feedback"
import { useScanQueue } from "./use-scan-queue"

type Step = { kind: "scan"; text: string } | { kind: "undo" }

/** Everything that happens at a packing table, one scan after the other. */
export function usePackingDesk() {
  const { tell, ...feedback } = useScanFeedback()
  const packed = usePackedParcels()
  /** What the next scan finds, known before the page is drawn again. */
  const newest = useRef<Desk>(EMPTY_DESK)
  const [desk, setDesk] = useState<Desk>(EMPTY_DESK)
  const lay = (next: Desk) => {
    newest.current = next
    setDesk(next)
  }

  const take = (answer: PackingAnswer) => {
    lay(afterAnswer(newest.current, answer))
    packed.note(answer)
    if (answer.scan) {
      tell(feedbackOf(answer.scan))
    }
  }
  const handle = async (step: Step) => {
    const { parcel } = newest.current
    if (step.kind === "scan") {
      const item = parcel ? readQuantity(step.text) : { code: step.text }
      take(await sendPackingScan({ ...item, parcel_id: parcel?.id }))
    } else if (parcel) {
      take(await undoPackingScan(parcel.id))
    }
  }
  const queue = useScanQueue<Step>(handle, (error, lost) => {
    lay(EMPTY_DESK)
    const texts = lost.flatMap((step) =>
      step.kind === "scan" ? step.text.trim() : []
    )
    tell(failedScan("not_sent", error, texts))
  })

  return {
    ...desk,
    ...feedback,
    waiting: queue.waiting,
    packed_count: packed.count,
    scan: (text: string) => queue.add({ kind: "scan", text }),
    undo: () => {
      if (newest.current.parcel) {
        queue.add({ kind: "undo" })
      }
    },
    /** Takes the parcel from the table; what was counted stays counted. */
    leave: () => lay(EMPTY_DESK),
  }
}
