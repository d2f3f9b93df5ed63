import { setTimeout as sleep } from "node:timers/promises"
import { AdminClient } from "./admin"

export type Run = {
  id: string
  status: string
  preview: boolean
  error: string | null
  counts: Record<string, number>
  progress: { phase: string; done: number; total: number | null }
}

export type ResultLine = {
  channel_name: string
  external_id: string
  code: string
  params: Record<string, unknown>
  message: string
}

/** Starts a run and waits for its end. */
export async function finishRun(
  admin: AdminClient,
  path: string,
  body: unknown
): Promise<Run> {
  const { status, body: started } = await admin.post<{ run: Run }>(path, body)
  if (status !== 202) {
    throw new Error(`${path} answered ${status}: ${JSON.stringify(started)}`)
  }
  for (;;) {
    const { body } = await admin.get<{ run: Run }>(`/runs/${started.run.id}`)
    if (body.run.status !== "running") {
      return body.run
    }
    await sleep(50)
  }
}

export async function resultsOf(
  admin: AdminClient,
  run: Run
): Promise<ResultLine[]> {
  const { body } = await admin.get<{ results: ResultLine[] }>(
    `/runs/${run.id}/results?limit=200`
  )
  return body.results
}
