import { useRef, useState } from "react"
import {
  type Desk,
  EMPTY_DESK,
  afterAnswer,
  readQuantity,
} from "../lib/packing-desk"
import { newRequestName } from "../lib/request-name"
import {
  failedScan,
  feedbackOf,
  unansweredScan,
  unknownScan,
} from "../lib/scan-feedback"
import type { PackingAnswer } from "../lib/types"
import { NotKnown } from "../lib/until-answered"
import { sendPackingScan, undoPackingScan } from "./api/packing"
import { usePackedParcels } from "./use-packed-parcels"
import { useScanFeedback } from "./use-scan-feedback"
import { useScanQueue } from "./use-scan-queue"
import { useUntilAnswered } from "./use-until-answered"

type Step = { kind: "scan"; text: string } | { kind: "undo" }

/**
 * Everything that happens at a packing table, one scan after the other. A step whose answer
 * stays away is sent again under its name until it is answered. Meanwhile further scans are
 * refused aloud rather than queued: who hears nothing scans the same unit again, which would
 * count twice. What was scanned before the silence keeps its place in the queue.
 */
export function usePackingDesk() {
  const { tell, ...feedback } = useScanFeedback()
  const packed = usePackedParcels()
  const trying = useUntilAnswered()
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
  const send = async (
    step: Step,
    request: (signal: AbortSignal) => Promise<PackingAnswer>
  ) =>
    take(
      await trying.send(request, () =>
        tell(unansweredScan("no_answer", textOf(step)))
      )
    )
  const handle = async (step: Step) => {
    const { parcel } = newest.current
    const request_id = newRequestName()
    if (step.kind === "scan") {
      const item = parcel ? readQuantity(step.text) : { code: step.text }
      const scan = { ...item, parcel_id: parcel?.id, request_id }
      await send(step, (signal) => sendPackingScan(scan, signal))
    } else if (parcel) {
      const undo = { parcel_id: parcel.id, request_id }
      await send(step, (signal) => undoPackingScan(undo, signal))
    }
  }
  const queue = useScanQueue<Step>(handle, (error, lost) => {
    lay(EMPTY_DESK)
    const texts = lost.map(textOf).filter(Boolean)
    tell(
      error instanceof NotKnown
        ? unknownScan(error.refusal, texts)
        : failedScan("not_sent", error, texts)
    )
  })
  const add = (step: Step) => {
    if (trying.isTrying()) {
      tell(unansweredScan("not_taken", textOf(step)))
    } else {
      queue.add(step)
    }
  }

  return {
    ...desk,
    ...feedback,
    waiting: queue.waiting,
    /** Number of the attempt that the server has not answered; 0 while it answers. */
    unanswered: trying.attempt,
    packed_count: packed.count,
    scan: (text: string) => add({ kind: "scan", text }),
    undo: () => {
      if (newest.current.parcel) {
        add({ kind: "undo" })
      }
    },
    /** Takes the parcel from the table, also while answers stay away; what was counted stays. */
    leave: () => {
      if (trying.isTrying()) {
        trying.giveUp()
      } else {
        lay(EMPTY_DESK)
      }
    },
  }
}

function textOf(step: Step): string {
  return step.kind === "scan" ? step.text.trim() : ""
}
