import { useCallback, useEffect, useRef, useState } from "react"
import { uploadStatement } from "./api/statements"
import type { RunStatus } from "../lib/types"

/** A file on its way: it waits, is sent, is read, and has an end. */
export type Upload = {
  key: string
  channel_id: string
  file: File
  state:
    | "waiting"
    | "sending"
    | "reading"
    | "refused"
    | Exclude<RunStatus, "running">
  run_id: string | null
  statement_id: string | null
  /** Why it was not taken at all. */
  error: unknown
}

/** Sends files one after the other: the next one when the one before has been read. */
export function useUploadQueue() {
  const [uploads, setUploads] = useState<Upload[]>([])
  const sent = useRef(new Set<string>())

  const change = useCallback((key: string, changes: Partial<Upload>) => {
    setUploads((current) =>
      current.map((one) => (one.key === key ? { ...one, ...changes } : one))
    )
  }, [])

  const serial = useRef(0)
  const add = useCallback((channel_id: string, files: File[]) => {
    const made = files.map((file): Upload => ({
      key: String(++serial.current),
      channel_id,
      file,
      state: "waiting",
      run_id: null,
      statement_id: null,
      error: null,
    }))
    setUploads((current) => [...current, ...made])
  }, [])

  const busy = uploads.some(
    ({ state }) => state === "sending" || state === "reading"
  )
  const next = uploads.find(({ state }) => state === "waiting")
  useEffect(() => {
    if (!busy && next && !sent.current.has(next.key)) {
      sent.current.add(next.key)
      change(next.key, { state: "sending" })
      uploadStatement(next.channel_id, next.file).then(
        ({ run }) =>
          change(next.key, {
            state: "reading",
            run_id: run.id,
            statement_id: run.statement_id,
          }),
        (error: unknown) => change(next.key, { state: "refused", error })
      )
    }
  }, [busy, change, next])

  return {
    uploads,
    add,
    busy: busy || next !== undefined,
    end: useCallback(
      (key: string, state: Exclude<RunStatus, "running">) =>
        change(key, { state }),
      [change]
    ),
  }
}
